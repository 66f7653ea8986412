"""The day of this run, read once: a page that is drawn across midnight is of one day."""

import datetime as dt
from typing import cast

from components.reader import run
from store.ground import clock
from store.ledger.knowledge import Until


def begin_run() -> None:
    """Read the clock for the whole run of a page or a program."""
    run.scope()["today"] = clock.today()


def today() -> dt.date:
    """The day of this run, in UTC like every instant in the store."""
    return cast("dt.date | None", run.stored("today")) or clock.today()


def until_today() -> Until:
    """What is known by the day of this run."""
    return Until.day(today())


def now() -> dt.datetime:
    """Return the instant, for what lasts hours and for the stamp of what is being typed."""
    return clock.now()
