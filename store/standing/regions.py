"""The world's verdict where each region has a target of its own: the mean over all regions.

Source: data/METHODS.md#regions-and-countries
"""

from collections.abc import Mapping
from dataclasses import replace
from statistics import fmean

from store import progress
from store.progress import Assessment, End, Grade, Kind, Reason, Status


def mean_verdict(
    world: Assessment, measure: progress.Indicator, regions: Mapping[str, Assessment]
) -> Assessment:
    """Judge the mean of all regions, a silent one anything from nothing to all.

    The card of no figures stays where no region can say anything.
    """
    known = {code: card for code, card in regions.items() if _says_something(card)}
    due = [progress.of_assessment(card).expected for card in known.values()]
    expected = [share for share in due if share is not None]
    expected = expected or [e.expected for c in known.values() for e in c.ends if e.expected]
    recorded = any(card.grade is not Grade.NONE for card in regions.values())
    if not expected:
        return replace(world, grade=Grade.DOCUMENTED if recorded else Grade.NONE)
    ends = {code: _ends(known[code]) if code in known else None for code in regions}
    mean = progress.rollup_mean(ends, fmean(expected))
    statuses = [_named(one, measure, world) for one in (mean.status_low, mean.status_high)]
    status = _named(mean.status, measure, world) or mean.status
    newest = max((card.t for card in known.values() if card.t is not None), default=None)
    low, high = (
        End(status=one, t=newest, progress=share, expected=fmean(expected), gap_rel=1 - share)
        for one, share in zip(statuses, (mean.low, mean.high), strict=True)
    )
    agreed = mean.progress is not None
    return replace(
        world,
        status=status,
        status_low=statuses[0],
        status_high=statuses[1],
        reason=mean.reason,
        grade=_grade(status, regions),
        faded=status is not Status.NOT_ENOUGH_DATA and any(c.faded for c in known.values()),
        t=newest,
        age=max((card.age for card in known.values() if card.age is not None), default=None),
        progress=mean.progress,
        progress_raw=mean.progress,
        expected=fmean(expected),
        ratio=mean.ratio,
        gap_rel=None if mean.progress is None else 1 - mean.progress,
        bounds=_bounds(regions),
        low=None if agreed else low,
        high=None if agreed else high,
    )


def _says_something(card: Assessment) -> bool:
    """A verdict, or a figure too wide for one: its ends still bound the mean."""
    return card.status is not Status.NOT_ENOUGH_DATA or card.reason is Reason.TOO_WIDE


def _ends(card: Assessment) -> tuple[float, float]:
    """Raw progress at both ends; where an end has no bound, what is shown of it."""
    low, high = (
        end.progress_raw if end.progress_raw is not None else end.progress or 0.0
        for end in card.ends
    )
    return min(low, high), max(low, high)


def _named(status: Status | None, measure: progress.Indicator, world: Assessment) -> Status | None:
    """A yearly rate before its deadline meets its target for the year."""
    if status is not Status.ACHIEVED or measure.kind is not Kind.RATE:
        return status
    is_early = (world.as_of or 0.0) < (world.active_year or 0.0)
    return Status.TARGET_MET if is_early else status


def _grade(status: Status, regions: Mapping[str, Assessment]) -> Grade:
    if status is Status.NOT_ENOUGH_DATA:
        return Grade.DOCUMENTED
    is_whole = all(card.grade is Grade.MEASURED for card in regions.values())
    return Grade.MEASURED if is_whole and status is not Status.RANGE else Grade.INDICATIVE


def _bounds(regions: Mapping[str, Assessment]) -> tuple[float, float]:
    """What the mean can be today."""
    low, high = (fmean(card.bounds[end] for card in regions.values()) for end in (0, 1))
    return low, high
