"""Compound growth, as Eurostat and Statistics Canada compare it. It never decides a status.

Kept so that figures they published can be reproduced; many baselines of the plan are 0, where
growth has no meaning.
"""

from dataclasses import dataclass

from store.progress.parameters import DEFAULT
from store.progress.way import covered_share

# What the publishers put in place of a zero.
NEAR_ZERO = 0.001


@dataclass(frozen=True, slots=True)
class Series:
    """A published series: three levels in one unit, their years, +1 or -1 for the better way."""

    base: float
    current: float
    target: float
    base_year: float
    year: float
    target_year: float
    direction: int


def annual_growth(first: float, last: float, years: float) -> float:
    """Give the constant yearly growth from first to last, as a share.

    Errors: ZeroDivisionError without time; a complex number is refused as ValueError.
    """
    growth = ((last or NEAR_ZERO) / (first or NEAR_ZERO)) ** (1 / years)
    if isinstance(growth, complex):
        raise ValueError("Growth is not defined between levels of different sign.")
    return growth - 1


def growth_ratio(series: Series) -> float | None:
    """Observed over required growth, positive in the better direction; None if none is required.

    Source: data/METHODS.md#validation
    """
    observed = annual_growth(series.base, series.current, series.year - series.base_year)
    required = annual_growth(series.base, series.target, series.target_year - series.base_year)
    return series.direction * observed / abs(required) if required else None


def linear_ratio(series: Series) -> float | None:
    """Give our own ratio on the same series: the share of the way over the share of the time."""
    share = covered_share(series.current, series.base, series.target)
    elapsed = (series.year - series.base_year) / (series.target_year - series.base_year)
    return None if share is None else share / elapsed


def growth_class(series: Series, pace: float | None) -> str | None:
    """Name the publishers' class for a ratio; a target met is met whatever the trend."""
    if series.direction * (series.current - series.target) >= 0:
        return "target_achieved"
    if pace is None:
        return None
    classes = (
        (DEFAULT.on_track, "substantial_progress"),
        (DEFAULT.behind, "moderate_progress"),
        (0.0, "limited_progress"),
    )
    return next((name for floor, name in classes if pace >= floor), "deterioration")
