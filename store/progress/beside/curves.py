"""Paths beside the straight line: constant growth, and the S-curve. They never decide a status."""

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, log

from store.progress.figures import Limits
from store.progress.indicator import PathName
from store.progress.parameters import DEFAULT, ROUNDING, Parameters
from store.progress.way import Point, Way, clip

NEEDS_POSITIVE = "needs_positive_values"
NEEDS_LIMITS = "needs_two_limits"
NO_WAY = "no_way_to_go"


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """Where a curve stands; `reason` says why there is none.

    Unit:   value in the indicator's unit; expected is the share of the way it has covered.
    """

    value: float | None
    expected: float | None
    reason: str | None = None


def expected_geometric(start: Point, end: Point, t: float) -> CurvePoint:
    """Follow constant growth from (start, baseline) to (deadline, target).

    Range:  None with a reason unless both levels are above 0 and differ.
    Source: data/METHODS.md#other-paths
    """
    (t0, baseline), (t1, target) = start, end
    if baseline <= 0 or target <= 0:
        return CurvePoint(None, None, NEEDS_POSITIVE)
    if baseline == target or t1 <= t0:
        return CurvePoint(None, None, NO_WAY)
    value = baseline * (target / baseline) ** _time_share(t0, t1, t)
    return CurvePoint(value, (value - baseline) / (target - baseline))


def expected_logistic(
    start: Point, end: Point, t: float, limits: Limits, parameters: Parameters = DEFAULT
) -> CurvePoint:
    """Follow the S-curve that target, start and ceiling fix.

    Range:  None with a reason unless both natural limits are known and the levels differ.
    Source: data/METHODS.md#other-paths
    """
    (t0, baseline), (t1, target) = start, end
    low, high = limits
    if low is None or high is None:
        return CurvePoint(None, None, NEEDS_LIMITS)
    if baseline == target or t1 <= t0 or high <= low:
        return CurvePoint(None, None, NO_WAY)
    edge = parameters.logistic_floor
    first, last = (
        min(1 - edge, max(edge, (level - low) / (high - low))) for level in (baseline, target)
    )
    if abs(last - first) <= ROUNDING:
        return CurvePoint(None, None, NO_WAY)
    from_, to = _logit(first), _logit(last)
    share = _time_share(t0, t1, t)
    here = 1 / (1 + exp(-(from_ + share * (to - from_))))
    covered = (here - first) / (last - first)
    return CurvePoint(baseline + covered * (target - baseline), covered)


@dataclass(frozen=True, slots=True)
class Path:
    """A curve over the legs of a way: after an earlier target it starts anew from there."""

    way: Way
    follow: Callable[[Point, Point, float], CurvePoint]

    def expected_value(self, t: float) -> float:
        """The level the curve is at.

        Errors: ValueError where the curve is not defined.
        """
        value = self.follow(*self.way.leg(t), t).value
        if value is None:
            raise ValueError("The curve is not defined here.")
        return value

    def expected_share(self, t: float) -> float:
        """The share of the whole way, counted from the baseline, 0 to 1."""
        return clip(self.way.share(self.expected_value(t)))

    def is_defined(self, *times: float) -> bool:
        """Whether the curve has a value at each of the times."""
        return all(self.follow(*self.way.leg(t), t).value is not None for t in times)


def path(curve: PathName, way: Way, limits: Limits, parameters: Parameters = DEFAULT) -> Path:
    """Lay a curve over a way."""
    if curve is PathName.GEOMETRIC:
        return Path(way, expected_geometric)
    return Path(way, lambda start, end, t: expected_logistic(start, end, t, limits, parameters))


def _time_share(t0: float, t1: float, t: float) -> float:
    return clip((t - t0) / (t1 - t0))


def _logit(share: float) -> float:
    return log(share / (1 - share))
