"""From objectives to a goal, and from goals to the headline. Coverage is always beside it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from store.progress_1_0.parameters import DEFAULT, Parameters, reaches
from store.progress_1_0.path import ratio
from store.progress_1_0.standing import Judged, coverage, is_measured, mean_share
from store.progress_1_0.status import Status, pace_status

# A goal is not on track while one of its objectives stands like this.
BLOCKING = frozenset({Status.OFF_TRACK, Status.REGRESSING})


@dataclass(frozen=True, slots=True)
class Gauge:
    """One goal: needle, marker, bounds and how much of it was measured.

    Unit:   measured and total are numbers of objectives; coverage is measured over total.
    Range:  low <= progress <= high, all 0 to 1: the bounds are what the gauge could be if the
            unmeasured were all 0 or all complete. Below the coverage threshold `show` is False
            and only the bounds are given.
    Source: data/METHODS_1_0.md#goal-gauge
    """

    coverage: float
    measured: int
    total: int
    progress: float | None
    expected: float | None
    ratio: float | None
    low: float | None
    high: float | None
    weakest: str | None
    status: Status
    show: bool
    counts: Mapping[Status, int]


@dataclass(frozen=True, slots=True)
class Headline:
    """The whole plan in one figure; None where too few goals can be shown.

    Unit:   goals is the number of goals with a needle.
    Source: data/METHODS_1_0.md#headline
    """

    progress: float | None
    goals: int
    show: bool


def gauge(objectives: Mapping[str, Judged], parameters: Parameters = DEFAULT) -> Gauge:
    """Average the measured objectives of a goal, each of equal weight.

    Source: data/METHODS_1_0.md#goal-gauge
    """
    known = {code: judged for code, judged in objectives.items() if is_measured(judged)}
    k, n = len(known), len(objectives)
    share = coverage(k, n)
    show = bool(known) and reaches(share, parameters.coverage)
    mean = mean_share(judged.progress for judged in known.values())
    covered = k * (mean or 0.0)
    progress = mean if show else None
    expected = mean_share(judged.expected for judged in known.values()) if show else None
    return Gauge(
        coverage=share,
        measured=k,
        total=n,
        progress=progress,
        expected=expected,
        ratio=ratio(progress, expected),
        low=covered / n if n else None,
        high=(covered + n - k) / n if n else None,
        weakest=_weakest(known) if show else None,
        status=_colour(objectives, known, parameters) if show else Status.NOT_ENOUGH_DATA,
        show=show,
        counts=Counter(judged.status for judged in objectives.values()),
    )


def headline(goals: Mapping[str, float | None], parameters: Parameters = DEFAULT) -> Headline:
    """Average the goals that have a needle.

    Source: data/METHODS_1_0.md#headline
    """
    visible = [progress for progress in goals.values() if progress is not None]
    show = bool(visible) and reaches(len(visible), parameters.goals_for_headline)
    return Headline(fmean(visible) if show else None, len(visible), show)


def _weakest(known: Mapping[str, Judged]) -> str:
    return min(known, key=lambda code: known[code].progress or 0.0)


def _colour(
    objectives: Mapping[str, Judged], known: Mapping[str, Judged], parameters: Parameters
) -> Status:
    if all(judged.status is Status.ACHIEVED for judged in objectives.values()):
        return Status.ACHIEVED
    progress = mean_share(judged.progress for judged in known.values())
    expected = mean_share(judged.expected for judged in known.values())
    status = pace_status(ratio(progress, expected), parameters)
    is_blocked = any(judged.status in BLOCKING for judged in known.values())
    return Status.BEHIND if status is Status.ON_TRACK and is_blocked else status
