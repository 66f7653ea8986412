"""The way of a soil carbon stock at a rate: arithmetic, not a forecast.

Left out: nitrous oxide and methane, carbon moved from elsewhere, leakage, what is lost when the
practice stops, a changing climate. Checked against `data/soil/calculator_vectors.json`.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

from store.ground.errors import InvalidError

CO2 = 44 / 12  # tonnes of CO2 with a tonne of carbon
MOST_STOCK = 3000.0  # t C/ha
MOST_RATE = 100.0  # per mille a year
MOST_YEARS = 200.0
MOST_AREA = 15e9  # ha
MILLION = 1e6


class Way(StrEnum):
    """How the stock goes on from its first year's gain."""

    LINEAR = "linear"
    COMPOUND = "compound"
    SATURATING = "saturating"


class InvalidCalculationError(InvalidError):
    """Something typed from which no way of a stock follows."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is reckoned with; None is what nobody typed.

    Unit: stock and equilibrium in t C/ha, rate in per mille of the first stock a year, area in ha,
    fossil (emissions to compare with) in Mt C a year. `depth` is a label: nothing is converted.
    """

    stock: float | None
    depth: str
    rate: float | None
    years: float | None
    way: str
    equilibrium: float | None = None
    area: float | None = None
    fossil: float | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """Where the stock ends.

    Unit: `end`, `gain`, `first_gain` and `mean_gain` in t C/ha, the last two a year; `total` and
    its yearly numbers in Mt C; shares of the fossil emissions as shares of 1. None without an
    area, without emissions, or without an equilibrium.
    """

    end: float
    gain: float
    first_gain: float
    mean_gain: float
    total: float | None
    mean_total: float | None
    first_total: float | None
    share: float | None
    first_share: float | None
    speed: float | None
    half_time: float | None
    almost_time: float | None


def reckon(setting: Setting) -> Result:
    """Where the stock is after the years. Errors: InvalidCalculationError, a sentence a field."""
    stock, rate, years = _checked(setting)
    speed = _speed(setting, stock, rate)
    end = at(setting, years)
    first = stock * rate / 1000
    mean = (end - stock) / years if years else first
    area = setting.area
    total, mean_total, first_total = (
        None if area is None else one * area / MILLION for one in (end - stock, mean, first)
    )
    fossil = setting.fossil
    return Result(
        end=end,
        gain=end - stock,
        first_gain=first,
        mean_gain=mean,
        total=total,
        mean_total=mean_total,
        first_total=first_total,
        share=None if mean_total is None or fossil is None else mean_total / fossil,
        first_share=None if first_total is None or fossil is None else first_total / fossil,
        speed=speed,
        half_time=None if speed is None else math.log(2) / speed,
        almost_time=None if speed is None else math.log(20) / speed,
    )


def at(setting: Setting, year: float) -> float:
    """The stock of a checked setting after so many years, in t C/ha."""
    stock, rate = setting.stock or 0.0, (setting.rate or 0.0) / 1000
    if setting.way == Way.LINEAR:
        return stock * (1 + rate * year)
    if setting.way == Way.COMPOUND:
        return stock * (1 + rate) ** year
    goal = setting.equilibrium or 0.0
    return goal - (goal - stock) * math.exp(-rate * stock / (goal - stock) * year)


def _checked(setting: Setting) -> tuple[float, float, float]:
    """Stock, rate and years, once nothing of the setting contradicts itself."""
    stock = _stock(setting.stock)
    if not setting.depth.strip():
        raise InvalidCalculationError(
            "Say to which depth the stock was taken: without a depth it means nothing."
        )
    rate, years = setting.rate, setting.years
    if rate is None or not abs(rate) <= MOST_RATE:
        raise InvalidCalculationError("The rate must lie between -100 and 100 per mille a year.")
    if years is None or not 0 <= years <= MOST_YEARS:
        raise InvalidCalculationError("Years must lie between 0 and 200.")
    if setting.way not in tuple(Way):
        raise InvalidCalculationError("Choose linear, compound or saturating.")
    if setting.area is not None and not 0 < setting.area <= MOST_AREA:
        raise InvalidCalculationError("The area must be above 0 and at most 15 billion ha.")
    if setting.way == Way.LINEAR and 1 + rate / 1000 * years < 0:
        raise InvalidCalculationError(
            "At this rate the stock would fall below zero after {years} years: use the compound or"
            " the saturating form.",
            years=round(-1000 / rate, 1),
        )
    return stock, rate, years


def _stock(stock: float | None) -> float:
    if stock is None:
        raise InvalidCalculationError("Enter a stock in t/ha.")
    if not 0 < stock <= MOST_STOCK:
        raise InvalidCalculationError("The stock must be above 0 and at most 3000 t/ha.")
    return stock


def _speed(setting: Setting, stock: float, rate: float) -> float | None:
    """How fast the new equilibrium is approached, per year; None for ways without one."""
    if setting.way != Way.SATURATING:
        return None
    goal = setting.equilibrium
    if goal is None or not 0 <= goal <= MOST_STOCK:
        raise InvalidCalculationError("Enter the new equilibrium the soil approaches.")
    if goal == stock:
        raise InvalidCalculationError(
            "The new equilibrium equals the present stock: nothing would change."
        )
    if rate == 0:
        raise InvalidCalculationError(
            "With a rate of zero the new equilibrium is never approached."
        )
    if (goal > stock) != (rate > 0):
        raise InvalidCalculationError(
            "A gain needs an equilibrium above the present stock, a loss one below it."
        )
    return rate / 1000 * stock / (goal - stock)
