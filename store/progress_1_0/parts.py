"""Targets with several parts: all of them must be met. And targets that count conditions."""

from collections.abc import Sequence
from dataclasses import dataclass

from store.progress_1_0.parameters import DEFAULT, Parameters, reaches
from store.progress_1_0.standing import Judged, coverage, is_measured, mean_share
from store.progress_1_0.status import Status, worst


@dataclass(frozen=True, slots=True)
class Combination:
    """The verdict on an objective with several parts.

    Unit:   available and parts are counts; coverage is available over parts.
    Range:  progress and expected 0 to 1; None below the coverage threshold.
    Source: data/METHODS_1_0.md#several-parts
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

    Source: data/METHODS_1_0.md#several-parts
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
