"""Where the indicator would be at its deadline if the pace stays as it has been.

A random walk with drift, for irregular dates. Never a forecast: no method tested survives
acceleration.
"""

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, pairwise
from math import sqrt
from statistics import median

from store.progress.evidence import Evidence
from store.progress.indicator import Kind
from store.progress.parameters import Parameters, exceeds, reaches
from store.progress.readings import Reading
from store.progress.verdict import dated
from store.progress.way import Point, Way

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
    Source: data/METHODS.md#projection
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


@dataclass(frozen=True, slots=True)
class Drift:
    """A random walk with drift through some points.

    Unit:   pace in units a year; spread (sigma) in units per root of a year, None below 3 points.
    """

    points: tuple[Point, ...]
    pace: float
    spread: float | None

    @property
    def span(self) -> float:
        """Years from the first point to the last."""
        return self.points[-1][0] - self.points[0][0]


def series(evidence: Evidence, judged: Reading) -> tuple[Point, ...]:
    """What is exact or "about", dated and no later than the judged figure, oldest first.

    An observed baseline is in it; a coded one and bounds are not.
    """
    start = evidence.baseline_figure()
    own = [
        (at, figure.middle)
        for at, figure in dated(evidence)
        if figure.is_point or (start is not None and at == evidence.start)
    ]
    before = {at: value for at, value in own if exceeds(judged.at, at)}
    return (*sorted(before.items()), (judged.at, judged.figure.middle))


def drift(points: tuple[Point, ...]) -> Drift | None:
    """The mean pace between the first and the last point; None without two of them."""
    if len(points) < 2:
        return None
    (t0, first), (t1, last) = points[0], points[-1]
    pace = (last - first) / (t1 - t0)
    if len(points) < POINTS_FOR_INTERVAL:
        return Drift(points, pace, None)
    steps = [(after[0] - before[0], after[1] - before[1]) for before, after in pairwise(points)]
    scatter = sum((dv - pace * dt) * (dv - pace * dt) / dt for dt, dv in steps)
    return Drift(points, pace, sqrt(scatter / (len(points) - 2)))


def project(evidence: Evidence, way: Way, judged: Reading) -> Projection | None:
    """Extend the mean pace to the deadline.

    Range: None for levels of a milestone, from a bound or an undated figure, over less than a
           year, and from the deadline on.
    """
    parameters = evidence.parameters
    if evidence.indicator.is_milestone or not judged.figure.is_point:
        return None
    if not judged.is_dated(parameters) or reaches(judged.at, way.deadline):
        return None
    walk = drift(series(evidence, judged))
    if walk is None or not reaches(walk.span, parameters.min_span_years):
        return None
    ahead, value = way.deadline - judged.at, walk.points[-1][1]
    centre = value + walk.pace * ahead
    projected = clamp(evidence, centre, value)
    ends: list[float] = []
    if walk.spread is not None:
        half = t90(len(walk.points) - 2) * walk.spread * sqrt(ahead + ahead * ahead / walk.span)
        ends = [clamp(evidence, centre - half, value), clamp(evidence, centre + half, value)]
    reached = sorted(way.share(end) for end in ends)
    return Projection(
        value=projected,
        low=ends[0] if ends else None,
        high=ends[-1] if ends else None,
        progress=way.share(projected),
        progress_low=reached[0] if reached else None,
        progress_high=reached[-1] if reached else None,
        outlook=_outlook(reached, parameters),
        n=len(walk.points),
        progress_theil_sen=_second_opinion(evidence, way, walk),
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


def clamp(evidence: Evidence, value: float, today: float) -> float:
    """Keep a projected value possible: inside the limits, and no total below today's."""
    low, high = evidence.indicator.limits
    if high is not None:
        value = min(value, high)
    if low is not None:
        value = max(value, low)
    return max(value, today) if evidence.indicator.kind is Kind.CUMULATIVE else value


def _outlook(reached: list[float], parameters: Parameters) -> Outlook:
    if not reached:
        return Outlook.NO_INTERVAL
    if reaches(reached[0], parameters.on_track):
        return Outlook.LIKELY
    return Outlook.UNCERTAIN if reaches(reached[-1], parameters.on_track) else Outlook.UNLIKELY


def _second_opinion(evidence: Evidence, way: Way, walk: Drift) -> float | None:
    if len(walk.points) < POINTS_FOR_SECOND_OPINION:
        return None
    t, value = walk.points[-1]
    slope = theil_sen_slope(walk.points)
    return way.share(clamp(evidence, value + slope * (way.deadline - t), value))
