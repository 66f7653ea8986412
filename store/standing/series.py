"""The world's series of an indicator, from what the world, its regions and its countries reported.

A figure reported for the world stands; where there is none, regions or countries are rolled up by
the indicator's rule. Silence stays visible: every point says how much of the whole it knows. By the
method in force a part of the whole is a lower bound and judged as one; by the former method it
counted where half was known, and a mean of years only where none of them was silent.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from store import progress_1_0 as progress
from store.figures.approved import Reading
from store.figures.periods import is_whole_year
from store.figures.tallies import Tally
from store.models import Indicator, Qualifier, RollUp, UnitType
from store.models.places import WORLD
from store.standing.method import Method
from store.standing.points import Point, added_up

ENOUGH = progress.DEFAULT.coverage
YEARS = frozenset(range(1900, 2101))


def world_series(
    indicator: Indicator,
    readings: Sequence[Reading],
    tallies: Sequence[Tally],
    regions: Sequence[str],
    method: Method = Method.IN_FORCE,
) -> tuple[Point, ...]:
    """The points of one indicator, oldest first; `regions` are the codes of all regions."""
    usable = [reading for reading in readings if is_usable(indicator, reading)]
    reported = [_reported(reading) for reading in usable if reading.place_code == WORLD]
    regional = [reading for reading in usable if reading.place_code in regions]
    rolled = [
        *_roll_up_regions(indicator, regional, regions, method),
        *_roll_up_countries(indicator, tallies),
    ]
    ends = {point.end for point in reported}
    points = [*reported, *(point for point in rolled if point.end not in ends)]
    points.sort(key=lambda point: point.end)
    if method is Method.FORMER:
        return tuple(map(_halved, _averaged(points, indicator.window_years)))
    return tuple(_means(points, indicator.window_years))


def _halved(point: Point) -> Point:
    """By the former method half of the whole had to be known."""
    return replace(point, counts=point.known >= ENOUGH * point.total)


def place_series(indicator: Indicator, readings: Iterable[Reading]) -> tuple[Point, ...]:
    """The points of one place judged on its own, oldest first."""
    points = [_reported(reading) for reading in readings if is_usable(indicator, reading)]
    return tuple(_averaged(points, indicator.window_years))


def is_possible(indicator: Indicator, figure: float, start: dt.date, end: dt.date) -> bool:
    """Whether a figure of the ledger can be one: nothing impossible is written there by us.

    What got there otherwise is shown where its revisions are, and counts for nothing.
    """
    low, high = indicator.limit_low, indicator.limit_high
    is_within = (low is None or figure >= low) and (high is None or figure <= high)
    return is_within and abs(figure) <= indicator.largest and {start.year, end.year} <= YEARS


def is_usable(indicator: Indicator, reading: Reading) -> bool:
    """A declared "no data" is no figure, and a part of a year is no yearly rate."""
    start, end, figure = reading.period_start, reading.period_end, reading.figure
    whole = indicator.kind != progress.Kind.RATE or is_whole_year(start, end)
    return figure is not None and whole and is_possible(indicator, figure, start, end)


def _reported(reading: Reading) -> Point:
    return Point(
        start=reading.period_start,
        end=reading.period_end,
        figure=_known(reading.figure),
        qualifier=reading.qualifier,
        known=1,
        total=1,
        readings=(reading,),
    )


def _roll_up_regions(
    indicator: Indicator, readings: Sequence[Reading], regions: Sequence[str], method: Method
) -> Iterable[Point]:
    if indicator.roll_up not in (RollUp.SUM, RollUp.UNITS, RollUp.SHARE):
        return
    for end in sorted({reading.period_end for reading in readings}):
        latest = latest_by_region(indicator, readings, end)
        figure, known = _pool(indicator, latest, regions)
        if figure is None:
            continue
        is_whole = known == len(regions)
        figure, qualifier = _exactness(indicator, latest, figure, method, is_whole=is_whole)
        yield Point(
            start=min(reading.period_start for reading in latest.values()),
            end=end,
            figure=figure,
            qualifier=qualifier,
            known=known,
            total=len(regions),
            readings=tuple(latest.values()),
            counts=is_whole or indicator.roll_up != RollUp.SHARE,
        )


def _exactness(
    indicator: Indicator,
    latest: dict[str, Reading],
    figure: float,
    method: Method,
    *,
    is_whole: bool,
) -> tuple[float, Qualifier]:
    """A rolled up figure with its qualifier; a share that a silent region could move is vague."""
    is_exact = is_whole and all(one.qualifier == Qualifier.EXACT for one in latest.values())
    if is_exact:
        return figure, Qualifier.EXACT
    if indicator.roll_up == RollUp.SHARE:
        return figure, Qualifier.ABOUT
    if method is Method.FORMER:
        return figure, Qualifier.AT_LEAST
    parts = [(_known(one.figure), one.qualifier) for one in latest.values()]
    return added_up(parts, is_whole=is_whole)


def latest_by_region(
    indicator: Indicator, readings: Sequence[Reading], end: dt.date
) -> dict[str, Reading]:
    """Each region's newest figure by the date: of that year for a rate, not stale for a level."""
    limit = indicator.stale_after_years or progress.DEFAULT.stale_after_years
    latest: dict[str, Reading] = {}
    for reading in readings:  # oldest first
        age = progress.year_index(end) - progress.year_index(reading.period_end)
        fits = age == 0 if indicator.kind == progress.Kind.RATE else 0 <= age <= limit
        if fits:
            latest[reading.place_code] = reading
    return latest


