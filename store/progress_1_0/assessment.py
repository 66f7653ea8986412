"""The whole card of one indicator on one as-of date: every figure, the status and its reasons."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from store.progress_1_0 import status as ruling
from store.progress_1_0.evidence import Evidence, gather
from store.progress_1_0.flags import Flag, earlier_targets, steps_back
from store.progress_1_0.indicator import Indicator, Kind, Observation, Target
from store.progress_1_0.pace import measure_pace
from store.progress_1_0.parameters import DEFAULT, ROUNDING, Parameters
from store.progress_1_0.path import Way, clip, covered_share, ratio
from store.progress_1_0.projection import Projection, is_trend_sensitive, project
from store.progress_1_0.status import Reason, Status
from store.progress_1_0.versions import baseline_interval
from store.progress_1_0.years import Moment

LATER_HORIZON = 2050
_KEPT = {"progress": 1.0, "expected": 1.0, "gap_abs": 0.0, "gap_rel": 0.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Every figure on an indicator's card; None means not defined, never zero.

    Unit:   value, target, gap_abs, expected_value, baseline and the targets in the indicator's
            unit; paces in units a year; t, start, active_year and arrival_year are year indices;
            progress figures, gap_rel, ratio and stretch are shares or plain ratios.
    Range:  progress and expected 0 to 1; progress_raw, stretch and progress_2050 unclipped.
    Source: data/METHODS_1_0.md#status
    """

    status: Status = Status.NOT_ENOUGH_DATA
    reason: Reason | None = None
    last_status: Status | None = None
    value: float | None = None
    t: float | None = None
    active_year: float | None = None
    target: float | None = None
    progress_raw: float | None = None
    progress: float | None = None
    expected: float | None = None
    ratio: float | None = None
    gap_abs: float | None = None
    gap_rel: float | None = None
    pace_required: float | None = None
    pace_actual: float | None = None
    pace_to_go: float | None = None
    acceleration: float | None = None
    arrival_year: float | None = None
    steps_short: float | None = None
    stretch: float | None = None
    progress_2050: float | None = None
    projection: Projection | None = None
    flags: frozenset[str] = frozenset()
    # What a sentence about the status needs besides.
    as_of: float | None = None
    age: float | None = None
    baseline: float | None = None
    start: float | None = None
    expected_value: float | None = None
    target_stretch: float | None = None
    target_2050: float | None = None
    progress_low: float | None = None
    progress_high: float | None = None
    ranges_touch: bool = False


def assess(
    indicator: Indicator,
    observations: Iterable[Observation],
    as_of: Moment,
    parameters: Parameters = DEFAULT,
) -> Assessment:
    """Judge an indicator by what was known on the as-of date.

    Later observations change nothing. Nothing is filled in: where something is lacking the
    status is `not_enough_data` with a reason.
    Errors: none for any combination of finite numbers.
    Source: data/METHODS_1_0.md#status
    """
    evidence = gather(indicator, observations, as_of)
    card = _describe(evidence)
    reason = ruling.missing(evidence)
    if reason is not None:
        return replace(card, reason=reason)
    way = evidence.way
    if way is None:
        card = replace(card, **_KEPT, status=Status.ACHIEVED, expected_value=card.target)
    elif ruling.is_kept(indicator, (way.baseline, way.target)):
        card = _maintained(card, evidence, way, parameters)
    else:
        card = _measured(card, evidence, way, parameters)
    card = replace(card, flags=card.flags | earlier_targets(evidence, parameters))
    return _greyed_if_stale(card, evidence, parameters)


def _describe(evidence: Evidence) -> Assessment:
    """Fill in what is known before any verdict."""
    active, indicator = evidence.active, evidence.indicator
    t, value = evidence.latest if evidence.readings else (None, None)
    start, baseline = evidence.origin or (None, None)
    later = _later_target(evidence)
    has_target = evidence.target is not None
    marks = {
        Flag.TARGET_RANGE: active is not None and active.is_range,
        Flag.BASELINE_RANGE: has_target and evidence.baseline_range is not None,
        Flag.LATE_BASELINE: has_target and evidence.has_late_baseline,
    }
    return Assessment(
        value=value,
        t=t,
        active_year=None if active is None else float(active.year),
        target=evidence.target,
        flags=frozenset(flag for flag, is_set in marks.items() if is_set),
        as_of=evidence.as_of,
        age=None if t is None else evidence.as_of - t,
        baseline=baseline,
        start=start,
        target_stretch=active.strongest(indicator.better) if active else None,
        target_2050=later.weakest(indicator.better) if later else None,
    )


