"""Yearly rates: one reference year for all places, chosen by the calendar and not by the figures.

A part of a year is never stretched to a whole one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import floor, fsum, isfinite

from store.progress.figures import Figure, is_silence, silence
from store.progress.indicator import FROM_ZERO
from store.progress.joint.judged import coverage
from store.progress.parameters import DEFAULT, ROUNDING, Parameters, reaches
from store.progress.status import Reason
from store.progress.years import Moment, as_year

Places = Mapping[str, Mapping[int, Figure | None]]


class YearBasis(StrEnum):
    """Why a year is the reference year."""

    CALENDAR = "calendar"
    DECLARED = "declared"
    STEPPED_BACK = "stepped_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """The rate of the reference year, summed over places.

    Unit:   units a year; t is the year index; `each` holds what every place leaves possible.
    Range:  high is None where nothing bounds it; value is given where both ends agree; coverage
            is the part of the place-years that has spoken.
    Source: data/METHODS.md#yearly-rates
    """

    year: int
    t: float
    low: float
    high: float | None
    value: float | None
    coverage: float
    basis: YearBasis
    reason: Reason | None
    each: Mapping[str, Figure]


def rate_value(
    places: Places,
    as_of: Moment,
    window: int = 1,
    complete: Iterable[int] = (),
    parameters: Parameters = DEFAULT,
) -> Rate:
    """Take every place's rate in one year, or its mean over `window` years up to it.

    Range:  reason `silent_year` where nothing is known in that year and no older one may stand in.
    Errors: ValueError for a window below one year.
    Source: data/METHODS.md#yearly-rates
    """
    if window < 1:
        raise ValueError("A rate needs at least one year.")
    year, basis = reference_year(as_of, complete, parameters)
    reason = None
    if not _known(places, year, window):
        stand_in = _fully_bounded_year(places, year, window)
        if stand_in is None:
            reason = Reason.SILENT_YEAR
        else:
            year, basis = stand_in, YearBasis.STEPPED_BACK
    each = {name: year_figure(figures, year, window) for name, figures in places.items()}
    low = fsum(figure.low for figure in each.values())
    high = fsum(figure.high for figure in each.values()) if each else None
    high = high if high is not None and isfinite(high) else None
    return Rate(
        year=year,
        t=float(year),
        low=low,
        high=high,
        value=low if high is not None and high - low <= ROUNDING else None,
        coverage=coverage(_known(places, year, window), len(places) * window),
        basis=basis,
        reason=reason,
        each=each,
    )


def reference_year(
    as_of: Moment, complete: Iterable[int] = (), parameters: Parameters = DEFAULT
) -> tuple[int, YearBasis]:
    """The last year that ended long enough ago, or the newest one declared complete.

    Source: data/METHODS.md#yearly-rates
    """
    today = as_year(as_of)
    calendar = floor(today - parameters.reporting_lag_years + ROUNDING)
    declared = max((year for year in complete if reaches(today, year)), default=None)
    if declared is not None and declared >= calendar - 1:
        return declared, YearBasis.DECLARED
    return calendar, YearBasis.CALENDAR


def year_figure(figures: Mapping[int, Figure | None], year: int, window: int = 1) -> Figure:
    """What a place leaves possible in one year, or in the mean of the years up to it."""
    every = _figures(figures, year, window)
    low, high = fsum(one.low for one in every), fsum(one.high for one in every)
    return Figure(low / window, high / window, any(one.is_about for one in every))


def _figures(figures: Mapping[int, Figure | None], year: int, window: int) -> list[Figure]:
    """What a place leaves possible in each year of the window; silence is unbounded."""
    years = range(year - window + 1, year + 1)
    return [figures.get(one) or silence(FROM_ZERO) for one in years]


def _known(places: Places, year: int, window: int) -> int:
    """How many place-years have spoken."""
    return sum(
        not is_silence(figure, FROM_ZERO)
        for figures in places.values()
        for figure in _figures(figures, year, window)
    )


def _fully_bounded_year(places: Places, before: int, window: int) -> int | None:
    """The newest older year in which every place-year is bounded on both sides."""
    years = {year for figures in places.values() for year in figures if year < before}
    return next(
        (
            year
            for year in sorted(years, reverse=True)
            if all(
                isfinite(figure.high)
                for figures in places.values()
                for figure in _figures(figures, year, window)
            )
        ),
        None,
    )
