"""What counts as known: facts of days up to one day, in a meeting those written by one instant."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from store.models import Fact
from store.progress import METHOD_VERSION


class Dated(Protocol):
    """A table, or an alias of one, whose rows become known on a day and are written once."""

    known_on: Any
    recorded_at: Any


@dataclass(frozen=True, slots=True)
class Until:
    """Up to when facts count: known on `as_of`; in a meeting, also written by `recorded_by`.

    That is the instant at which the meeting opened: whatever was written later stays out, were it
    dated back. `method` is the version by which it is judged. Everything that reads facts asks for
    this value, so that nothing reads a day alone and shows a meeting more than it saw.
    """

    as_of: dt.date
    recorded_by: dt.datetime | None
    method: str = METHOD_VERSION

    @classmethod
    def day(cls, as_of: dt.date) -> "Until":
        """Everything known on the day, whenever it was written, judged by the method in force."""
        return cls(as_of, None)

    def covers(self, fact: type[Dated]) -> sa.ColumnElement[bool]:
        """The SQL condition that a fact was known by the day and written by the instant."""
        on_the_day: sa.ColumnElement[bool] = col(fact.known_on) <= self.as_of
        return on_the_day & self.was_written(fact.recorded_at)

    def includes(self, known_on: dt.date, recorded_at: dt.datetime) -> bool:
        """Whether a fact of that day and instant counts: what `covers` says, of one row."""
        is_written = self.recorded_by is None or recorded_at <= self.recorded_by
        return known_on <= self.as_of and is_written

    def was_said(self, recorded_at: dt.datetime) -> sa.ColumnElement[bool]:
        """The SQL condition of a row that speaks of no day: it counts from when it was written."""
        midnight = dt.datetime.combine(self.as_of, dt.time.max, dt.UTC)
        return (col(recorded_at) <= midnight) & self.was_written(recorded_at)

    def was_written(self, recorded_at: dt.datetime) -> sa.ColumnElement[bool]:
        """The SQL condition that a row was written by the instant, whatever day it speaks of."""
        return sa.true() if self.recorded_by is None else col(recorded_at) <= self.recorded_by


EVER = Until.day(dt.date.max)  # everything that was written, also for days to come

Known = TypeVar("Known", bound=Fact)

# A table under a second name, made once: to make it takes longer than to ask a small table.
second_name: Callable[[Any], Any] = cache(aliased)


def _all(_model: object) -> sa.ColumnElement[bool]:
    return sa.true()


def known(
    model: type[Known],
    until: Until,
    *slot: sa.ColumnElement[bool] | bool,
    among: Callable[[type[Known]], sa.ColumnElement[bool]] = _all,
) -> SelectOfScalar[Known]:
    """Select the newest revision that counts of every slot, or of the slots that are meant.

    `among` names the revisions that count at all; a later one of another kind hides none.
    """
    return select(model).where(*slot, is_newest(model, until, among))


def is_newest(
    model: type[Known],
    until: Until,
    among: Callable[[type[Known]], sa.ColumnElement[bool]] = _all,
) -> sa.ColumnElement[bool]:
    """The condition that a row is the newest revision that counts of its slot."""
    later = second_name(model)
    newer = sa.exists().where(
        *(getattr(later, name) == getattr(model, name) for name in model.SLOT),
        col(later.revision) > col(model.revision),
        until.covers(later),
        among(later),
    )
    return until.covers(model) & among(model) & ~newer
