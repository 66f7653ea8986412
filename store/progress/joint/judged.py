"""What a combination needs to know of its members: a verdict with its two ends."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from store.progress.card import UNKNOWN, Assessment
from store.progress.status import WORST_FIRST, Status, is_wider_than_a_verdict
from store.progress.verdict import Grade
from store.progress.way import clip

Ends = tuple[float, float]  # worse end, better end


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A bare verdict: of an indicator, of an objective, or stated elsewhere.

    `status_low` and `status_high` are None without a verdict; then progress is unknown, too.
    Range:  progress, bounds and spacing from the worse to the better end, 0 to 1.
    """

    status: Status
    status_low: Status | None = None
    status_high: Status | None = None
    grade: Grade = Grade.NONE
    progress: Ends = UNKNOWN
    expected: float | None = None
    bounds: Ends = UNKNOWN
    spacing: Ends = UNKNOWN
    faded: bool = False

    @property
    def is_known(self) -> bool:
        """Whether there is a verdict."""
        return self.status is not Status.NOT_ENOUGH_DATA

    @property
    def is_measured(self) -> bool:
        """Whether it counts for a needle."""
        return self.is_known and self.grade is Grade.MEASURED

    @property
    def is_indicative(self) -> bool:
        """Whether it counts for a band only."""
        return self.is_known and self.grade is Grade.INDICATIVE

    @property
    def ends(self) -> tuple[Status, Status]:
        """The worse and the better status; anything at all without a verdict."""
        if not self.is_known:
            return WORST_FIRST[0], WORST_FIRST[-1]
        return self.status_low or self.status, self.status_high or self.status

    @property
    def middle(self) -> float:
        """Where a needle takes it."""
        return fmean(self.progress)


def of_assessment(card: Assessment) -> Judged:
    """The verdict on an indicator."""
    low, high = card.ends
    is_known = card.status is not Status.NOT_ENOUGH_DATA
    expected = [end.expected for end in (low, high) if end.expected is not None]
    progress = (low.progress or 0.0, high.progress or 0.0) if is_known else UNKNOWN
    return Judged(
        status=card.status,
        status_low=card.status_low if is_known else None,
        status_high=card.status_high if is_known else None,
        grade=card.grade,
        progress=progress,
        expected=fmean(expected) if is_known and expected else None,
        bounds=card.bounds,
        spacing=(card.spacing or progress) if is_known else UNKNOWN,
        faded=card.faded,
    )


def join(low: Status, high: Status) -> Status:
    """One status where both ends agree, a range where they do not, none where it says nothing."""
    if is_wider_than_a_verdict(low, high):
        return Status.NOT_ENOUGH_DATA
    return low if low is high else Status.RANGE


def mean_ends(pairs: Iterable[Ends]) -> Ends:
    """The mean of the worse ends and that of the better ones, each kept to 0 and 1.

    Errors: statistics.StatisticsError for none.
    """
    every = list(pairs)
    return fmean(clip(low) for low, _ in every), fmean(clip(high) for _, high in every)


def mean_share(shares: Iterable[float | None]) -> float | None:
    """Average shares, each capped at 0 and 1, without the missing ones; None if all are missing."""
    known = [clip(share) for share in shares if share is not None]
    return fmean(known) if known else None


def coverage(known: float, total: float) -> float:
    """Give the known part of a total; nothing out of nothing is no coverage."""
    return known / total if total else 0.0
