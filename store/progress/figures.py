"""A figure is an interval: what the number written down leaves possible."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from math import ceil, floor, inf, isfinite

from store.progress.parameters import DEFAULT, ROUNDING, Parameters, exceeds

Limits = tuple[float | None, float | None]  # None: no limit


class Qualifier(StrEnum):
    """How exactly a number is known."""

    EXACT = "exact"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Figure:
    """What a value can be: anything from `low` to `high`.

    Unit:   of the indicator.
    Range:  low <= high; an end that nothing bounds is infinite.
    Source: data/METHODS.md#figures
    """

    low: float
    high: float
    is_about: bool = False

    @property
    def is_exact(self) -> bool:
        """Only one value is possible."""
        return self.low == self.high

    @property
    def is_point(self) -> bool:
        """Exact or "about": it says where the value is, not only where it is not."""
        return self.is_exact or (self.is_about and isfinite(self.width))

    @property
    def width(self) -> float:
        """How much is left open."""
        return self.high - self.low

    @property
    def middle(self) -> float:
        """What an "about" counts as where one number is needed."""
        return self.low if self.is_exact else (self.low + self.high) / 2

    def worse(self, sign: int) -> float:
        """The end further from the better; `sign` is +1 where more is better, else -1."""
        return self.low if sign > 0 else self.high

    def better(self, sign: int) -> float:
        """The end nearer to the better."""
        return self.high if sign > 0 else self.low


def between(low: float | None, high: float | None, limits: Limits) -> Figure:
    """Anything from low to high; None is the natural limit.

    Errors: ValueError for an empty interval or one outside the limits.
    """
    floor_, ceiling = _ends(limits)
    start, end = floor_ if low is None else low, ceiling if high is None else high
    if start > end:
        raise ValueError(f"{low} to {high} is no interval.")
    if exceeds(floor_, start) or exceeds(end, ceiling):
        raise ValueError(f"{low} to {high} lies outside the natural limits.")
    return Figure(start, end)


def interval(
    value: float,
    qualifier: Qualifier,
    in_wholes: bool,
    limits: Limits,
    parameters: Parameters = DEFAULT,
) -> Figure:
    """What a number with a qualifier leaves possible.

    Errors: ValueError for a number outside the natural limits.
    Source: data/METHODS.md#figures
    """
    between(value, value, limits)
    low, high = _ends(limits)
    if qualifier is Qualifier.AT_LEAST:
        return Figure(value, max(value, high))
    if qualifier is Qualifier.AT_MOST:
        return Figure(min(value, low), value)
    if qualifier is Qualifier.EXACT or value == 0:
        return Figure(value, value)
    half = _half_band(value, parameters)
    start, end = value - half, value + half
    if in_wholes:
        start, end = floor(start + ROUNDING), ceil(end - ROUNDING)
    return Figure(float(max(start, low)), float(min(end, high)), is_about=True)


def silence(limits: Limits) -> Figure:
    """The figure that says nothing."""
    return Figure(*_ends(limits))


def is_silence(figure: Figure, limits: Limits) -> bool:
    """Whether a figure says nothing, however it is written: "at least 0" does not either."""
    low, high = _ends(limits)
    return low < high and not exceeds(figure.low, low) and not exceeds(high, figure.high)


def _half_band(value: float, parameters: Parameters) -> float:
    """Half of the band of "about": half a unit of the last digit that means something."""
    digits = Decimal(repr(float(value))).normalize().as_tuple()
    half_unit = 0.5 * 10.0 ** int(digits.exponent)
    size = abs(value)
    return min(max(half_unit, parameters.about * size), parameters.about_most * size)


def _ends(limits: Limits) -> tuple[float, float]:
    low, high = limits
    return -inf if low is None else low, inf if high is None else high
