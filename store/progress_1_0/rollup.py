"""From regions and countries to the world: one rule for each kind of figure.

Silence is never zero, and a mean of percentages is never taken.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from store.progress_1_0.parameters import DEFAULT, ROUNDING, Parameters, reaches
from store.progress_1_0.path import clip, ratio
from store.progress_1_0.standing import coverage, mean_share
from store.progress_1_0.status import Status, pace_status

Fraction = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Total:
    """A sum over regions; with a silent region it reads "at least".

    Source: data/METHODS_1_0.md#regions-and-countries
    """

    value: float | None
    coverage: float
    at_least: bool
    show: bool


@dataclass(frozen=True, slots=True)
class PooledShare:
    """Sum of numerators over sum of denominators.

    Unit:   shares of the pooled denominator; coverage is the known part of that denominator.
    Range:  low and high are the share if the silent were all 0 or all complete.
    Source: data/METHODS_1_0.md#regions-and-countries
    """

    share: float | None
    coverage: float
    low: float | None
    high: float | None
    show: bool


@dataclass(frozen=True, slots=True)
class RegionalMean:
    """The mean of the regions where each region has a target of its own.

    Range:  progress 0 to 1; progress, ratio and weakest None below the coverage threshold.
    Source: data/METHODS_1_0.md#regions-and-countries
    """

    progress: float | None
    coverage: float
    weakest: str | None
    ratio: float | None
    status: Status
    show: bool


def rollup_sum(regions: Mapping[str, float | None], parameters: Parameters = DEFAULT) -> Total:
    """Add up counts; None when every region is silent."""
    known = [value for value in regions.values() if value is not None]
    share = coverage(len(known), len(regions))
    return Total(
        value=float(sum(known)) if known else None,
        coverage=share,
        at_least=len(known) < len(regions),
        show=bool(known) and reaches(share, parameters.coverage),
    )


def rollup_share(
    regions: Mapping[str, Fraction | None], parameters: Parameters = DEFAULT
) -> PooledShare:
    """Pool (numerator or None, denominator) pairs.

    Where a denominator itself is unknown there are no bounds, and coverage counts regions.
    """
    pairs = [pair or (None, None) for pair in regions.values()]
    known = [(part, whole) for part, whole in pairs if part is not None and whole is not None]
    denominators = [whole for _, whole in pairs if whole is not None]
    part, whole, total = sum(p for p, _ in known), sum(w for _, w in known), sum(denominators)
    is_bounded = len(denominators) == len(pairs) and total > 0
    share = coverage(whole, total) if is_bounded else coverage(len(known), len(pairs))
    return PooledShare(
        share=part / whole if whole else None,
        coverage=share,
        low=part / total if is_bounded else None,
        high=(part + total - whole) / total if is_bounded else None,
        show=whole > 0 and reaches(share, parameters.coverage),
    )


def rollup_mean(
    regions: Mapping[str, float | None],
    expected: float | None,
    parameters: Parameters = DEFAULT,
) -> RegionalMean:
    """Average raw regional progress, each region capped and of equal weight."""
    known = {name: share for name, share in regions.items() if share is not None}
    share = coverage(len(known), len(regions))
    if not known or not reaches(share, parameters.coverage):
        return RegionalMean(None, share, None, None, Status.NOT_ENOUGH_DATA, show=False)
    progress = mean_share(known.values())
    pace = ratio(progress, None if expected is None else clip(expected))
    is_complete = len(known) == len(regions)
    status = _regional_status(list(known.values()), is_complete, parameters)
    if status is None:
        status = Status.NOT_ENOUGH_DATA if expected is None else pace_status(pace, parameters)
    weakest = min(known, key=lambda name: known[name])
    return RegionalMean(progress, share, weakest, pace, status, show=True)


def _regional_status(
    shares: list[float], is_complete: bool, parameters: Parameters
) -> Status | None:
    """Rule where every region stands alike; None leaves it to the pace."""
    if is_complete and all(reaches(share, parameters.achieved_continuous) for share in shares):
        return Status.ACHIEVED
    if all(share < -parameters.regress_tolerance - ROUNDING for share in shares):
        return Status.REGRESSING
    return None
