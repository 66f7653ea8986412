"""Figures that move because the plan was rewritten, and baselines the plan leaves vague."""

from dataclasses import dataclass

from store.progress_1_0.indicator import Range
from store.progress_1_0.path import covered_share


@dataclass(frozen=True, slots=True)
class BaselineInterval:
    """Progress counted from both ends of a baseline range.

    Unit:   raw shares of the way; middle is the baseline in use, in the indicator's unit.
    Range:  low <= high; an end that lies on the target or beyond has no way to go and is left
            out, and `touch` says so.
    """

    low: float | None
    mid: float | None
    high: float | None
    middle: float
    touch: bool


def baseline_interval(baseline: Range, target: float, value: float) -> BaselineInterval:
    """Give progress from the midpoint and from both ends.

    Source: data/METHODS_1_0.md#ranges
    """
    sign = 1 if target >= baseline.middle else -1
    ends = [end for end in (baseline.low, baseline.high) if sign * (target - end) > 0]
    shares = sorted((value - end) / (target - end) for end in ends)
    return BaselineInterval(
        low=shares[0] if shares else None,
        mid=covered_share(value, baseline.middle, target),
        high=shares[-1] if shares else None,
        middle=baseline.middle,
        touch=len(ends) < len((baseline.low, baseline.high)),
    )
