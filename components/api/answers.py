"""The bytes of every answer, made once for what the store knew and kept for whoever asks again.

`home` is where the app's first page is, with its last slash: a path, or a whole address.
"""

import datetime as dt
import gzip
import hashlib
import json
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session

from components.api.parameters import LIMIT, Query
from components.api.problems import BadRequestError
from components.api.reading import reading
from store.database import engine, settings
from store.exchange import changes as news
from store.exchange import choices, feed, package
from store.exchange.table import WARNING, Row, Table, as_csv, of_store, plain
from store.exchange.tables import TABLES
from store.ground.errors import UnknownReferenceError
from store.ground.shelf import Shelf, shelf
from store.ledger import audit
from store.ledger.knowledge import Until

HERE = "api/v1/"  # below the home of the app
MOST_BYTES = 32_000_000
MOST_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class Answer:
    """A body, its gzip where that is much smaller, and what the headers say of it."""

    body: bytes
    media_type: str
    name: str = ""
    links: str = ""
    packed: bytes = field(init=False)
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        packed = gzip.compress(self.body, 6, mtime=0)
        smaller = packed if len(packed) < 0.9 * len(self.body) else b""
        object.__setattr__(self, "packed", smaller)
        object.__setattr__(self, "digest", hashlib.sha256(self.body).hexdigest()[:32])


@dataclass(frozen=True, slots=True)
class Contents:
    """A table as this store gives it away, with all its rows."""

    table: Table
    rows: list[Row]
    plan: str
    is_invented: bool


_kept_answer: Shelf[Answer] = shelf(MOST_BYTES, lambda one: len(one.body) + len(one.packed))
_kept_contents: Shelf[Contents] = shelf(MOST_ROWS, lambda one: len(one.rows) + 1)


def _answer(key: tuple[Hashable, ...], make: Callable[[Session], Answer]) -> Answer:
    """What was answered to this key since the last write, else what `make` answers."""
    with reading() as session:
        version = engine.address(), audit.latest_id(session)
        return _kept_answer((version, key), lambda: make(session))


def rows(name: str, query: Query, home: str) -> Answer:
    """A page of a table as JSON.

    Errors: BadRequestError for a plan version that there is not; UnusableStoreError.
    """
    key = name, "json", query, home
    return _answer(key, lambda session: _as_json(session, name, query, home))


def csv(name: str, query: Query, home: str) -> Answer:
    """A table as CSV, whole unless a limit is asked for.

    Errors: as `rows`.
    """
    key = name, "csv", query, home
    return _answer(key, lambda session: _as_csv(session, name, query, home))


def archive(query: Query) -> Answer:
    """The data package as ZIP.

    Errors: as `rows`.
    """

    def make(session: Session) -> Answer:
        plan = _plan(session, query)
        files = package.build(session, plan, query.as_of)
        prefix = "invented-" if settings.is_invented(session) else ""
        name = f"{prefix}4p1000-plan{plan}-{query.as_of}.zip"
        return Answer(package.zipped(files), "application/zip", name)

    return _answer(("archive", query), make)


def changes(query: Query, home: str) -> Answer:
    """The Atom feed; `home` is a whole address.

    Errors: UnusableStoreError.
    """

    def make(session: Session) -> Answer:
        entries = news.entries(session, Until.day(query.as_of))
        link = f"{home}{HERE}feed.atom"
        written = feed.write(entries, self_link=link, home=home, as_of=query.as_of)
        return Answer(written, "application/atom+xml; charset=utf-8")

    return _answer(("changes", query, home), make)


def plain_json(content: object) -> Answer:
    """Anything as JSON."""
    return Answer(json.dumps(content, ensure_ascii=False).encode(), "application/json")


def _plan(session: Session, query: Query) -> str:
    try:
        return choices.choose_plan(session, query.plan, query.as_of)
    except UnknownReferenceError as error:
        raise BadRequestError("plan", error.message) from error


