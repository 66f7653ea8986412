"""Targets with several parts: all of them must be met. And targets that count conditions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from store.progress.card import UNKNOWN
from store.progress.joint.judged import Ends, Judged, coverage, join, mean_ends
from store.progress.parameters import ROUNDING, reaches
from store.progress.status import Reason, Status, worst
from store.progress.verdict import Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class Combination:
    """The verdict on an objective with several parts.

    Unit:   available and parts are counts; coverage is available over parts.
    Range:  progress from `progress_low`, where the unknown parts are at 0, to `progress_high`,
            where they are complete; `progress` where both agree on a verdict.
    Source: data/METHODS.md#several-parts
    """

    status: Status
    status_low: Status | None
    status_high: Status | None
    grade: Grade
    reason: Reason | None
    coverage: float
    available: int
    parts: int
    progress: float | None
    progress_low: float | None
    progress_high: float | None
    expected: float | None
    known_status: Status | None
    bounds: Ends
    spacing: Ends
    faded: bool

    @property
    def judged(self) -> Judged:
        """The bare verdict."""
        is_known = self.status is not Status.NOT_ENOUGH_DATA
        ends = UNKNOWN
        if is_known and self.progress_low is not None and self.progress_high is not None:
            ends = (self.progress_low, self.progress_high)
        return Judged(
            status=self.status,
            status_low=self.status_low if is_known else None,
            status_high=self.status_high if is_known else None,
            grade=self.grade,
            progress=ends,
            expected=self.expected if is_known else None,
            bounds=self.bounds,
            spacing=self.spacing if is_known else UNKNOWN,
            faded=self.faded,
        )


def multipart(parts: Sequence[Judged]) -> Combination:
    """Join parts that must all be met: the worst decides, and an unknown one can be anything.

    Source: data/METHODS.md#several-parts
    """
    known = [part for part in parts if part.is_known]
    is_whole = len(known) == len(parts)
    low = worst(part.ends[0] for part in parts) if parts else None
    high = worst(part.ends[1] for part in parts) if parts else None
    status = join(low, high) if low and high else Status.NOT_ENOUGH_DATA
    progress = mean_ends(part.progress for part in parts) if parts else None
    expected = [part.expected for part in known if part.expected is not None]
    same = progress is not None and progress[1] - progress[0] <= ROUNDING
    return Combination(
        status=status,
        status_low=low,
        status_high=high,
        grade=_grade(status, parts),
        reason=_reason(status, is_whole and bool(parts)),
        coverage=coverage(len(known), len(parts)),
        available=len(known),
        parts=len(parts),
        progress=progress[0] if progress and same else None,
        progress_low=progress[0] if progress else None,
        progress_high=progress[1] if progress else None,
        expected=fmean(expected) if expected else None,
        known_status=_worst_known(known),
        bounds=mean_ends(part.bounds for part in parts) if parts else UNKNOWN,
        spacing=mean_ends(part.spacing for part in parts) if parts else UNKNOWN,
        faded=any(part.faded for part in known),
    )


def _grade(status: Status, parts: Sequence[Judged]) -> Grade:
    if status is Status.NOT_ENOUGH_DATA:
        is_recorded = any(part.grade is not Grade.NONE for part in parts)
        return Grade.DOCUMENTED if is_recorded else Grade.NONE
    is_measured = status is not Status.RANGE and all(part.is_measured for part in parts)
    return Grade.MEASURED if is_measured else Grade.INDICATIVE


def _reason(status: Status, is_whole: bool) -> Reason | None:
    if status is not Status.NOT_ENOUGH_DATA:
        return None
    return Reason.TOO_WIDE if is_whole else Reason.PARTS_UNKNOWN


def _worst_known(known: Sequence[Judged]) -> Status | None:
    if not known:
        return None
    low, high = (worst(part.ends[end] for part in known) for end in (0, 1))
    return low if low is high else Status.RANGE


@dataclass(frozen=True, slots=True)
class NestedCount:
    """How many units meet the inner condition.

    Unit:   count, count_high, known and unknown are numbers of units; count_high is the count if
            every unknown one met it; partial_credit is information only.
    """

    count: int
    count_high: int
    partial_credit: float
    known: int
    unknown: int


def nested(values: Iterable[float | None], threshold: float) -> NestedCount:
    """Count the units at the inner threshold or above; silent units are unknown, not failed.

    Source: data/METHODS.md#nested-targets
    """
    every = list(values)
    known = [value for value in every if value is not None]
    credit = sum(min(1.0, value / threshold) for value in known) if threshold > 0 else len(known)
    count, unknown = sum(reaches(value, threshold) for value in known), len(every) - len(known)
    return NestedCount(count, count + unknown, float(credit), len(known), unknown)
