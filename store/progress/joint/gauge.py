"""From objectives to a goal: the needle of what is measured, the band, and the bounds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from store.progress.card import clock
from store.progress.flags import Flag, set_ones
from store.progress.joint.judged import Ends, Judged, coverage, join, mean_ends, mean_share
from store.progress.parameters import DEFAULT, Parameters, reaches
from store.progress.status import BLOCKING, MET, Status, pace_status
from store.progress.way import clip, ratio
from store.progress.years import Moment, as_year


@dataclass(frozen=True, slots=True)
class Band:
    """Where a goal may stand by everything measured or indicative; drawn unlike a needle.

    Unit:   objectives is a count.
    Range:  low <= high, 0 to 1.
    """

    low: float
    high: float
    expected: float | None
    objectives: int
    status_low: Status
    status_high: Status
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """One goal: needle, tick, band, bounds and how much of it is measured.

    Unit:   measured, indicative and total are numbers of objectives; coverage is measured over
            total.
    Range:  low and high are what the goal can be today, 0 to 1, over all its objectives. Without
            a needle `show` is False; band and bounds stay.
    Source: data/METHODS.md#goal-gauge
    """

    coverage: float
    measured: int
    indicative: int
    total: int
    show: bool
    progress: float | None
    expected: float | None
    ratio: float | None
    status: Status
    weakest: str | None
    low: float | None
    high: float | None
    leave_one_out: Ends | None
    spacing: Ends | None
    band: Band | None
    clock: float | None
    flags: frozenset[str]


def gauge(
    objectives: Mapping[str, Judged],
    time: tuple[Moment, float] | None = None,
    parameters: Parameters = DEFAULT,
) -> Gauge:
    """Average the measured objectives of a goal, each of equal weight.

    `time` is the as-of date and the year of the active target, for the clock.
    Source: data/METHODS.md#goal-gauge
    """
    every = list(objectives.values())
    measured = {name: judged for name, judged in objectives.items() if judged.is_measured}
    known = list(measured.values())
    share = coverage(len(known), len(every))
    show = bool(known) and reaches(share, parameters.coverage)
    progress = mean_share(judged.middle for judged in known) if show else None
    expected = mean_share(judged.expected for judged in known) if show else None
    bounds = mean_ends(judged.bounds for judged in every) if every else None
    return Gauge(
        coverage=share,
        measured=len(known),
        indicative=sum(judged.is_indicative for judged in every),
        total=len(every),
        show=show,
        progress=progress,
        expected=expected,
        ratio=ratio(progress, expected),
        status=_needle_status(every, known, parameters) if show else Status.NOT_ENOUGH_DATA,
        weakest=_weakest(measured) if show else None,
        low=bounds[0] if bounds else None,
        high=bounds[1] if bounds else None,
        leave_one_out=_leave_one_out(known) if show else None,
        spacing=mean_ends(judged.spacing for judged in known) if show else None,
        band=_band(every, parameters),
        clock=None if time is None else clock(as_year(time[0]), time[1]),
        flags=_flags(known, parameters) if show else frozenset(),
    )


def _weakest(measured: Mapping[str, Judged]) -> str:
    return min(measured, key=lambda name: (clip(measured[name].middle), name))


def _class(
    known: Sequence[Judged],
    parameters: Parameters,
    shown: Callable[[Judged], float] = lambda judged: judged.middle,
) -> Status:
    """The class of summed progress over summed expected progress, before any cap."""
    progress = mean_share(shown(judged) for judged in known)
    return pace_status(ratio(progress, mean_share(j.expected for j in known)), parameters)


def _all_met(every: Sequence[Judged]) -> Status | None:
    """Achieved or target met, if every objective of the goal is measured and is."""
    if not all(judged.is_measured and judged.status in MET for judged in every):
        return None
    is_final = all(judged.status is Status.ACHIEVED for judged in every)
    return Status.ACHIEVED if is_final else Status.TARGET_MET


def _needle_status(
    every: Sequence[Judged], known: Sequence[Judged], parameters: Parameters
) -> Status:
    if (status := _all_met(every)) is not None:
        return status
    blocked = any(judged.ends[1] in BLOCKING for judged in every if judged.is_indicative)
    blocked = blocked or any(judged.ends[0] in BLOCKING for judged in known)
    return _capped(_class(known, parameters), blocked)


def _capped(status: Status, is_blocked: bool) -> Status:
    return Status.BEHIND if status is Status.ON_TRACK and is_blocked else status


def _leave_one_out(known: Sequence[Judged]) -> Ends | None:
    if len(known) < 2:
        return None
    means = [mean_share(judged.middle for judged in rest) or 0.0 for rest in _without_one(known)]
    return min(means), max(means)


def _without_one(known: Sequence[Judged]) -> list[list[Judged]]:
    return [[*known[:left], *known[left + 1 :]] for left in range(len(known))]


def _band(every: Sequence[Judged], parameters: Parameters) -> Band | None:
    counted = [judged for judged in every if judged.is_measured or judged.is_indicative]
    if not reaches(len(counted), parameters.band_objectives):
        return None
    if not reaches(len(counted), parameters.band_share * len(every)):
        return None
    low, high = mean_ends(judged.progress for judged in counted)
    statuses = [_end_status(every, counted, end, parameters) for end in (0, 1)]
    return Band(
        low=low,
        high=high,
        expected=mean_share(judged.expected for judged in counted),
        objectives=len(counted),
        status_low=statuses[0],
        status_high=statuses[1],
        status=join(statuses[0], statuses[1]),
    )


def _end_status(
    every: Sequence[Judged], counted: Sequence[Judged], end: int, parameters: Parameters
) -> Status:
    if (status := _all_met(every)) is not None:
        return status
    blocked = any(judged.ends[end] in BLOCKING for judged in counted)
    return _capped(_class(counted, parameters, lambda judged: judged.progress[end]), blocked)


def _flags(known: Sequence[Judged], parameters: Parameters) -> frozenset[str]:
    """What would change the class of the needle: other thresholds, weights or spacings."""
    own = _class(known, parameters)
    moved = [_class(known, shifted) for shifted in parameters.shifted()]
    left = [_class(rest, parameters) for rest in _without_one(known) if rest]
    spaced = [
        _class(known, parameters, lambda judged, end=end: judged.spacing[end]) for end in (0, 1)
    ]
    return set_ones(
        {
            Flag.THRESHOLD_SENSITIVE: any(status is not own for status in moved),
            Flag.WEIGHT_SENSITIVE: any(status is not own for status in left),
            Flag.SPACING_SENSITIVE: any(status is not own for status in spaced),
        }
    )
