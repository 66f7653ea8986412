"""Which status an exact figure earns. First match wins, in the order of the method's table."""

from collections.abc import Iterable
from enum import StrEnum
from math import ceil, floor

from store.progress.evidence import Evidence, is_kept
from store.progress.indicator import Indicator, Kind
from store.progress.parameters import ROUNDING, Parameters, exceeds, reaches
from store.progress.way import Line, Way, covered_share, ratio


class Status(StrEnum):
    """The verdicts, and the ways of having none or more than one.

    `stale` is one of method 1.0, for cards of that time; no rule here gives it.
    """

    ACHIEVED = "achieved"
    TARGET_MET = "target_met"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    OFF_TRACK = "off_track"
    REGRESSING = "regressing"
    RANGE = "range"
    NOT_ENOUGH_DATA = "not_enough_data"
    STALE = "stale"


class Reason(StrEnum):
    """Why there is no verdict."""

    NO_TARGET = "no_target"
    NO_OBSERVATION = "no_observation"
    NO_BASELINE = "no_baseline"
    TOO_EARLY = "too_early"
    TOO_WIDE = "too_wide"
    DATA_ERROR = "data_error"
    BASELINE_CONTRADICTED = "baseline_contradicted"
    DATA_TOO_OLD = "data_too_old"
    PARTS_UNKNOWN = "parts_unknown"
    SILENT_YEAR = "silent_year"


WORST_FIRST = (
    Status.REGRESSING,
    Status.OFF_TRACK,
    Status.BEHIND,
    Status.ON_TRACK,
    Status.TARGET_MET,
    Status.ACHIEVED,
)
MET = frozenset({Status.ACHIEVED, Status.TARGET_MET})
# A goal is not on track while one of its objectives stands like this.
BLOCKING = frozenset({Status.OFF_TRACK, Status.REGRESSING})


def worst(statuses: Iterable[Status]) -> Status:
    """Give the worst of some statuses.

    Errors: ValueError for none, or for one that has no place in the order.
    """
    return min(statuses, key=WORST_FIRST.index)


def is_wider_than_a_verdict(low: Status, high: Status) -> bool:
    """Whether two ends hold both off track and on track, which would say nothing."""
    rank = WORST_FIRST.index
    return rank(low) <= rank(Status.OFF_TRACK) and rank(high) >= rank(Status.ON_TRACK)


def missing(evidence: Evidence) -> Reason | None:
    """Say what is lacking for any verdict at all, in the method's order; None if nothing is.

    Source: data/METHODS.md#no-verdict
    """
    if evidence.target is None:
        return Reason.NO_TARGET
    if not evidence.readings:
        return Reason.SILENT_YEAR if evidence.is_silenced else Reason.NO_OBSERVATION
    if evidence.falls:
        return Reason.DATA_ERROR
    if evidence.origin is None and not meets_without_baseline(evidence):
        return Reason.NO_BASELINE
    if not exceeds(evidence.newest.last, evidence.start):
        return Reason.TOO_EARLY
    return Reason.BASELINE_CONTRADICTED if evidence.is_contradicted() else None


def is_too_early(evidence: Evidence, first: float) -> bool:
    """Whether a figure may be from less than a year after the start."""
    return not reaches(first - evidence.start, evidence.parameters.min_span_years)


def meets_without_baseline(evidence: Evidence) -> bool:
    """Whether even the worse end of the newest figure is at the target."""
    sign, target = evidence.indicator.sign, evidence.target
    return target is not None and reaches(sign * (evidence.newest.figure.worse(sign) - target), 0)


def meets(
    indicator: Indicator,
    baseline: float | None,
    target: float,
    value: float,
    parameters: Parameters,
) -> bool:
    """Whether a value meets a target.

    Whole units must all be there; a continuous quantity is allowed half a percent of the way, or
    of the target where it was met from the start.
    """
    beyond = indicator.sign * (value - target)
    if indicator.comes_in_wholes or baseline is None:
        return reaches(beyond, 0)
    if reaches(indicator.sign * (baseline - target), 0):
        return reaches(beyond, -(1 - parameters.achieved_continuous) * abs(target))
    share = covered_share(value, baseline, target)
    return share is not None and reaches(share, parameters.achieved_continuous)


def met(indicator: Indicator, deadline: float, t: float) -> Status:
    """What meeting the target is called: a yearly rate meets it only for its year."""
    is_early = indicator.kind is Kind.RATE and not reaches(t, deadline)
    return Status.TARGET_MET if is_early else Status.ACHIEVED


def judge(
    indicator: Indicator, line: Line, value: float, t: float, parameters: Parameters
) -> Status:
    """Rule on one value at one time against a line.

    Source: data/METHODS.md#status
    """
    way = line.way
    if meets(indicator, way.baseline, way.target, value, parameters):
        return met(indicator, way.deadline, t)
    if is_kept(indicator, way):
        return Status.REGRESSING
    progress = way.share(value)
    if exceeds(-parameters.regress_tolerance, progress):
        return Status.REGRESSING
    if reaches(t, way.deadline):
        return Status.BEHIND if reaches(progress, parameters.behind) else Status.OFF_TRACK
    by_pace = pace_status(ratio(progress, line.expected_share(t)), parameters)
    if not is_small(indicator, way, parameters):
        return by_pace
    short = steps_short(indicator, line, value, t)
    if short <= ROUNDING or by_pace is Status.ON_TRACK:
        return Status.ON_TRACK
    lost = reaches(short, 2) and by_pace is Status.OFF_TRACK
    return Status.OFF_TRACK if lost else Status.BEHIND


def pace_status(pace: float | None, parameters: Parameters) -> Status:
    """Class a ratio of progress to expected progress; None means nothing is expected yet."""
    if pace is None or reaches(pace, parameters.on_track):
        return Status.ON_TRACK
    return Status.BEHIND if reaches(pace, parameters.behind) else Status.OFF_TRACK


def is_small(indicator: Indicator, way: Way, parameters: Parameters) -> bool:
    """Whether single units weigh so much that whole steps decide.

    Source: data/METHODS.md#small-numbers
    """
    few = reaches(parameters.small_count, abs(way.length))
    return indicator.is_milestone or (indicator.comes_in_wholes and few)


def steps_short(indicator: Indicator, line: Line, value: float, t: float) -> float:
    """How far a value is from the whole level the line has reached; a single step is due half-way.

    The benefit of the doubt goes with the direction: 6.4 due on the way down asks for 7.
    """
    way = line.way
    if abs(way.length) <= 1 + ROUNDING:
        due = way.target if reaches(line.expected_share(t), 0.5) else way.baseline
    else:
        level = line.expected_value(t)
        due = floor(level + ROUNDING) if indicator.sign > 0 else ceil(level - ROUNDING)
    return max(0.0, indicator.sign * (due - value))
