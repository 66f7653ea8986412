"""Yearly rates. A part of a year is never stretched to a whole one."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from store.progress.parameters import reaches
from store.progress.status import Reason
from store.progress.years import Moment, as_year


@dataclass(frozen=True, slots=True)
class Rate:
    """The rate of the latest complete years.

    Unit:   value in units a year; t is the year index of the last year used.
    """

    value: float | None
    t: float | None
    years: tuple[int, ...] = ()
    reason: Reason | None = None


def rate_value(counts: Mapping[int, float | None], as_of: Moment, span: int = 1) -> Rate:
    """Average the latest `span` complete calendar years in a row.

    `span` is 2 where the plan says "every year or every two years". A year without a figure is
    not a year of zero: the latest unbroken run before it is used.
    Range:  value None with `no_observation` where no such run exists.
    Errors: ValueError for a span below one year.
    Source: data/METHODS.md#rates
    """
    if span < 1:
        raise ValueError("A rate needs at least one year.")
    today = as_year(as_of)
    known = {y: n for y, n in counts.items() if n is not None and reaches(today, y)}
    for last in sorted(known, reverse=True):
        years = tuple(range(last - span + 1, last + 1))
        if all(year in known for year in years):
            return Rate(fmean(known[year] for year in years), float(last), years)
    return Rate(None, None, reason=Reason.NO_OBSERVATION)
