"""The way from baseline to target and where a straight line expects to be on it."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from store.progress.parameters import ROUNDING, exceeds, reaches

Point = tuple[float, float]


def covered_share(value: float, baseline: float, target: float) -> float | None:
    """Give the share of the way from baseline to target already covered.

    Unit:   the three levels share one unit; the result is a plain ratio.
    Range:  0 at the baseline, 1 at the target, unclipped; None where there is no way to go.
    Source: data/METHODS.md#progress
    """
    if target == baseline:
        return None
    return (value - baseline) / (target - baseline)


def clip(share: float) -> float:
    """Show a share between 0 and 1."""
    return min(1.0, max(0.0, share))


def ratio(progress: float | None, expected: float | None) -> float | None:
    """Progress over expected progress; None while nothing is expected yet."""
    if progress is None or expected is None or expected <= ROUNDING:
        return None
    return progress / expected


class Line(Protocol):
    """Where something is expected to be at a time: the straight way, or a curve beside it."""

    @property
    def way(self) -> "Way":
        """The way whose ends it joins."""
        ...

    def expected_share(self, t: float) -> float:
        """Share of the way covered by then, 0 to 1."""
        ...

    def expected_value(self, t: float) -> float:
        """The level it is at."""
        ...


@dataclass(frozen=True, slots=True)
class Way:
    """Straight lines from (start, baseline) over earlier targets to (deadline, target).

    Unit:   points are (year index, level in the unit), first the baseline, last the target.
    Source: data/METHODS.md#expected-progress
    """

    points: tuple[Point, ...]

    @property
    def way(self) -> "Way":
        """Itself: it is its own line."""
        return self

    @property
    def start(self) -> float:
        """Year index of the baseline."""
        return self.points[0][0]

    @property
    def baseline(self) -> float:
        """Level at the start."""
        return self.points[0][1]

    @property
    def deadline(self) -> float:
        """Year index of the target."""
        return self.points[-1][0]

    @property
    def target(self) -> float:
        """Level asked for at the deadline."""
        return self.points[-1][1]

    @property
    def length(self) -> float:
        """Distance from baseline to target, signed, in the unit."""
        return self.target - self.baseline

    def share(self, value: float) -> float:
        """Give the raw progress of a value.

        Errors: ZeroDivisionError where the baseline equals the target (maintenance).
        """
        return (value - self.baseline) / self.length

    def expected_value(self, t: float) -> float:
        """Give the level the line is at; flat before the start and after the deadline."""
        return self._between([level for _, level in self.points], t)

    def expected_share(self, t: float) -> float:
        """Give the share of the way the line has covered; 0 to 1.

        Shares are interpolated, not levels, so that a large baseline costs no digits.
        """
        return clip(self._between([self.share(level) for _, level in self.points], t))

    def slope(self, t: float) -> float | None:
        """Give the planned pace in units a year; at a bend that of the leg which ends there.

        Range: 0 after the last target; None where no time is given.
        """
        if self.deadline <= self.start:
            return None
        if exceeds(t, self.deadline):
            return 0.0
        before, after = self.leg(t)
        return (after[1] - before[1]) / (after[0] - before[0])

    def leg(self, t: float) -> tuple[Point, Point]:
        """The two points between which the line is at a time."""
        legs = list(pairwise(self.points))
        return next((leg for leg in legs if t <= leg[1][0]), legs[-1])

    def reached(self, share: float) -> float:
        """When the line has covered a share of the way; at most the deadline."""
        level = self.baseline + share * self.length
        for (t0, low), (t1, high) in pairwise(self.points):
            span = high - low
            if span and reaches((high - level) / self.length, 0):
                return min(self.deadline, max(t0, t0 + (level - low) / span * (t1 - t0)))
        return self.deadline

    def _between(self, levels: list[float], t: float) -> float:
        if t >= self.deadline:
            return levels[-1]
        if t <= self.start:
            return levels[0]
        before, after = next(
            pair
            for pair in pairwise(range(len(self.points)))
            if t <= self.points[pair[1]][0] or pair[1] == len(self.points) - 1
        )
        t0, t1 = self.points[before][0], self.points[after][0]
        return levels[before] + (levels[after] - levels[before]) * (t - t0) / (t1 - t0)
