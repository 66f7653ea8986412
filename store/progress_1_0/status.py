"""Which status a reading earns. First match wins, in the order of the method's table."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, floor

from store.progress_1_0.evidence import Evidence
from store.progress_1_0.indicator import Indicator
from store.progress_1_0.parameters import ROUNDING, Parameters, reaches
from store.progress_1_0.path import Way, covered_share, ratio


class Status(StrEnum):
    """The seven verdicts."""

    ACHIEVED = "achieved"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    OFF_TRACK = "off_track"
    REGRESSING = "regressing"
    NOT_ENOUGH_DATA = "not_enough_data"
    STALE = "stale"


class Reason(StrEnum):
    """Why there is no verdict."""

    NO_TARGET = "no_target"
    NO_OBSERVATION = "no_observation"
    NO_BASELINE = "no_baseline"
    DATA_ERROR = "data_error"
    TOO_EARLY = "too_early"
    DATA_TOO_OLD = "data_too_old"


UNKNOWN = frozenset({Status.NOT_ENOUGH_DATA, Status.STALE})
WORST_FIRST = (
    Status.REGRESSING,
    Status.OFF_TRACK,
    Status.BEHIND,
    Status.ON_TRACK,
    Status.ACHIEVED,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status with what only the ruling itself knows."""

    status: Status
    reason: Reason | None = None
    steps_short: float | None = None
    deadline_missed: bool = False


def missing(evidence: Evidence) -> Reason | None:
    """Say what is lacking for any verdict at all; None where a verdict can be given.

    Source: data/METHODS_1_0.md#status
    """
    target = evidence.target
    if target is None:
        return Reason.NO_TARGET
    if not evidence.readings:
        return Reason.NO_OBSERVATION
    beyond = evidence.indicator.better.sign * (evidence.latest[1] - target)
    if evidence.origin is None and not reaches(beyond, 0):
        return Reason.NO_BASELINE
    return Reason.DATA_ERROR if evidence.total_falls() else None


def meets(
    indicator: Indicator, way: tuple[float | None, float], value: float, parameters: Parameters
) -> bool:
    """Whether a value meets a target; `way` is (baseline or None, target).

    Whole units must all be there; a continuous quantity is allowed half a percent of the way,
    unless there is no way to measure that against.
    """
    baseline, target = way
    beyond = indicator.better.sign * (value - target)
    if indicator.comes_in_wholes or baseline is None or is_kept(indicator, (baseline, target)):
        return reaches(beyond, 0)
    share = covered_share(value, baseline, target)
    return share is not None and reaches(share, parameters.achieved_continuous)


def is_kept(indicator: Indicator, way: tuple[float, float]) -> bool:
    """Whether the baseline already equals or beats the target, so the task is to keep it."""
    baseline, target = way
    return indicator.better.sign * (baseline - target) >= 0


def judge(evidence: Evidence, way: Way, parameters: Parameters) -> Verdict:
    """Rule on the latest reading, staleness apart.

    Source: data/METHODS_1_0.md#status
    """
    t, value = evidence.latest
    ends = (way.baseline, way.target)
    if meets(evidence.indicator, ends, value, parameters):
        return Verdict(Status.ACHIEVED)
    if not reaches(t - way.start, parameters.min_span_years):
        return Verdict(Status.NOT_ENOUGH_DATA, Reason.TOO_EARLY)
    if is_kept(evidence.indicator, ends):
        return Verdict(Status.REGRESSING)
    progress = way.share(value)
    if progress < -parameters.regress_tolerance - ROUNDING:
        return Verdict(Status.REGRESSING)
    if reaches(t, way.deadline):
        enough = reaches(progress, parameters.behind)
        status = Status.BEHIND if enough else Status.OFF_TRACK
        return Verdict(status, deadline_missed=True)
    if is_small(evidence.indicator, way, parameters):
        return _judge_steps(evidence, way, parameters)
    return Verdict(pace_status(ratio(progress, way.expected_share(t)), parameters))


def pace_status(pace: float | None, parameters: Parameters) -> Status:
    """Class a ratio of progress to expected progress; None means nothing is expected yet."""
    if pace is None or reaches(pace, parameters.on_track):
        return Status.ON_TRACK
    return Status.BEHIND if reaches(pace, parameters.behind) else Status.OFF_TRACK


def is_small(indicator: Indicator, way: Way, parameters: Parameters) -> bool:
    """Whether single units weigh so much that whole steps decide."""
    few = reaches(parameters.small_count, abs(way.length))
    return indicator.is_milestone or (indicator.comes_in_wholes and few)


def steps_due(indicator: Indicator, way: Way, t: float) -> float:
    """Give the level whole steps should have reached at t.

    The benefit of the doubt goes with the direction: 6.4 due on the way down asks for 7.
    Source: data/METHODS_1_0.md#small-numbers
    """
    if abs(way.length) <= 1:
        return way.target if reaches(way.expected_share(t), 0.5) else way.baseline
    due = way.expected_value(t)
    return floor(due + ROUNDING) if indicator.better.sign > 0 else ceil(due - ROUNDING)


def _judge_steps(evidence: Evidence, way: Way, parameters: Parameters) -> Verdict:
    t, value = evidence.latest
    ahead = evidence.indicator.better.sign * (steps_due(evidence.indicator, way, t) - value)
    short = max(0.0, ahead)
    by_pace = pace_status(ratio(way.share(value), way.expected_share(t)), parameters)
    if short <= ROUNDING or by_pace is Status.ON_TRACK:
        return Verdict(Status.ON_TRACK, steps_short=short)
    lost = reaches(short, 2) and by_pace is Status.OFF_TRACK
    return Verdict(Status.OFF_TRACK if lost else Status.BEHIND, steps_short=short)


def worst(statuses: Iterable[Status]) -> Status:
    """Give the worst of the known statuses; not enough data where there is none."""
    present = set(statuses)
    return next((status for status in WORST_FIRST if status in present), Status.NOT_ENOUGH_DATA)
