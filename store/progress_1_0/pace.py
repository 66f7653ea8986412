"""How fast it goes, how fast it should, how fast it must, and when it would arrive."""

from dataclasses import dataclass

from store.progress_1_0.evidence import Evidence
from store.progress_1_0.parameters import ROUNDING
from store.progress_1_0.path import Way

LAST_YEAR = 2100.0


@dataclass(frozen=True, slots=True)
class Pace:
    """Speeds on the way.

    Unit:   required, actual and to_go in units a year; acceleration is to_go over actual;
            arrival_year is a year index, None after 2100, which `arrives_too_late` then says.
    Source: data/METHODS_1_0.md#pace
    """

    required: float | None = None
    actual: float | None = None
    to_go: float | None = None
    acceleration: float | None = None
    arrival_year: float | None = None
    arrives_too_late: bool = False


def average_pace(evidence: Evidence, way: Way) -> float | None:
    """Give the mean pace from the start to the latest reading; None before any time has passed."""
    t, value = evidence.latest
    return (value - way.baseline) / (t - way.start) if t > way.start else None


def measure_pace(evidence: Evidence, way: Way, is_achieved: bool) -> Pace:
    """Give every pace that is defined; levels of a milestone have none.

    Once the target is met nothing is left to go and there is no arrival to foretell.
    """
    if evidence.indicator.is_milestone:
        return Pace()
    t, value = evidence.latest
    required, actual = way.slope(t), average_pace(evidence, way)
    if is_achieved:
        return Pace(required, actual)
    to_go = (way.target - value) / (way.deadline - t) if t < way.deadline else None
    if actual is None or evidence.indicator.better.sign * actual <= 0:
        return Pace(required, actual, to_go)
    acceleration = None if to_go is None else to_go / actual
    arrival = way.start + way.length / actual
    if arrival > LAST_YEAR + ROUNDING:
        return Pace(required, actual, to_go, acceleration, None, arrives_too_late=True)
    return Pace(required, actual, to_go, acceleration, arrival)
