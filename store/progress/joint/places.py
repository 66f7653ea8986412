"""From regions and countries to the world: one rule for each kind of figure.

Silence is never zero: it adds nothing at the worse end and all it can at the better one. A mean
of percentages is never taken.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum, isfinite
from statistics import fmean

from store.progress.figures import Figure, Limits, is_silence, silence
from store.progress.indicator import FROM_ZERO
from store.progress.joint.judged import Ends, coverage, join
from store.progress.parameters import DEFAULT, ROUNDING, Parameters, exceeds, reaches
from store.progress.status import Reason, Status, pace_status
from store.progress.way import clip, ratio

Fraction = tuple[Figure | None, float]  # numerator, denominator


@dataclass(frozen=True, slots=True)
class Total:
    """A sum over places; `at_least` where something in it is not exact.

    Unit:   value, low and high in the indicator's unit; high is None where nothing bounds it.
    Source: data/METHODS.md#regions-and-countries
    """

    value: float | None
    low: float
    high: float | None
    coverage: float
    at_least: bool


@dataclass(frozen=True, slots=True)
class PooledShare:
    """Sum of numerators over sum of denominators.

    Unit:   shares of the pooled denominator; known_share of the exact numerators over theirs;
            coverage is the part of the denominators that has spoken.
    Source: data/METHODS.md#regions-and-countries
    """

    share: float | None
    known_share: float | None
    coverage: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class CountryCount:
    """Confirmed countries out of all countries asked.

    Unit:   count and count_high in countries; known_share of those known, low and high of all.
    Source: data/METHODS.md#regions-and-countries
    """

    count: int
    count_high: int
    low: float | None
    high: float | None
    known_share: float | None
    coverage: float


@dataclass(frozen=True, slots=True)
class PlacesMean:
    """The mean over all places where each has a target of its own.

    Range:  low and high 0 to 1; progress and ratio where both ends agree.
    Source: data/METHODS.md#regions-and-countries
    """

    progress: float | None
    low: float
    high: float
    coverage: float
    weakest: str | None
    ratio: float | None
    status: Status
    status_low: Status | None
    status_high: Status | None
    reason: Reason | None


def rollup_sum(places: Mapping[str, Figure | None], limits: Limits = FROM_ZERO) -> Total:
    """Add up counts; `limits` are those of one place."""
    known = {name: figure for name, figure in places.items() if not _is_silent(figure, limits)}
    figures = [known.get(name) or silence(limits) for name in places]
    low, high = fsum(one.low for one in figures), fsum(one.high for one in figures)
    same = bool(places) and high - low <= ROUNDING
    return Total(
        value=low if same else None,
        low=low,
        high=high if isfinite(high) else None,
        coverage=coverage(len(known), len(places)),
        at_least=not same,
    )


def rollup_share(places: Mapping[str, Fraction]) -> PooledShare:
    """Pool (numerator or None, denominator) pairs."""
    whole = fsum(denominator for _, denominator in places.values())
    spoken = {
        name: (figure, denominator)
        for name, (figure, denominator) in places.items()
        if figure is not None and not _is_silent(figure, (0.0, denominator))
    }
    silent = whole - fsum(denominator for _, denominator in spoken.values())
    low = fsum(figure.low for figure, _ in spoken.values())
    high = fsum(figure.high for figure, _ in spoken.values()) + silent
    exact = [(figure.low, over) for figure, over in spoken.values() if figure.is_exact]
    over = fsum(over for _, over in exact)
    same = whole > 0 and high - low <= ROUNDING
    return PooledShare(
        share=low / whole if same else None,
        known_share=fsum(part for part, _ in exact) / over if over else None,
        coverage=coverage(whole - silent, whole),
        low=low / whole if whole else None,
        high=high / whole if whole else None,
    )


def rollup_units(yes: int, no: int, unknown: int) -> CountryCount:
    """Count confirmed countries; only a confirmed yes counts."""
    known, total = yes + no, yes + no + unknown
    return CountryCount(
        count=yes,
        count_high=yes + unknown,
        low=yes / total if total else None,
        high=(yes + unknown) / total if total else None,
        known_share=yes / known if known else None,
        coverage=coverage(known, total),
    )


def rollup_mean(
    places: Mapping[str, Ends | None], expected: float, parameters: Parameters = DEFAULT
) -> PlacesMean:
    """Average raw progress (worse end, better end) over all places, each capped and equal."""
    known = {name: ends for name, ends in places.items() if ends not in (None, (0.0, 1.0))}
    every = [known.get(name) or (0.0, 1.0) for name in places]
    low, high = (fmean(clip(ends[end]) for ends in every) if every else end for end in (0, 1))
    share = coverage(len(known), len(places))
    if not known:
        none, reason = Status.NOT_ENOUGH_DATA, Reason.NO_OBSERVATION
        return PlacesMean(None, low, high, share, None, None, none, None, None, reason)
    statuses = [
        _end_status([ends[end] for ends in every], mean, expected, parameters)
        for end, mean in ((0, low), (1, high))
    ]
    status = join(statuses[0], statuses[1])
    same = high - low <= ROUNDING
    return PlacesMean(
        progress=low if same else None,
        low=low,
        high=high,
        coverage=share,
        weakest=min(known, key=lambda name: (clip((known[name] or (0.0, 1.0))[0]), name)),
        ratio=ratio(low, clip(expected)) if same else None,
        status=status,
        status_low=statuses[0],
        status_high=statuses[1],
        reason=Reason.TOO_WIDE if status is Status.NOT_ENOUGH_DATA else None,
    )


def _end_status(
    shares: list[float], mean: float, expected: float, parameters: Parameters
) -> Status:
    """Rule on one end; achieved or regressing only if every place is."""
    if all(reaches(share, parameters.achieved_continuous) for share in shares):
        return Status.ACHIEVED
    if all(exceeds(-parameters.regress_tolerance, share) for share in shares):
        return Status.REGRESSING
    return pace_status(ratio(mean, clip(expected)), parameters)


def _is_silent(figure: Figure | None, limits: Limits) -> bool:
    return figure is None or is_silence(figure, limits)
