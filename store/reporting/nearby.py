"""Figures that speak of the same time: what stands beside one, and which period a new one takes."""

import datetime as dt
from collections.abc import Iterable

from store.figures import moves
from store.figures.draft import MeasurementDraft
from store.models import Indicator, Measurement
from store.progress import Kind

Figure = MeasurementDraft | Measurement  # on its way in, or reported already
Period = tuple[dt.date, dt.date]


def newest_of_year(rows: Iterable[Measurement], year: int) -> Measurement | None:
    """Of the newest revisions of slots, the one that speaks for a year: the latest figure.

    A declared gap speaks where there is no figure; a slot whose figure was moved speaks for none.
    """
    of_year = [row for row in rows if row.period_end.year == year and not moves.was_moved(row)]
    return max(of_year, key=rank, default=None)


def rank(row: Measurement) -> tuple[bool, dt.date, dt.date]:
    """By what one of a year's figures comes before another."""
    return row.missing_reason is None, row.period_end, row.period_start


def overlaps(row: Figure, other: Figure) -> bool:
    """Whether two figures share days, and neither was moved elsewhere."""
    is_moved = isinstance(row, Measurement) and moves.was_moved(row)
    shares = row.period_start <= other.period_end and other.period_start <= row.period_end
    return shares and not is_moved


def proposed_period(
    indicator: Indicator, year: int, standing: Measurement | None, today: dt.date
) -> Period:
    """The period that a form or a sheet offers for a year's figure.

    What stands for the year is corrected in its own period. A yearly rate takes the year; a level
    or a total the year's last day, in the running year today.
    """
    if standing is not None:
        return standing.period_start, standing.period_end
    last = dt.date(year, 12, 31)
    if indicator.kind == Kind.RATE:
        return dt.date(year, 1, 1), last
    day = today if year == today.year else last
    return day, day
