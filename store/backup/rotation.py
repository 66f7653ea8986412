"""Which backups are kept: all of two days, then one a day, a week, and a month."""

import datetime as dt
from collections.abc import Callable, Iterable

ALL = dt.timedelta(days=2)
# How long one is kept of each stretch of time, and what tells one stretch from the next.
STRETCHES: tuple[tuple[dt.timedelta, Callable[[dt.datetime], object]], ...] = (
    (dt.timedelta(days=14), lambda made: made.date()),
    (dt.timedelta(weeks=8), lambda made: made.isocalendar()[:2]),
    (dt.timedelta(days=731), lambda made: (made.year, made.month)),
)


def kept(instants: Iterable[dt.datetime], now: dt.datetime) -> set[dt.datetime]:
    """The instants whose backups are kept: the newest of each stretch, and always the newest."""
    newest_first = sorted(instants, reverse=True)
    keep = {made for made in newest_first if now - made <= ALL} | set(newest_first[:1])
    for span, stretch in STRETCHES:
        seen: set[object] = set()
        for made in newest_first:
            if now - made <= span and stretch(made) not in seen:
                seen.add(stretch(made))
                keep.add(made)
    return keep
