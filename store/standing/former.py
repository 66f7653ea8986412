"""Indicators, objectives and goals judged by method 1.0, on the cards of today.

For meetings held under it, and for who asks what it would have said. A card of that method has no
grade, no ends and no bounds of its own: what it says is what it said.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from statistics import fmean

from store import progress as now
from store import progress_1_0 as progress
from store.figures.approved import Reading
from store.ground import isolation
from store.models import Indicator, RollUp, Target, TargetRole
from store.progress_1_0 import Assessment, Status
from store.standing.points import Point
from store.standing.series import place_series

SHARED = tuple({f.name for f in fields(Assessment)} & {f.name for f in fields(now.Assessment)})
WORDS = ("status", "reason", "last_status", "projection")


def assess(
    indicator: Indicator,
    rows: Iterable[Target],
    series: Iterable[Point],
    there: tuple[Mapping[str, Sequence[Reading]], Sequence[str]],
    as_of: dt.date,
) -> tuple[now.Assessment, dict[str, now.Assessment]]:
    """The verdict on the world, and on each region where each has a target of its own."""
    by_place, regions = there
    asked = to_progress(indicator, rows)
    judged = {
        code: _assess(asked, place_series(indicator, by_place.get(code, [])), as_of)
        for code in regions
        if indicator.roll_up == RollUp.MEAN
    }
    world = _assess(asked, series, as_of)
    if judged and world.reason == progress.Reason.NO_OBSERVATION:
        world = _regional_verdict(world, judged)
    return _card(world), {code: _card(verdict) for code, verdict in judged.items()}


def objective(parts: Sequence[now.Assessment]) -> now.Judged:
    """The verdict on several parts, of which half must be known."""
    whole = progress.multipart([_standing(part) for part in parts])
    status = now.Status(whole.status)
    share = now.UNKNOWN if whole.progress is None else (whole.progress, whole.progress)
    return now.Judged(status=status, progress=share, expected=whole.expected)


def gauge(objectives: Mapping[str, now.Judged]) -> now.Gauge:
    """One goal: the mean of what was measured."""
    found = progress.gauge({code: _judged(one) for code, one in objectives.items()})
    return now.Gauge(
        coverage=found.coverage,
        measured=found.measured,
        indicative=0,
        total=found.total,
        show=found.show,
        progress=found.progress,
        expected=found.expected,
        ratio=found.ratio,
        status=now.Status(found.status),
        weakest=found.weakest,
        low=found.low,
        high=found.high,
        leave_one_out=None,
        spacing=None,
        band=None,
        clock=None,
        flags=frozenset(),
    )


def headline(goals: Mapping[str, now.Gauge]) -> now.Headline:
    """The mean of the goals that have a needle."""
    found = progress.headline({code: goal.progress for code, goal in goals.items()})
    bounds = now.headline({code: now.goal_share(goal) for code, goal in goals.items()}).bounds
    return now.Headline(found.progress, found.goals, found.show, None, 0, bounds)


def _card(verdict: Assessment) -> now.Assessment:
    """A verdict of that method on a card of today."""
    values = {name: getattr(verdict, name) for name in SHARED if name not in WORDS}
    last = verdict.last_status
    ahead = verdict.projection
    return now.Assessment(
        **values,
        status=now.Status(verdict.status),
        reason=None if verdict.reason is None else now.Reason(verdict.reason),
        last_status=None if last is None else now.Status(last),
        projection=None if ahead is None else _projection(ahead),
    )


def _projection(ahead: progress.Projection) -> now.Projection:
    return now.Projection(
        ahead.value,
        ahead.low,
        ahead.high,
        ahead.progress,
        ahead.progress_low,
        ahead.progress_high,
        now.Outlook(ahead.outlook),
        ahead.n,
        ahead.progress_theil_sen,
    )


def _standing(card: now.Assessment) -> progress.Standing:
    return progress.Standing(Status(card.status), card.progress, card.expected)


def _judged(one: now.Judged) -> progress.Standing:
    share = one.progress[0] if one.progress[0] == one.progress[1] else None
    return progress.Standing(Status(one.status), share, one.expected)


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
