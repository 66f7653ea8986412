"""Where the indicator would be at its deadline if the pace stays as it has been.

A random walk with drift, for irregular dates. Never a forecast: no method tested survives
acceleration.
"""

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, pairwise
from math import sqrt
from statistics import median

from store.progress_1_0.evidence import Evidence
from store.progress_1_0.indicator import Indicator, Kind
from store.progress_1_0.pace import average_pace
from store.progress_1_0.parameters import Parameters, reaches
from store.progress_1_0.path import Point, Way

# Student's t, one-sided 90 %, for 1 to 30 degrees of freedom; the normal value beyond.
# fmt: off
T90 = (
    3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372,
    1.363, 1.356, 1.350, 1.345, 1.341, 1.337, 1.333, 1.330, 1.328, 1.325,
    1.323, 1.321, 1.319, 1.318, 1.316, 1.315, 1.314, 1.313, 1.311, 1.310,
)
# fmt: on
T90_BEYOND = 1.282
POINTS_FOR_INTERVAL = 3
POINTS_FOR_SECOND_OPINION = 4


class Outlook(StrEnum):
    """Whether the interval reaches the on-track share of the way."""

    LIKELY = "likely"
    UNCERTAIN = "uncertain"
    UNLIKELY = "unlikely"
    NO_INTERVAL = "no_interval"


@dataclass(frozen=True, slots=True)
class Projection:
    """Level and progress at the deadline with an 80 % interval.

    Unit:   value, low and high in the indicator's unit, low the smaller number; the progress
            fields are raw shares of the way, progress_low the smaller one.
    Range:  within the indicator's natural limits; running totals never below today's.
    Source: data/METHODS_1_0.md#projection
    """

    value: float
    low: float | None
    high: float | None
    progress: float
    progress_low: float | None
    progress_high: float | None
    outlook: Outlook
    n: int
    progress_theil_sen: float | None = None


def project(evidence: Evidence, way: Way, parameters: Parameters) -> Projection | None:
    """Extend the average pace to the deadline.

    Range: None for milestones, after the deadline, and before any time has passed. The interval
           needs three points, the baseline included.
    """
    t, value = evidence.latest
    pace = average_pace(evidence, way)
    if evidence.indicator.is_milestone or pace is None or t >= way.deadline:
        return None
    points, ahead = evidence.points, way.deadline - t
    centre = value + pace * ahead
    projected = clamp(evidence, centre)
    ends: list[float] = []
    if len(points) >= POINTS_FOR_INTERVAL:
        half = _half_width(points, pace, ahead)
        ends = [clamp(evidence, centre - half), clamp(evidence, centre + half)]
    reached = sorted(way.share(end) for end in ends)
    return Projection(
        value=projected,
        low=ends[0] if ends else None,
        high=ends[-1] if ends else None,
        progress=way.share(projected),
        progress_low=reached[0] if reached else None,
        progress_high=reached[-1] if reached else None,
        outlook=_outlook(reached, parameters),
        n=len(points),
        progress_theil_sen=_second_opinion(evidence, way),
    )


def is_trend_sensitive(projection: Projection, parameters: Parameters) -> bool:
    """Whether a Theil-Sen slope would change the verdict on reaching the target."""
    other = projection.progress_theil_sen
    if other is None:
        return False
    threshold = parameters.on_track
    return reaches(projection.progress, threshold) != reaches(other, threshold)


def theil_sen_slope(points: tuple[Point, ...]) -> float:
    """Give the median of all slopes between two points of different date.

    Errors: statistics.StatisticsError without two such points.
    """
    return median(
        (y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in combinations(points, 2) if x1 != x0
    )


def t90(degrees: int) -> float:
    """Give the factor of an 80 % interval."""
    return T90[degrees - 1] if degrees <= len(T90) else T90_BEYOND


def clamp(evidence: Evidence, value: float) -> float:
    """Keep a projected value possible: inside the limits, and no total below today's."""
    low, high = evidence.indicator.limits
    if high is not None:
        value = min(value, high)
    if low is not None:
        value = max(value, low)
    return max(value, evidence.latest[1]) if _only_grows(evidence.indicator) else value


def _only_grows(indicator: Indicator) -> bool:
    return indicator.kind is Kind.CUMULATIVE


def _half_width(points: tuple[Point, ...], pace: float, ahead: float) -> float:
    """Half of the 80 % interval: the walk's own scatter, and that of the pace itself."""
    steps = [(t1 - t0, v1 - v0) for (t0, v0), (t1, v1) in pairwise(points)]
    degrees = len(points) - 2
    variance = sum((dv - pace * dt) ** 2 / dt for dt, dv in steps) / degrees
    span = points[-1][0] - points[0][0]
    return t90(degrees) * sqrt(variance) * sqrt(ahead + ahead**2 / span)


def _outlook(reached: list[float], parameters: Parameters) -> Outlook:
    if not reached:
        return Outlook.NO_INTERVAL
    if reaches(reached[0], parameters.on_track):
        return Outlook.LIKELY
    return Outlook.UNCERTAIN if reaches(reached[-1], parameters.on_track) else Outlook.UNLIKELY


def _second_opinion(evidence: Evidence, way: Way) -> float | None:
    if len(evidence.points) < POINTS_FOR_SECOND_OPINION:
        return None
    t, value = evidence.latest
    slope = theil_sen_slope(evidence.points)
    return way.share(clamp(evidence, value + slope * (way.deadline - t)))
