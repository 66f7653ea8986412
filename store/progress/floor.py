"""What a running total reached it keeps: what that is worth today, and until when."""

from dataclasses import dataclass
from math import floor as whole
from math import inf

from store.progress.evidence import Evidence
from store.progress.figures import Figure
from store.progress.indicator import Kind
from store.progress.parameters import ROUNDING, exceeds
from store.progress.readings import Reading
from store.progress.status import Status, is_small, judge
from store.progress.way import Way, clip


@dataclass(frozen=True, slots=True)
class Floor:
    """The worth of what a total certainly reached.

    Unit:   progress is a share of the way, 0 to 1; until is a year index, None without progress.
    Source: data/METHODS.md#floor-of-a-total
    """

    status: Status
    progress: float
    until: float | None


def floor_of(evidence: Evidence, way: Way) -> Floor | None:
    """What a total is worth on the as-of date even if nothing has been added since.

    Range: None for anything but a running total on its way to a target.
    """
    if evidence.indicator.kind is not Kind.CUMULATIVE or evidence.is_kept:
        return None
    level = reached(evidence)
    status = judge(evidence.indicator, way, level, evidence.as_of, evidence.parameters)
    if status is Status.ACHIEVED:
        return None
    return Floor(status, clip(way.share(level)), _until(evidence, way, level))


def reached(evidence: Evidence) -> float:
    """The highest level a total certainly reached."""
    return max(reading.figure.low for reading in evidence.readings)


def as_of_today(evidence: Evidence) -> Reading:
    """The floor as a figure of the as-of date: at least that much."""
    ceiling = evidence.indicator.limits[1]
    figure = Figure(reached(evidence), inf if ceiling is None else ceiling)
    return Reading(evidence.as_of, evidence.as_of, figure)


def _until(evidence: Evidence, way: Way, level: float) -> float | None:
    """When the line leaves the level on track; at most the deadline."""
    if not exceeds(level, way.baseline):
        return None
    by_pace = way.reached(way.share(level) / evidence.parameters.on_track)
    if not is_small(evidence.indicator, way, evidence.parameters):
        return by_pace
    if abs(way.length) <= 1 + ROUNDING:
        return max(by_pace, way.reached(0.5))
    return max(by_pace, way.reached(way.share(whole(level + ROUNDING) + 1)))