def _measured(card: Assessment, evidence: Evidence, way: Way, parameters: Parameters) -> Assessment:
    """Fill in the card of an indicator that has a way to go from baseline to target."""
    t, value = evidence.latest
    verdict = ruling.judge(evidence, way, parameters)
    is_achieved = verdict.status is Status.ACHIEVED
    is_early = verdict.reason is Reason.TOO_EARLY
    projection = None if is_achieved or is_early else project(evidence, way, parameters)
    progress, expected = way.share(value), way.expected_share(t)
    marks = {
        Flag.DEADLINE_MISSED: verdict.deadline_missed,
        Flag.RECENT_REVERSAL: steps_back(evidence, way, parameters),
        Flag.TREND_SENSITIVE: projection is not None and is_trend_sensitive(projection, parameters),
    }
    card = _paced(_beside(card, evidence, way), evidence, way, is_achieved)
    return replace(
        card,
        status=verdict.status,
        reason=verdict.reason,
        progress_raw=progress,
        progress=clip(progress),
        expected=expected,
        ratio=ratio(progress, expected),
        gap_abs=max(0.0, evidence.indicator.better.sign * (way.target - value)),
        gap_rel=max(0.0, 1 - progress),
        steps_short=verdict.steps_short,
        expected_value=way.expected_value(t),
        projection=projection,
        flags=card.flags | {flag for flag, is_set in marks.items() if is_set},
    )


def _paced(card: Assessment, evidence: Evidence, way: Way, is_achieved: bool) -> Assessment:
    pace = measure_pace(evidence, way, is_achieved)
    return replace(
        card,
        pace_required=pace.required,
        pace_actual=pace.actual,
        pace_to_go=pace.to_go,
        acceleration=pace.acceleration,
        arrival_year=pace.arrival_year,
        flags=card.flags | ({Flag.AFTER_2100} if pace.arrives_too_late else set()),
    )


def _maintained(
    card: Assessment, evidence: Evidence, way: Way, parameters: Parameters
) -> Assessment:
    """Fill in the card of an indicator that met its target from the start.

    Source: data/METHODS_1_0.md#maintenance
    """
    verdict = ruling.judge(evidence, way, parameters)
    card = replace(
        _beside(card, evidence, way),
        status=verdict.status,
        reason=verdict.reason,
        expected_value=way.target,
        flags=card.flags | {Flag.MAINTENANCE},
    )
    if verdict.status is Status.ACHIEVED:
        return replace(card, **_KEPT)
    lost = evidence.indicator.better.sign * (way.target - evidence.latest[1])
    share = min(1.0, lost / abs(way.target)) if way.target else 1.0
    return replace(card, progress=1 - share, expected=1.0, gap_abs=lost, gap_rel=share)


def _beside(card: Assessment, evidence: Evidence, way: Way) -> Assessment:
    """Add what is shown in small print: the further bound, 2050, the ends of a baseline range."""
    value = evidence.latest[1]
    card = replace(
        card,
        stretch=_share_ahead(evidence, way.baseline, card.target_stretch),
        progress_2050=_share_ahead(evidence, way.baseline, card.target_2050),
    )
    if (span := evidence.baseline_range) is None:
        return card
    ends = baseline_interval(span, way.target, value)
    return replace(card, progress_low=ends.low, progress_high=ends.high, ranges_touch=ends.touch)


def _share_ahead(evidence: Evidence, baseline: float, target: float | None) -> float | None:
    """Progress to another target; None where the baseline already meets that one."""
    if target is None or ruling.is_kept(evidence.indicator, (baseline, target)):
        return None
    return covered_share(evidence.latest[1], baseline, target)


def _later_target(evidence: Evidence) -> Target | None:
    """Give the 2050 target while an earlier one is active."""
    active = evidence.active
    targets = (target for target in evidence.indicator.targets if target.year == LATER_HORIZON)
    later = next(targets, None)
    return later if active is not None and active.year < LATER_HORIZON else None


def _greyed_if_stale(card: Assessment, evidence: Evidence, parameters: Parameters) -> Assessment:
    """Hide a verdict on an old figure, except that what a running total achieved stays so.

    Source: data/METHODS_1_0.md#stale
    """
    stale_after = evidence.indicator.stale_after_years
    limit = parameters.stale_after_years if stale_after is None else stale_after
    is_fresh = card.age is None or card.age <= limit + ROUNDING
    is_final = card.status is Status.ACHIEVED and evidence.indicator.kind is Kind.CUMULATIVE
    if is_fresh or is_final or card.status is Status.NOT_ENOUGH_DATA:
        return card
    return replace(card, status=Status.STALE, reason=Reason.DATA_TOO_OLD, last_status=card.status)
