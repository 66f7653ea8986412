"""The figures of a card at one end of what is possible: one value at one time."""

from dataclasses import dataclass, fields, replace
from math import isclose, isfinite

from store.progress.evidence import Evidence
from store.progress.indicator import Target
from store.progress.pace import measure_pace
from store.progress.parameters import reaches
from store.progress.status import MET, Status, is_small, steps_short
from store.progress.way import Way, clip, covered_share, ratio

LATER_HORIZON = 2050


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """Every figure at one end; None means not defined, unbounded or hidden, never zero.

    Unit:   value and gap_abs in the indicator's unit; paces in units a year; t and arrival_year
            are year indices; progress figures, gap_rel and stretch are shares of the way.
    Range:  progress and expected 0 to 1; progress_raw, stretch and progress_2050 unclipped.
    Source: data/METHODS.md#figures-of-a-card
    """

    status: Status | None = None
    value: float | None = None
    t: float | None = None
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


FIGURES = tuple(field.name for field in fields(End) if field.name != "status")


def agreed(low: End, high: End) -> dict[str, float | None]:
    """The figures on which both ends agree; None where they do not."""
    return {name: _same(getattr(low, name), getattr(high, name)) for name in FIGURES}


def differ(low: End, high: End) -> bool:
    """Whether there is anything to say about two ends."""
    pairs = [(getattr(low, name), getattr(high, name)) for name in FIGURES]
    return any(one != other and _same(one, other) is None for one, other in pairs)


def describe(evidence: Evidence, status: Status, value: float, t: float) -> End:
    """Fill in the figures of one end."""
    target, way = evidence.target, evidence.way
    if target is None:
        return End(status=status, t=t)
    gap = max(0.0, evidence.indicator.sign * (target - value))
    seen = End(status=status, value=_finite(value), t=t)
    if way is None:  # met, and nothing to count from
        return replace(seen, progress=1.0, expected=1.0, gap_abs=0.0, gap_rel=0.0)
    if evidence.is_kept:
        return _kept(seen, evidence, way, value)
    raw, expected = way.share(value), way.expected_share(t)
    pace = measure_pace(evidence, way, value, t, is_met=status in MET)
    return replace(
        seen,
        progress_raw=_finite(raw),
        progress=clip(raw),
        expected=expected,
        ratio=_finite(ratio(raw, expected)),
        gap_abs=_finite(gap),
        gap_rel=_finite(max(0.0, 1 - raw)),
        pace_required=pace.required,
        pace_actual=pace.actual,
        pace_to_go=pace.to_go,
        acceleration=pace.acceleration,
        arrival_year=pace.arrival_year,
        steps_short=_steps(evidence, way, status, value, t),
        stretch=_finite(share_ahead(evidence, evidence.active, value, strongest=True)),
        progress_2050=_finite(share_ahead(evidence, later_target(evidence), value)),
    )


def shown_share(evidence: Evidence, value: float) -> float:
    """Progress as shown, 0 to 1, whether there is a way, none, or a level to keep."""
    way = evidence.way
    if way is None:
        return 1.0
    return kept_share(evidence, way, value) if evidence.is_kept else clip(way.share(value))


def kept_share(evidence: Evidence, way: Way, value: float) -> float:
    """What is left of a target that was met from the start.

    Source: data/METHODS.md#maintenance
    """
    lost = evidence.indicator.sign * (way.target - value)
    slack = 0.0
    if not evidence.indicator.comes_in_wholes:
        slack = (1 - evidence.parameters.achieved_continuous) * abs(way.target)
    if reaches(slack, lost):
        return 1.0
    return max(0.0, 1 - lost / abs(way.target)) if way.target else 0.0


def later_target(evidence: Evidence) -> Target | None:
    """Give the 2050 target while an earlier one is active."""
    active = evidence.active
    targets = (target for target in evidence.indicator.targets if target.year == LATER_HORIZON)
    later = next(targets, None)
    return later if active is not None and active.year < LATER_HORIZON else None


def share_ahead(
    evidence: Evidence, target: Target | None, value: float, *, strongest: bool = False
) -> float | None:
    """Progress to another level; None where there is none or the baseline already meets it."""
    if target is None or evidence.way is None:
        return None
    better, baseline = evidence.indicator.better, evidence.way.baseline
    level = target.strongest(better) if strongest else target.weakest(better)
    if level is None or reaches(better.sign * (baseline - level), 0):
        return None
    return covered_share(value, baseline, level)


def _kept(seen: End, evidence: Evidence, way: Way, value: float) -> End:
    """A target met from the start: what is left of it, and nothing about a way."""
    share = kept_share(evidence, way, value)
    lost = max(0.0, evidence.indicator.sign * (way.target - value))
    return replace(
        seen,
        progress=share,
        expected=1.0,
        gap_abs=0.0 if seen.status in MET else _finite(lost),
        gap_rel=1 - share,
    )


def _steps(evidence: Evidence, way: Way, status: Status, value: float, t: float) -> float | None:
    """Whole steps short, from a year after the start until the deadline, while on the way."""
    parameters = evidence.parameters
    if status in MET or status is Status.REGRESSING or reaches(t, way.deadline):
        return None
    if not is_small(evidence.indicator, way, parameters):
        return None
    if not reaches(t - way.start, parameters.min_span_years):
        return None
    return steps_short(evidence.indicator, way, value, t)


def _finite(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None


def _same(one: float | None, other: float | None) -> float | None:
    if one is None or other is None:
        return None
    return one if isclose(one, other, rel_tol=1e-9, abs_tol=1e-9) else None