def _pool(
    indicator: Indicator, latest: dict[str, Reading], regions: Sequence[str]
) -> tuple[float | None, int]:
    """The pooled figure, and how many regions are in it."""
    if indicator.roll_up == RollUp.SHARE:
        parts = {code: latest[code] for code in regions if code in latest}
        pooled = progress.rollup_share(
            {
                code: (parts[code].numerator, parts[code].denominator) if code in parts else None
                for code in regions
            }
        )
        known = sum(part.denominator is not None for part in parts.values())
        return None if pooled.share is None else 100 * pooled.share, known
    total = progress.rollup_sum(
        {code: latest[code].figure if code in latest else None for code in regions}
    )
    return total.value, len(latest)


def _roll_up_countries(indicator: Indicator, tallies: Sequence[Tally]) -> Iterable[Point]:
    """Only counts of countries: a share of member countries needs the register of members."""
    if indicator.limit_high is None or indicator.unit_type != UnitType.INTEGER:
        return
    total = int(indicator.limit_high)
    for tally in tallies:
        known = tally.yes + tally.no
        if known:
            yield Point(
                start=tally.on,
                end=tally.on,
                figure=float(tally.yes),
                qualifier=Qualifier.EXACT if known >= total else Qualifier.AT_LEAST,
                known=known,
                total=total,
                readings=(),
            )


def _means(points: list[Point], years: int) -> Iterable[Point]:
    """The mean over the years that the plan asks for; a silent year may hold anything."""
    if years == 1:
        return points
    by_year = {point.end.year: point for point in points}
    windows = ([by_year.get(year - back) for back in range(years)] for year in sorted(by_year))
    return [_mean_of([one for one in window if one is not None], years) for window in windows]


def _mean_of(run: list[Point], years: int) -> Point:
    """The mean of the years that spoke among `years`, newest first."""
    weakest = min(run, key=lambda point: point.known / point.total)
    is_whole = len(run) == years
    figure, qualifier = added_up([(one.figure, one.qualifier) for one in run], is_whole=is_whole)
    return Point(
        start=dt.date(run[0].end.year - years + 1, 1, 1),
        end=run[0].end,
        figure=figure / years,
        qualifier=qualifier,
        known=weakest.known,
        total=weakest.total,
        readings=tuple(reading for point in reversed(run) for reading in point.readings),
        counts=all(point.counts for point in run) and (is_whole or figure > 0),
    )


def _averaged(points: list[Point], years: int) -> Iterable[Point]:
    """The mean by the former method; a missing year breaks the run."""
    if years == 1:
        return points
    by_year = {point.end.year: point for point in points}
    runs = (
        [by_year[year - back] for back in range(years - 1, -1, -1)]
        for year in sorted(by_year)
        if all(year - back in by_year for back in range(years))
    )
    return [_mean(run) for run in runs]


def _mean(run: list[Point]) -> Point:
    weakest = min(run, key=lambda point: point.known / point.total)
    return Point(
        start=run[0].start,
        end=run[-1].end,
        figure=sum(point.figure for point in run) / len(run),
        qualifier=next(
            (p.qualifier for p in run if p.qualifier != Qualifier.EXACT), Qualifier.EXACT
        ),
        known=weakest.known,
        total=weakest.total,
        readings=tuple(reading for point in run for reading in point.readings),
    )


def _known(figure: float | None) -> float:
    if figure is None:
        raise AssertionError("A reading without a figure is not usable.")
    return figure
