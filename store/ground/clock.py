"""The one clock, and the first day there was anything to know. Whoever decides is told the day."""

import datetime as dt


def today() -> dt.date:
    """Return the current day, in UTC like every instant in the store."""
    return now().date()


def now() -> dt.datetime:
    """Return the instant a row is written."""
    return dt.datetime.now(dt.UTC)


LAUNCH = dt.date(2015, 12, 1)  # of the Initiative
