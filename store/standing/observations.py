"""What the arithmetic is given of an indicator: figures as intervals, dates as days or brackets.

A figure reported for the world stands; where there is none, regions or countries are rolled up by
the indicator's rule. What a silent place could add stays possible.

Source: data/METHODS.md#regions-and-countries
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import inf

from store import progress
from store.figures.approved import Reading
from store.figures.tallies import Tally
from store.models import Indicator, RollUp, UnitType
from store.models.places import WORLD
from store.progress import Figure, Observation
from store.standing.series import is_usable, latest_by_region

Years = dict[int, Figure | None]
EVERYWHERE = ""  # the whole, where it is asked for as one place


def of_world(
    asked: tuple[Indicator, progress.Indicator],
    readings: Sequence[Reading],
    tallies: Sequence[Tally],
    regions: Sequence[str],
    when: tuple[dt.date, Collection[int]],
) -> list[Observation]:
    """The figures of the world; `when` is the as-of date and the years declared complete."""
    indicator, measure = asked
    usable = [reading for reading in readings if is_usable(indicator, reading)]
    if measure.kind is progress.Kind.RATE:
        years = _world_years(asked, usable, regions)
        return _of_years({EVERYWHERE: years}, EVERYWHERE, measure, when)
    reported = of_place(asked, (one for one in usable if one.place_code == WORLD))
    there = {as_days(one) for one in reported}
    regional = [reading for reading in usable if reading.place_code in regions]
    rolled = [*_of_regions(asked, regional, regions), *_of_countries(indicator, tallies)]
    return [*reported, *(one for one in rolled if as_days(one)[1] not in {d[1] for d in there})]


def of_place(
    asked: tuple[Indicator, progress.Indicator], readings: Iterable[Reading]
) -> list[Observation]:
    """The levels or totals of one place, over the period that each speaks of."""
    indicator, measure = asked
    return [
        Observation(reading.period_start, reading.period_end, figure(measure, reading))
        for reading in readings
        if is_usable(indicator, reading)
    ]


def of_regions_years(
    asked: tuple[Indicator, progress.Indicator],
    readings: Iterable[Reading],
    regions: Sequence[str],
    when: tuple[dt.date, Collection[int]],
) -> dict[str, list[Observation]]:
    """The yearly rates of each region up to the one reference year of all of them."""
    indicator, measure = asked
    places: dict[str, Years] = {code: {} for code in regions}
    for reading in readings:
        if reading.place_code in places and is_usable(indicator, reading):
            places[reading.place_code][reading.period_end.year] = figure(measure, reading)
    return {code: _of_years(places, code, measure, when) for code in regions}


def figure(measure: progress.Indicator, reading: Reading) -> Figure:
    """A reading as an interval, in the indicator's unit."""
    if reading.figure is None:
        raise AssertionError("A reading without a figure is not usable.")
    return measure.figure(reading.figure, reading.qualifier)


def as_days(observation: Observation) -> tuple[progress.Moment, progress.Moment]:
    """The days it speaks of."""
    return observation.first, observation.last


def _world_years(
    asked: tuple[Indicator, progress.Indicator], readings: Sequence[Reading], regions: Sequence[str]
) -> Years:
    """What each year leaves possible: as reported for the world, else summed over regions."""
    indicator, measure = asked
    by_year: dict[int, dict[str, Figure]] = {}
    for reading in readings:
        year = by_year.setdefault(reading.period_end.year, {})
        year[reading.place_code] = figure(measure, reading)
    found: Years = {}
    for year, places in by_year.items():
        if WORLD in places:
            found[year] = places[WORLD]
        elif indicator.roll_up == RollUp.SUM:
            found[year] = _sum({code: places.get(code) for code in regions}, progress.FROM_ZERO)
    return found


def _of_years(
    places: Mapping[str, Years],
    place: str,
    measure: progress.Indicator,
    when: tuple[dt.date, Collection[int]],
) -> list[Observation]:
    """The years of one place up to the reference year of all; that one too where it is silent."""
    as_of, complete = when
    rate = progress.rate_value(places, as_of, measure.window, complete)
    own = places[place]
    earlier = sorted(year for year in own if year < rate.year)
    figures = {year: progress.year_figure(own, year, measure.window) for year in earlier}
    figures[rate.year] = rate.each[place]
    return [
        Observation(float(year), float(year), _within(found, measure.limits))
        for year, found in figures.items()
    ]


def _of_regions(
    asked: tuple[Indicator, progress.Indicator], readings: Sequence[Reading], regions: Sequence[str]
) -> Iterable[Observation]:
    """What regions together leave possible at each date at which one of them reported."""
    indicator, measure = asked
    if indicator.roll_up not in (RollUp.SUM, RollUp.UNITS, RollUp.SHARE):
        return
    for end in sorted({reading.period_end for reading in readings}):
        latest = latest_by_region(indicator, readings, end)
        found = _pooled(asked, latest, regions)
        if found is not None:
            start = min(reading.period_start for reading in latest.values())
            yield Observation(start, end, _within(found, measure.limits))


def _pooled(
    asked: tuple[Indicator, progress.Indicator],
    latest: Mapping[str, Reading],
    regions: Sequence[str],
) -> Figure | None:
    indicator, measure = asked
    if indicator.roll_up == RollUp.SHARE:
        return _share(latest, regions)
    ceiling = 1.0 if indicator.roll_up == RollUp.UNITS else None
    places = {code: figure(measure, latest[code]) if code in latest else None for code in regions}
    return _sum(places, (0.0, ceiling))


def _sum(places: Mapping[str, Figure | None], limits: progress.Limits) -> Figure:
    total = progress.rollup_sum(places, limits)
    return Figure(total.low, inf if total.high is None else total.high)


def _share(latest: Mapping[str, Reading], regions: Sequence[str]) -> Figure | None:
    """The pooled share in percent; None unless every region said of how many it speaks."""
    pairs: dict[str, tuple[Figure | None, float]] = {}
    for code in regions:
        reading = latest.get(code)
        if reading is None or reading.denominator is None or reading.numerator is None:
            return None
        part = progress.interval(
            reading.numerator, reading.qualifier, True, (0.0, reading.denominator)
        )
        pairs[code] = part, reading.denominator
    pooled = progress.rollup_share(pairs)
    if pooled.low is None or pooled.high is None:
        return None
    return Figure(100 * pooled.low, 100 * pooled.high)


def _of_countries(indicator: Indicator, tallies: Iterable[Tally]) -> Iterable[Observation]:
    """Confirmed countries, and all that nobody asked yet; a share needs the register of members."""
    if indicator.limit_high is None or indicator.unit_type != UnitType.INTEGER:
        return
    for tally in tallies:
        count = progress.rollup_units(
            tally.yes, tally.no, max(0, int(indicator.limit_high) - tally.yes - tally.no)
        )
        if tally.yes + tally.no:
            yield Observation(tally.on, tally.on, Figure(count.count, count.count_high))


def _within(found: Figure, limits: progress.Limits) -> Figure:
    """A sum kept to what the whole can be."""
    low, high = limits
    return Figure(
        max(found.low, -inf if low is None else low),
        min(found.high, inf if high is None else high),
        found.is_about,
    )
