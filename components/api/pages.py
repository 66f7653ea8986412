"""The rows of one answer: of a table that is read whole, or of one that is read page by page.

A table that grows with the ledger is read in the order of its numbers, as it stood when the first
page was asked for: a cursor names that instant and the last number that was given away, so that
whoever follows the links gets each row once, whatever is approved or corrected meanwhile.
"""

import base64
import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from sqlmodel import Session

from components.api.parameters import Query
from components.api.problems import BadRequestError
from store.database import engine
from store.exchange.table import Row, Table, of_store
from store.exchange.tables import TABLES
from store.figures.reading import Slice
from store.ground.messages import Message
from store.ground.shelf import Shelf, shelf
from store.ledger import audit
from store.ledger.knowledge import Until

MOST_ROWS = 100_000
MOST_COUNTED = 10_000  # rows that are counted, or skipped by an offset, in a table that grows


@dataclass(frozen=True, slots=True)
class Contents:
    """A table as this store gives it away, with all its rows."""

    table: Table
    rows: list[Row]


_kept_contents: Shelf[Contents] = shelf(MOST_ROWS, lambda one: len(one.rows) + 1)


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of a table, how many lie before them and are there in all, and what asks for the next.

    `total` is None where there are more than MOST_COUNTED, or nobody counted, `following` for the
    last page. `rows` can be read once.
    """

    table: Table
    rows: Iterable[Row]
    offset: int
    total: int | None
    following: str | None


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a reader is in a table that grows; `by` is the instant of the first page."""

    after: int
    by: dt.datetime | None
    offset: int
    total: int | None

    def text(self) -> str:
        """The cursor as it stands in an address."""
        written = [self.after, self.by and self.by.isoformat(), self.offset, self.total]
        return base64.urlsafe_b64encode(json.dumps(written).encode()).decode()


def of(session: Session, name: str, query: Query, plan: str) -> Page:
    """What was asked for of a table; without a limit all of it.

    Errors: BadRequestError for a cursor that is none, or an offset beyond MOST_COUNTED.
    """
    table = of_store(session, TABLES[name])
    if table.part is not None and query.limit is not None:
        return _from_cursor(session, table, query, plan)
    if query.cursor is not None:
        raise _no_cursor(query.cursor)
    if table.part is not None:
        return _in_a_row(session, table, query, plan)
    return _whole(session, name, query, plan)


def _in_a_row(session: Session, table: Table, query: Query, plan: str) -> Page:
    """All of a table that grows, read while it is written: it is not held, and not counted."""
    rows = table.each(session, plan, Until.day(query.as_of))
    shown = islice(_chosen(table, rows, query), query.offset, None)
    return Page(table, shown, query.offset, None, None)


def _from_cursor(session: Session, table: Table, query: Query, plan: str) -> Page:
    limit = query.limit or 0
    if query.offset > MOST_COUNTED:
        beyond = Message("Follow the link “next” beyond {most} rows.").filled(most=MOST_COUNTED)
        raise BadRequestError("offset", beyond)
    by = audit.last_instant(session)
    at = Cursor(0, by, query.offset, None) if query.cursor is None else _read(query.cursor)
    until = Until(query.as_of, at.by)
    asked = Slice(
        after=at.after,
        skipped=query.offset,
        most=limit + 1,
        region=query.region and f"R-{query.region}",
        since=query.updated_since,
    )
    rows = table.slice(session, plan, until, asked)
    total = at.total
    if query.cursor is None and table.count is not None:
        counted = table.count(session, until, asked, MOST_COUNTED + 1)
        total = counted if counted <= MOST_COUNTED else None
    following = None
    if len(rows) > limit:
        last = rows[limit - 1][table.position("id")]
        then = Cursor(int(str(last)), at.by, at.offset + limit, total)
        following = query.encoded(cursor=then.text(), offset=None)
    return Page(table, rows[:limit], at.offset, total, following)


def _read(text: str) -> Cursor:
    """The cursor of an address.

    Errors: BadRequestError.
    """
    try:
        after, by, offset, total = json.loads(base64.urlsafe_b64decode(text))
        instant = None if by is None else dt.datetime.fromisoformat(by)
        return Cursor(int(after), instant, int(offset), None if total is None else int(total))
    except (ValueError, TypeError) as error:
        raise _no_cursor(text) from error


def _no_cursor(text: str) -> BadRequestError:
    return BadRequestError("cursor", Message("“{text}” is no cursor of this table.", text=text))


def _whole(session: Session, name: str, query: Query, plan: str) -> Page:
    contents = _contents(session, name, query, plan)
    matches = list(_chosen(contents.table, contents.rows, query))
    end = None if query.limit is None else query.offset + query.limit
    is_last = end is None or end >= len(matches)
    following = None if is_last else query.encoded(offset=end)
    shown = matches[query.offset : end]
    return Page(contents.table, shown, query.offset, len(matches), following)


def _contents(session: Session, name: str, query: Query, plan: str) -> Contents:
    def make() -> Contents:
        table = of_store(session, TABLES[name])
        return Contents(table, table.rows(session, plan, Until.day(query.as_of)))

    version = engine.address(), audit.latest_id(session)
    return _kept_contents((version, name, plan, query.as_of), make)


def _chosen(table: Table, rows: Iterable[Row], query: Query) -> Iterable[Row]:
    """The rows of the region and since the instant, where the table knows either."""
    if query.region is not None:
        rows = table.in_region(rows, f"R-{query.region}")
    if query.updated_since is not None and table.updated:
        updated, since = table.position(table.updated), query.updated_since
        rows = (row for row in rows if _is_since(row[updated], since))
    return rows


def _is_since(value: object, since: dt.datetime) -> bool:
    return isinstance(value, dt.datetime) and value >= since