def _contents(session: Session, name: str, query: Query) -> Contents:
    plan = _plan(session, query)

    def make() -> Contents:
        table = of_store(session, TABLES[name])
        rows = table.rows(session, plan, Until.day(query.as_of))
        return Contents(table, rows, plan, settings.is_invented(session))

    version = engine.address(), audit.latest_id(session)
    return _kept_contents((version, name, plan, query.as_of), make)


def _chosen(contents: Contents, query: Query) -> list[Row]:
    """The rows of the region and since the instant, where the table knows either."""
    table, rows = contents.table, contents.rows
    if query.region is not None:
        rows = table.in_region(rows, f"R-{query.region}")
    if query.updated_since is not None and table.updated:
        updated, since = table.position(table.updated), query.updated_since
        rows = [row for row in rows if _is_since(row[updated], since)]
    return rows


def _unfiltered(table: Table, query: Query) -> list[str]:
    """What was asked for and chooses no rows of the table: all of them hold for it."""
    columns = {"region": table.regions, "updated_since": table.updated}
    return [name for name in columns if not columns[name] and getattr(query, name) is not None]


def _is_since(value: object, since: dt.datetime) -> bool:
    return isinstance(value, dt.datetime) and value >= since


def _as_csv(session: Session, name: str, query: Query, home: str) -> Answer:
    contents = _contents(session, name, query)
    matches = _chosen(contents, query)
    end = None if query.limit is None else query.offset + query.limit
    prefix = "invented-" if contents.is_invented else ""
    return Answer(
        as_csv(contents.table, matches[query.offset : end]),
        "text/csv; charset=utf-8; header=present",
        f"{prefix}4p1000-{name}-plan{contents.plan}-{query.as_of}.csv",
        _link(_next(f"{home}{HERE}{name}.csv", query, len(matches), end)),
    )


def _as_json(session: Session, name: str, query: Query, home: str) -> Answer:
    contents = _contents(session, name, query)
    matches = _chosen(contents, query)
    limit = query.limit or LIMIT
    end = query.offset + limit
    shown = matches[query.offset : end]
    address = f"{home}{HERE}{name}"
    following = _next(address, query, len(matches), end)
    content = {
        "data": [dict(zip(contents.table.names, map(plain, row), strict=True)) for row in shown],
        "meta": {
            "dataset": name,
            "as_of": query.as_of.isoformat(),
            "plan": contents.plan,
            "region": query.region,
            "updated_since": query.updated_since and plain(query.updated_since),
            "unfiltered": _unfiltered(contents.table, query),
            "count": len(shown),
            "total": len(matches),
            "limit": limit,
            "offset": query.offset,
            "licence": package.LICENCE["path"],
            "version": package.VERSION,
            "invented": contents.is_invented,
            "warning": WARNING if contents.is_invented else None,
        },
        "links": {
            "self": f"{address}?{query.encoded(plan=contents.plan, limit=limit)}",
            "next": following,
            "csv": f"{address}.csv?{query.encoded(plan=contents.plan, limit=None, offset=None)}",
            "description": f"{home}{HERE}openapi.json",
        },
    }
    made = plain_json(content)
    return Answer(made.body, made.media_type, links=_link(following))


def _next(address: str, query: Query, total: int, end: int | None) -> str | None:
    if end is None or end >= total:
        return None
    return f"{address}?{query.encoded(offset=end, limit=end - query.offset)}"


def _link(following: str | None) -> str:
    return f'<{following}>; rel="next"' if following else ""


def index(home: str) -> dict[str, Any]:
    """What there is, by address."""
    here = f"{home}{HERE}"
    return {
        "datasets": [
            {
                "name": table.name,
                "title": table.title,
                "description": table.description,
                "json": f"{here}{table.name}",
                "csv": f"{here}{table.name}.csv",
            }
            for table in TABLES.values()
        ],
        "links": {
            "description": f"{here}openapi.json",
            "package": f"{here}package.zip",
            "changes": f"{here}feed.atom",
        },
        "licence": package.LICENCE["path"],
        "version": package.VERSION,
    }
