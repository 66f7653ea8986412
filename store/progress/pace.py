"""How fast it goes, how fast it should, how fast it must, and when it would arrive."""

from dataclasses import dataclass
from math import isfinite

from store.progress.evidence import Evidence
from store.progress.parameters import exceeds, reaches
from store.progress.way import Way

LAST_YEAR = 2100.0


@dataclass(frozen=True, slots=True)
class Pace:
    """Speeds on the way; None where not defined or unbounded.

    Unit:   required, actual and to_go in units a year; acceleration is to_go over actual;
            arrival_year is a year index, None after 2100, which `arrives_too_late` then says.
    Source: data/METHODS.md#pace
    """

    required: float | None = None
    actual: float | None = None
    to_go: float | None = None
    acceleration: float | None = None
    arrival_year: float | None = None
    arrives_too_late: bool = False


def measure_pace(evidence: Evidence, way: Way, value: float, t: float, *, is_met: bool) -> Pace:
    """Give every pace that is defined; levels of a milestone have none.

    Once the target is met nothing is left to go and there is no arrival to foretell.
    """
    if evidence.indicator.is_milestone:
        return Pace()
    required = way.slope(t)
    if not isfinite(value):
        return Pace(required)
    actual = (value - way.baseline) / (t - way.start) if exceeds(t, way.start) else None
    if is_met:
        return Pace(required, actual)
    to_go = None if reaches(t, way.deadline) else (way.target - value) / (way.deadline - t)
    if actual is None or evidence.indicator.sign * actual <= 0:
        return Pace(required, actual, to_go)
    acceleration = None if to_go is None else to_go / actual
    arrival = way.start + way.length / actual
    if exceeds(arrival, LAST_YEAR):
        return Pace(required, actual, to_go, acceleration, None, arrives_too_late=True)
    return Pace(required, actual, to_go, acceleration, arrival)


def arrives_too_late(evidence: Evidence, value: float, t: float, *, is_met: bool) -> bool:
    """Whether the pace so far would bring it to its target only after 2100."""
    way = evidence.way
    if way is None or evidence.is_kept:
        return False
    return measure_pace(evidence, way, value, t, is_met=is_met).arrives_too_late
