"""What counts as known: facts of days up to one day, written by one instant."""

import datetime as dt
from typing import Any, Protocol

import sqlalchemy as sa
from sqlmodel import col


class Fact(Protocol):
    """A table, or an alias of one, whose rows become known on a day and are written once."""

    known_on: Any
    recorded_at: Any


def known(
    fact: type[Fact], as_of: dt.date, recorded_by: dt.datetime | None = None
) -> sa.ColumnElement[bool]:
    """The condition that a row was known on the day.

    With `recorded_by`, the instant at which a meeting froze its figures, whatever was written
    later stays out, were it dated back.
    """
    on_the_day: sa.ColumnElement[bool] = col(fact.known_on) <= as_of
    return (
        on_the_day if recorded_by is None else on_the_day & (col(fact.recorded_at) <= recorded_by)
    )
