"""The figures of one indicator and place in the order of their periods, for many questions.

Read once: rows of the store answer slowly, and a sheet may hold thousands of one place.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from store.figures import moves
from store.figures.draft import figure
from store.models import Measurement
from store.reporting.nearby import Figure, Period


@dataclass(frozen=True, slots=True)
class _Mark:
    period: Period
    level: float
    row: Figure


class Line:
    """Figures by period; a slot whose figure was moved elsewhere is left out."""

    def __init__(self, rows: Iterable[Figure]) -> None:
        kept = [row for row in rows if not _was_moved(row)]
        self._rows = sorted(((row.period_end, row.period_start, row) for row in kept), key=_days)
        self._ends = [end for end, _, _ in self._rows]
        starts = (start for _, start, _ in reversed(self._rows))
        self._first_starts = list(accumulate(starts, min))[::-1]
        marks = [
            _Mark((start, end), level, row)
            for end, start, row in self._rows
            if (level := figure(row)) is not None
        ]
        self._marks = marks
        self._mark_ends = [mark.period[1] for mark in marks]
        self._standing = [mark for mark in marks if isinstance(mark.row, Measurement)]
        self._standing_ends = [mark.period[1] for mark in self._standing]
        ranked = sorted(marks, key=lambda mark: mark.level)
        self._extremes = ranked[:2], ranked[:-3:-1]

    def before(self, last_day: dt.date) -> Figure | None:
        """The newest figure of a period that ends before the day; a declared gap is none."""
        place = bisect_left(self._mark_ends, last_day)
        return self._marks[place - 1].row if place else None

    def after(self, last_day: dt.date) -> Figure | None:
        """The next figure that the store holds already, of a period that ends after the day."""
        place = bisect_right(self._standing_ends, last_day)
        return self._standing[place].row if place < len(self._standing) else None

    def extremes(self, but: Period) -> list[float]:
        """The lowest and the highest figure of other periods; none where there is no other."""
        others = (
            next((mark.level for mark in ranked if mark.period != but), None)
            for ranked in self._extremes
        )
        return [level for level in others if level is not None]

    def overlapping(self, period: Period) -> Iterator[Figure]:
        """The figures of other periods that share days with this one, oldest first."""
        first, last = period
        for place in range(bisect_left(self._ends, first), len(self._rows)):
            if self._first_starts[place] > last:  # and so do all that follow
                return
            end, start, row = self._rows[place]
            if start <= last and (start, end) != period:
                yield row


def _days(row: tuple[dt.date, dt.date, Figure]) -> tuple[dt.date, dt.date]:
    return row[:2]


def _was_moved(row: Figure) -> bool:
    return isinstance(row, Measurement) and moves.was_moved(row)
