"""Indicators judged: the world's figures against what the plan asks, or the regions' own."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlmodel import Session, col, select

from store import progress
from store.figures import approved, complete_years, tallies
from store.figures.approved import Reading
from store.figures.tallies import Tally
from store.ground import isolation
from store.ledger.knowledge import Until
from store.models import Indicator, Place, PlaceKind, PlanVersion, RollUp, Target, TargetRole
from store.models.places import WORLD
from store.plan import contents
from store.progress import Assessment, Observation
from store.standing import former, observations
from store.standing.cards import IndicatorStanding, active_horizon
from store.standing.judging import judge
from store.standing.method import Method
from store.standing.regions import mean_verdict
from store.standing.series import world_series

FIRST_TALLY = 2019

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Known:
    """What was known of one indicator, and where it is asked for."""

    indicator: Indicator
    targets: Sequence[Target]
    readings: Sequence[Reading]
    tallies: Sequence[Tally]
    complete: Sequence[int]
    regions: Sequence[str]
    as_of: dt.date


def assess_indicators(
    session: Session, plan: PlanVersion, until: Until, codes: Collection[str] = ()
) -> list[IndicatorStanding]:
    """Judge indicators under one plan version by what was known, by the method of `until`.

    Without `codes` all of them.
    """
    regions = list(
        session.exec(
            select(Place.code).where(Place.kind == PlaceKind.REGION).order_by(col(Place.code))
        )
    )
    readings = _by(approved.world_and_region_readings(session, until, codes), "indicator_code")
    dates = _tally_dates(until.as_of)
    tallied = _by(tallies.count(session, dates, until, codes), "indicator_code")
    declared = [row for row, _ in complete_years.approved(session, until)]
    complete = complete_years.by_indicator(declared, regions)
    all_targets = contents.targets(session, until)
    targets = _by((row for row in all_targets if row.plan_code == plan.code), "indicator_code")
    method = Method(until.method)
    return [
        _standing(
            Known(
                indicator,
                targets.get(indicator.code, []),
                readings.get(indicator.code, []),
                tallied.get(indicator.code, []),
                complete.get(indicator.code, ()),
                regions,
                until.as_of,
            ),
            method,
        )
        for indicator in contents.indicators(session, until)
        if not codes or indicator.code in codes
    ]


def _by(rows: Iterable[Row], attribute: str) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        grouped.setdefault(getattr(row, attribute), []).append(row)
    return grouped


def _tally_dates(as_of: dt.date) -> list[dt.date]:
    """The ends of the years so far, and the day itself."""
    ends = [dt.date(year, 12, 31) for year in range(FIRST_TALLY, as_of.year)]
    return [*ends, as_of]


def _standing(known: Known, method: Method) -> IndicatorStanding:
    indicator, rows = known.indicator, known.targets
    judging = [row for row in rows if not row.is_context]
    series = world_series(indicator, known.readings, known.tallies, known.regions, method)
    seen: Mapping[str, Sequence[Observation]] = {}
    if method is Method.FORMER:
        by_place = _by(known.readings, "place_code")
        verdict, regions = former.assess(
            indicator, judging, series, (by_place, known.regions), known.as_of
        )
    else:
        verdict, regions, seen = _assess(known, judging)
    targets = tuple(row for row in judging if row.role == TargetRole.TARGET)
    return IndicatorStanding(
        indicator=indicator,
        baseline=next((row for row in judging if row.role == TargetRole.BASELINE), None),
        targets=targets,
        context=tuple(row for row in rows if row.is_context),
        readings=tuple(known.readings),
        series=series,
        assessment=verdict,
        regions=regions,
        is_part=any(target.year == active_horizon(known.as_of) for target in targets),
        method=method,
        observations=seen,
    )


def _assess(
    known: Known, judging: Iterable[Target]
) -> tuple[Assessment, Mapping[str, Assessment], Mapping[str, Sequence[Observation]]]:
    """The verdict on the world, on each region with a target of its own, and what they rest on."""
    measure = to_progress(known.indicator, judging)
    asked, when = (known.indicator, measure), (known.as_of, known.complete)
    seen = observations.of_world(asked, known.readings, known.tallies, known.regions, when)
    world = _judge(measure, seen, known.as_of)
    if known.indicator.roll_up != RollUp.MEAN:
        return world, {}, {WORLD: seen}
    if measure.kind is progress.Kind.RATE:
        each = observations.of_regions_years(asked, known.readings, known.regions, when)
    else:
        by_place = _by(known.readings, "place_code")
        each = {
            code: observations.of_place(asked, by_place.get(code, [])) for code in known.regions
        }
    regions = {code: _judge(measure, each[code], known.as_of) for code in known.regions}
    if world.reason is progress.Reason.NO_OBSERVATION:
        world = mean_verdict(world, measure, regions)
    return world, regions, {WORLD: seen, **each}


def to_progress(indicator: Indicator, rows: Iterable[Target]) -> progress.Indicator:
    """What the plan asks of an indicator, as the arithmetic takes it.

    A baseline without a basis was coded.
    """
    targets = list(rows)
    baseline = next((row for row in targets if row.role == TargetRole.BASELINE), None)
    start: float | progress.Range | None = None
    if baseline is not None:
        is_range = baseline.low != baseline.high
        start = progress.Range(baseline.low, baseline.high) if is_range else baseline.low
    is_observed = baseline is not None and baseline.basis == progress.Basis.OBSERVED
    kind = progress.Kind(indicator.kind)
    units = {"integer": progress.Unit.INTEGER, "level": progress.Unit.LEVEL}
    return progress.Indicator(
        kind=kind,
        unit=units.get(indicator.unit_type, progress.Unit.CONTINUOUS),
        better=progress.Better(indicator.better),
        baseline=start,
        basis=progress.Basis.OBSERVED if is_observed else progress.Basis.CODED,
        targets=tuple(
            progress.Target(row.year, row.low, row.high)
            for row in targets
            if row.role == TargetRole.TARGET
        ),
        limits=(indicator.limit_low, indicator.limit_high),
        stale_after_years=indicator.stale_after_years,
        window=indicator.window_years,
        paths=tuple(progress.PathName(name) for name in indicator.paths),
    )


def _judge(measure: progress.Indicator, seen: Iterable[Observation], as_of: dt.date) -> Assessment:
    """The verdict; that of no figures, logged, where these are beyond what can be computed with."""
    try:
        return judge(measure, seen, as_of)
    except (ArithmeticError, ValueError) as error:  # a bug, or a row past every check: not all
        isolation.note(error)
        return judge(measure, [], as_of)
