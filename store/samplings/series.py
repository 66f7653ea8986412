"""Samplings of one treatment and layer at a site as a series, and what their change shows."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from store.models import SoilSampling
from store.soil.detection import ALMOST_SURE


@dataclass(frozen=True, slots=True)
class Change:
    """From the first sampling to the last, per mille of the first stock a year.

    `low` and `high` are the ends of the interval in which it lies with 95 % confidence.
    """

    per_mille: float
    low: float
    high: float

    @property
    def is_shown(self) -> bool:
        """Whether the interval leaves zero out."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True)
class SiteSeries:
    """The samplings of one treatment and layer at a site, oldest first."""

    samplings: tuple[SoilSampling, ...]

    @property
    def first(self) -> SoilSampling:
        """Where it began."""
        return self.samplings[0]

    @property
    def last(self) -> SoilSampling:
        """The newest sampling, which also says what holds of the site."""
        return self.samplings[-1]

    @property
    def change(self) -> Change | None:
        """What changed a year; None of a single sampling."""
        return None if self.first is self.last else change(self.first, self.last)


def change(first: SoilSampling, last: SoilSampling) -> Change:
    """The change between two samplings of different years, with its interval.

    Unit:   per mille of the first stock a year.
    Source: data/METHODS.md#change-between-two-samplings
    """
    factor = 1000 / first.stock / (last.year - first.year)
    found = (last.stock - first.stock) * factor
    margin = ALMOST_SURE * math.hypot(first.standard_error, last.standard_error) * abs(factor)
    return Change(found, found - margin, found + margin)


def of(samplings: Iterable[SoilSampling]) -> list[SiteSeries]:
    """The series of these samplings, by place, site, treatment and layer."""
    ordered = sorted(samplings, key=lambda row: row.slot)
    return [SiteSeries(tuple(rows)) for _slot, rows in groupby(ordered, lambda row: row.slot[:-1])]
