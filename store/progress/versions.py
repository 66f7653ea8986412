"""Figures that move because the plan was rewritten, and baselines the plan leaves vague."""

from dataclasses import dataclass

from store.progress.indicator import Better, Range
from store.progress.parameters import exceeds
from store.progress.way import covered_share


@dataclass(frozen=True, slots=True)
class PlanLine:
    """Baseline and target of one plan version, in the indicator's unit."""

    baseline: float
    target: float

    def progress(self, value: float) -> float | None:
        """Raw share of the way; None where there is none to go."""
        return covered_share(value, self.baseline, self.target)


@dataclass(frozen=True, slots=True)
class Decomposition:
    """A change in progress, split.

    Unit:   raw shares of the way; real_change of the old version's way.
    Range:  total = real_change + replanning; None where a version has no way to go.
    """

    total: float | None
    real_change: float | None
    replanning: float | None


def decompose(old: PlanLine, new: PlanLine, value_before: float, value_now: float) -> Decomposition:
    """Split the move from old progress to new into what happened and what was rewritten.

    Source: data/METHODS.md#plan-versions
    """
    before, now = old.progress(value_before), old.progress(value_now)
    rewritten = new.progress(value_now)
    return Decomposition(
        total=_difference(rewritten, before),
        real_change=_difference(now, before),
        replanning=_difference(rewritten, now),
    )


@dataclass(frozen=True, slots=True)
class BaselineInterval:
    """Progress counted from both ends of a baseline range.

    Unit:   raw shares of the way.
    Range:  low <= high; an end that lies on the target or beyond has no way to go and is left
            out, and `overlap` says so.
    """

    low: float | None
    high: float | None
    overlap: bool


def baseline_interval(
    baseline: Range, target: float, value: float, better: Better
) -> BaselineInterval:
    """Give progress from both ends of a baseline range.

    Source: data/METHODS.md#ranges
    """
    every = (baseline.low, baseline.high)
    ends = [end for end in every if exceeds(better.sign * (target - end), 0)]
    shares = sorted((value - end) / (target - end) for end in ends)
    return BaselineInterval(
        low=shares[0] if shares else None,
        high=shares[-1] if shares else None,
        overlap=len(ends) < len(every),
    )


def _difference(after: float | None, before: float | None) -> float | None:
    return None if after is None or before is None else after - before
