"""Targets with several parts: all of them must be met. And targets that count conditions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from store.progress.parameters import DEFAULT, Parameters, reaches
from store.progress.standing import Judged, coverage, is_measured, mean_share
from store.progress.status import Status, worst


@dataclass(frozen=True, slots=True)
class Combination:
    """The verdict on an objective with several parts.

    Unit:   available and parts are counts; coverage is available over parts.
    Range:  progress and expected 0 to 1; None below the coverage threshold.
    Source: data/METHODS.md#several-parts
    """

    status: Status
    progress: float | None
    expected: float | None
    coverage: float
    available: int
    parts: int
    part_status: tuple[Status, ...]
    part_progress: tuple[float | None, ...]


def multipart(parts: Sequence[Judged], parameters: Parameters = DEFAULT) -> Combination:
    """Average progress, worst status; a part without a verdict keeps the whole from achieved.

    Source: data/METHODS.md#several-parts
    """
    known = [part for part in parts if is_measured(part)]
    share = coverage(len(known), len(parts))
    is_shown = bool(known) and reaches(share, parameters.coverage)
    status = worst(part.status for part in known) if is_shown else Status.NOT_ENOUGH_DATA
    if status is Status.ACHIEVED and len(known) < len(parts):
        status = Status.ON_TRACK
    return Combination(
        status=status,
        progress=mean_share(part.progress for part in known) if is_shown else None,
        expected=mean_share(part.expected for part in known) if is_shown else None,
        coverage=share,
        available=len(known),
        parts=len(parts),
        part_status=tuple(part.status for part in parts),
        part_progress=tuple(part.progress for part in parts),
    )


@dataclass(frozen=True, slots=True)
class NestedCount:
    """How many units meet the inner condition.

    Unit:   count, known and unknown are numbers of units; partial_credit is information only.
    """

    count: int
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
    return NestedCount(
        count=sum(reaches(value, threshold) for value in known),
        partial_credit=float(credit),
        known=len(known),
        unknown=len(every) - len(known),
    )
