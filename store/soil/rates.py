"""How fast a series changed at first and later, as per mille of its first stock a year.

Slopes between two samplings, not fits: what a reader can check with a ruler.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from store.soil.experiments import Sampling, Series

EARLY = (15, 40)  # years after the start that end the first decades
EARLY_WISHED = 20
LATE_SHARE = 0.45  # of the series that its last half has at least


@dataclass(frozen=True, slots=True)
class Slope:
    """The change from one sampling to another, in per mille of the first stock a year."""

    start: Sampling
    end: Sampling
    per_mille: float

    @property
    def years(self) -> int:
        """How long it took."""
        return self.end.year - self.start.year


@dataclass(frozen=True, slots=True)
class Rates:
    """A series with its slope over the first decades and over its last half."""

    series: Series
    early: Slope
    late: Slope


def of(found: Iterable[Series]) -> list[Rates]:
    """The rates of the series that have them, the fastest start first."""
    rated = [rates for series in found if (rates := _rates(series)) is not None]
    return sorted(rated, key=lambda rates: -rates.early.per_mille)


def _rates(series: Series) -> Rates | None:
    first, last = series.first, series.last
    low, high = EARLY
    early = [sampling for sampling in series.samplings if low <= sampling.year - first.year <= high]
    if not early:
        return None
    end = min(early, key=lambda sampling: abs(sampling.year - first.year - EARLY_WISHED))
    latest = last.year - LATE_SHARE * (last.year - first.year)
    middle = [sampling for sampling in series.samplings if sampling.year <= latest][-1]
    return Rates(series, _slope(series, first, end), _slope(series, middle, last))


def _slope(series: Series, start: Sampling, end: Sampling) -> Slope:
    change = (end.stock - start.stock) / (end.year - start.year)
    return Slope(start, end, 1000 * change / series.first.stock)
