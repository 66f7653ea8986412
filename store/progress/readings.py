"""Readings in the order of time; running totals, which cannot fall."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from store.progress.figures import Figure, Limits, is_silence
from store.progress.indicator import Observation
from store.progress.parameters import Parameters, exceeds, reaches
from store.progress.way import Point
from store.progress.years import as_year


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure and the bracket of days it speaks of, as year indices.

    Source: data/METHODS.md#dates
    """

    first: float
    last: float
    figure: Figure

    @property
    def at(self) -> float:
        """Where it sits if it is dated: in the middle of its bracket."""
        return self.first if self.first == self.last else (self.first + self.last) / 2

    def is_dated(self, parameters: Parameters) -> bool:
        """Whether the bracket is short enough to speak of a date."""
        return not exceeds(self.last - self.first, parameters.dated_within)

    def is_later_than(self, other: "Reading") -> bool:
        """Whether it begins on or after the other's last day."""
        return reaches(self.first, other.last)


def in_order(observations: Iterable[Observation], as_of: float) -> tuple[Reading, ...]:
    """What was known on a day, by last day, then first; of one date the last given counts."""
    by_date = {
        (as_year(seen.first), as_year(seen.last)): seen.figure
        for seen in observations
        if reaches(as_of, as_year(seen.last))
    }
    ordered = sorted(by_date.items(), key=lambda item: (item[0][1], item[0][0]))
    return tuple(Reading(*dates, figure) for dates, figure in ordered)


def speaking(readings: Iterable[Reading], limits: Limits) -> tuple[Reading, ...]:
    """Without those that say nothing."""
    return tuple(reading for reading in readings if not is_silence(reading.figure, limits))


@dataclass(frozen=True, slots=True)
class Total:
    """Readings of a running total, each at least as high as what came before.

    `falls`: one of them is certainly lower than one before it.
    """

    readings: tuple[Reading, ...]
    falls: bool


def running_total(readings: tuple[Reading, ...], floor: Point | None) -> Total:
    """Carry what a total certainly reached; `floor` is an observed baseline (date, level).

    Where dates overlap, the certainly lower figure is the older one and drops out.
    Source: data/METHODS.md#running-totals
    """
    carried = [_carry(reading, readings, floor) for reading in readings]
    falls = any(exceeds(low, reading.figure.high) for reading, low in carried)
    if falls:
        return Total(readings, falls=True)
    return Total(
        tuple(
            replace(reading, figure=replace(reading.figure, low=min(low, reading.figure.high)))
            for reading, low in carried
            if not any(_is_overtaken(reading, other) for other in readings)
        ),
        falls=False,
    )


def _carry(
    reading: Reading, readings: tuple[Reading, ...], floor: Point | None
) -> tuple[Reading, float]:
    lows = [reading.figure.low]
    lows += [
        other.figure.low
        for other in readings
        if other is not reading and reading.is_later_than(other)
    ]
    if floor is not None and reaches(reading.first, floor[0]):
        lows.append(floor[1])
    return reading, max(lows)


def _is_overtaken(reading: Reading, other: Reading) -> bool:
    """Whether the other overlaps in time and is certainly higher."""
    overlaps = not reading.is_later_than(other) and not other.is_later_than(reading)
    return overlaps and exceeds(other.figure.low, reading.figure.high)
