"""What a combination needs to know of its members: a status, progress and expected progress."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean
from typing import Protocol

from store.progress_1_0.path import clip
from store.progress_1_0.status import UNKNOWN, Status


class Judged(Protocol):
    """Anything with a verdict: an Assessment, a Combination, a Standing."""

    @property
    def status(self) -> Status:
        """The verdict."""
        ...

    @property
    def progress(self) -> float | None:
        """Share of the way, shown between 0 and 1."""
        ...

    @property
    def expected(self) -> float | None:
        """Share of the way the line has covered."""
        ...


@dataclass(frozen=True, slots=True)
class Standing:
    """A bare verdict, for figures assessed elsewhere."""

    status: Status
    progress: float | None = None
    expected: float | None = None


def is_measured(judged: Judged) -> bool:
    """Neither missing nor stale."""
    return judged.progress is not None and judged.status not in UNKNOWN


def mean_share(shares: Iterable[float | None]) -> float | None:
    """Average shares, each capped at 0 and 1, without the missing ones; None if all are missing."""
    known = [clip(share) for share in shares if share is not None]
    return fmean(known) if known else None


def coverage(known: float, total: float) -> float:
    """Give the known part of a total; nothing out of nothing is no coverage."""
    return known / total if total else 0.0
