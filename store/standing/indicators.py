"""Indicators judged: the world's series against what the plan asks, or the regions' own."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from statistics import fmean
from typing import TypeVar

from sqlmodel import Session, col, select

from store import progress_1_0 as progress
from store.figures import approved, tallies
from store.figures.approved import Reading
from store.figures.tallies import Tally
from store.ground import isolation
from store.ledger.knowledge import Until
from store.models import Indicator, Place, PlaceKind, PlanVersion, RollUp, Target, TargetRole
from store.plan import contents
from store.progress_1_0 import Assessment, Status
from store.standing.cards import IndicatorStanding
from store.standing.series import Point, place_series, world_series

FIRST_TALLY = 2019

Row = TypeVar("Row")


def assess_indicators(session: Session, plan: PlanVersion, until: Until) -> list[IndicatorStanding]:
    """Judge every indicator under one plan version by what was known."""
    regions = list(
        session.exec(
            select(Place.code).where(Place.kind == PlaceKind.REGION).order_by(col(Place.code))
        )
    )
    readings = _by(approved.world_and_region_readings(session, until), "indicator_code")
    tallied = tallies.count(session, _tally_dates(until.as_of), until)
    counted = _by(tallied, "indicator_code")
    all_targets = contents.targets(session, until)
    plan_targets = [row for row in all_targets if row.plan_code == plan.code]
    targets = _by(plan_targets, "indicator_code")
    return [
        _assess_indicator(
            indicator,
            targets.get(indicator.code, []),
            readings.get(indicator.code, []),
            counted.get(indicator.code, []),
            (until.as_of, regions),
        )
        for indicator in contents.indicators(session, until)
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


def _assess_indicator(
    indicator: Indicator,
    rows: Sequence[Target],
    readings: Sequence[Reading],
    counted: Sequence[Tally],
    when_and_where: tuple[dt.date, Sequence[str]],
) -> IndicatorStanding:
    as_of, regions = when_and_where
    judging = [row for row in rows if not row.is_context]
    progress_indicator = to_progress(indicator, judging)
    series = world_series(indicator, readings, counted, regions)
    by_place = _by(readings, "place_code")
    judged = {
        code: _assess_region(indicator, progress_indicator, by_place.get(code, []), as_of)
        for code in regions
        if indicator.roll_up == RollUp.MEAN
    }
    assessment = _assess(progress_indicator, series, as_of)
    if judged and assessment.reason == progress.Reason.NO_OBSERVATION:
        assessment = _regional_verdict(assessment, judged)
    targets = tuple(row for row in judging if row.role == TargetRole.TARGET)
    return IndicatorStanding(
        indicator=indicator,
        baseline=next((row for row in judging if row.role == TargetRole.BASELINE), None),
        targets=targets,
        context=tuple(row for row in rows if row.is_context),
        readings=tuple(readings),
        series=series,
        assessment=assessment,
        regions=judged,
        is_part=any(target.year == active_horizon(as_of) for target in targets),
    )


def to_progress(indicator: Indicator, rows: Iterable[Target]) -> progress.Indicator:
    """What the plan asks of an indicator, as the arithmetic takes it."""
    baseline = next((row for row in rows if row.role == TargetRole.BASELINE), None)
    start: float | progress.Range | None = None
    if baseline is not None:
        is_range = baseline.low != baseline.high
        start = progress.Range(baseline.low, baseline.high) if is_range else baseline.low
    units = {"integer": progress.Unit.INTEGER, "level": progress.Unit.LEVEL}
    return progress.Indicator(
        kind=progress.Kind(indicator.kind),
        unit=units.get(indicator.unit_type, progress.Unit.CONTINUOUS),
        better=progress.Better(indicator.better),
        baseline=start,
        targets=tuple(
            progress.Target(row.year, row.low, row.high)
            for row in rows
            if row.role == TargetRole.TARGET
        ),
        limits=(indicator.limit_low, indicator.limit_high),
        stale_after_years=indicator.stale_after_years,
    )


def _assess_region(
    indicator: Indicator,
    progress_indicator: progress.Indicator,
    readings: Iterable[Reading],
    as_of: dt.date,
) -> Assessment:
    return _assess(progress_indicator, place_series(indicator, readings), as_of)


def _assess(
    progress_indicator: progress.Indicator, points: Iterable[Point], as_of: dt.date
) -> Assessment:
    """The verdict; that of no figures, logged, where these are beyond what can be computed with."""
    try:
        return progress.assess(progress_indicator, _observations(points), as_of)
    except (ArithmeticError, ValueError) as error:  # a bug, or a row past every check: not all
        isolation.note(error)
        return progress.assess(progress_indicator, [], as_of)


def _observations(points: Iterable[Point]) -> list[progress.Observation]:
    return [progress.Observation(point.end, point.figure) for point in points if point.counts]


def _regional_verdict(world: Assessment, regions: Mapping[str, Assessment]) -> Assessment:
    """The world's verdict where each region has a target of its own: the mean of the regions."""
    measured = {code: verdict for code, verdict in regions.items() if progress.is_measured(verdict)}
    old = {code: verdict for code, verdict in regions.items() if verdict.status is Status.STALE}
    fresh = _mean_verdict(world, regions, measured)
    if fresh.status is not Status.NOT_ENOUGH_DATA or not old:
        return fresh
    stale = _mean_verdict(world, regions, measured | old)
    if stale.status is Status.NOT_ENOUGH_DATA:
        return fresh
    return replace(
        stale,
        status=Status.STALE,
        reason=progress.Reason.DATA_TOO_OLD,
        last_status=stale.status,
    )


def _mean_verdict(
    world: Assessment, regions: Mapping[str, Assessment], known: Mapping[str, Assessment]
) -> Assessment:
    expected = [verdict.expected for verdict in known.values() if verdict.expected is not None]
    share = {code: known[code].progress_raw if code in known else None for code in regions}
    outside = {code: known[code].progress for code in known if share[code] is None}
    mean = progress.rollup_mean(share | outside, fmean(expected) if expected else None)
    if not mean.show:
        return world
    return replace(
        world,
        status=mean.status,
        reason=None,
        progress=mean.progress,
        progress_raw=mean.progress,
        expected=fmean(expected),
        ratio=mean.ratio,
        t=max(verdict.t for verdict in known.values() if verdict.t is not None),
    )


def active_horizon(as_of: dt.date) -> int:
    """The target year that a verdict on this day is about."""
    return 2030 if as_of <= dt.date(2030, 12, 31) else 2050
