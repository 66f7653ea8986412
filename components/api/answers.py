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

from components.api.parameters import LIMIT, Asked
from components.api.problems import BadRequestError
from components.api.reading import reading
from components.api.shelf import Shelf, shelf
from store.database import engine, settings
from store.exchange import asked as choices
from store.exchange import changes as news
from store.exchange import feed, package
from store.exchange.table import WARNING, Row, Table, as_csv, of_store, plain
from store.exchange.tables import TABLES
from store.ground.errors import UnknownReferenceError
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


def rows(name: str, asked: Asked, home: str) -> Answer:
    """A page of a table as JSON.

    Errors: BadRequestError for a plan version that there is not; UnusableStoreError.
    """
    key = name, "json", asked, home
    return _answer(key, lambda session: _as_json(session, name, asked, home))


def csv(name: str, asked: Asked, home: str) -> Answer:
    """A table as CSV, whole unless a limit is asked for.

    Errors: as `rows`.
    """
    key = name, "csv", asked, home
    return _answer(key, lambda session: _as_csv(session, name, asked, home))


def archive(asked: Asked) -> Answer:
    """The data package as ZIP.

    Errors: as `rows`.
    """

    def make(session: Session) -> Answer:
        plan = _plan(session, asked)
        files = package.build(session, plan, asked.as_of)
        prefix = "invented-" if settings.is_invented(session) else ""
        name = f"{prefix}4p1000-plan{plan}-{asked.as_of}.zip"
        return Answer(package.zipped(files), "application/zip", name)

    return _answer(("archive", asked), make)


def changes(asked: Asked, home: str) -> Answer:
    """The Atom feed; `home` is a whole address.

    Errors: UnusableStoreError.
    """

    def make(session: Session) -> Answer:
        found = news.entries(session, Until.day(asked.as_of))
        link = f"{home}{HERE}feed.atom"
        written = feed.write(found, self_link=link, home=home, as_of=asked.as_of)
        return Answer(written, "application/atom+xml; charset=utf-8")

    return _answer(("changes", asked, home), make)


def plain_json(content: object) -> Answer:
    """Anything as JSON."""
    return Answer(json.dumps(content, ensure_ascii=False).encode(), "application/json")


def _plan(session: Session, asked: Asked) -> str:
    try:
        return choices.choose_plan(session, asked.plan, asked.as_of)
    except UnknownReferenceError as error:
        raise BadRequestError("plan", str(error)) from error


def _contents(session: Session, name: str, asked: Asked) -> Contents:
    plan = _plan(session, asked)

    def make() -> Contents:
        table = of_store(session, TABLES[name])
        found = table.rows(session, plan, Until.day(asked.as_of))
        return Contents(table, found, plan, settings.is_invented(session))

    version = engine.address(), audit.latest_id(session)
    return _kept_contents((version, name, plan, asked.as_of), make)


def _chosen(contents: Contents, asked: Asked) -> list[Row]:
    """The rows of the region and since the instant, where the table knows either."""
    table, found = contents.table, contents.rows
    if asked.region is not None:
        found = table.in_region(found, f"R-{asked.region}")
    if asked.updated_since is not None and table.updated:
        updated, since = table.position(table.updated), asked.updated_since
        found = [row for row in found if _is_since(row[updated], since)]
    return found


def _unfiltered(table: Table, asked: Asked) -> list[str]:
    """What was asked for and chooses no rows of the table: all of them hold for it."""
    columns = {"region": table.regions, "updated_since": table.updated}
    return [name for name in columns if not columns[name] and getattr(asked, name) is not None]


def _is_since(value: object, since: dt.datetime) -> bool:
    return isinstance(value, dt.datetime) and value >= since


def _as_csv(session: Session, name: str, asked: Asked, home: str) -> Answer:
    contents = _contents(session, name, asked)
    found = _chosen(contents, asked)
    end = None if asked.limit is None else asked.offset + asked.limit
    prefix = "invented-" if contents.is_invented else ""
    return Answer(
        as_csv(contents.table, found[asked.offset : end]),
        "text/csv; charset=utf-8; header=present",
        f"{prefix}4p1000-{name}-plan{contents.plan}-{asked.as_of}.csv",
        _link(_next(f"{home}{HERE}{name}.csv", asked, len(found), end)),
    )


def _as_json(session: Session, name: str, asked: Asked, home: str) -> Answer:
    contents = _contents(session, name, asked)
    found = _chosen(contents, asked)
    limit = asked.limit or LIMIT
    end = asked.offset + limit
    shown = found[asked.offset : end]
    own = f"{home}{HERE}{name}"
    following = _next(own, asked, len(found), end)
    content = {
        "data": [dict(zip(contents.table.names, map(plain, row), strict=True)) for row in shown],
        "meta": {
            "dataset": name,
            "as_of": asked.as_of.isoformat(),
            "plan": contents.plan,
            "region": asked.region,
            "updated_since": asked.updated_since and plain(asked.updated_since),
            "unfiltered": _unfiltered(contents.table, asked),
            "count": len(shown),
            "total": len(found),
            "limit": limit,
            "offset": asked.offset,
            "licence": package.LICENCE["path"],
            "version": package.VERSION,
            "invented": contents.is_invented,
            "warning": WARNING if contents.is_invented else None,
        },
        "links": {
            "self": f"{own}?{asked.query(plan=contents.plan, limit=limit)}",
            "next": following,
            "csv": f"{own}.csv?{asked.query(plan=contents.plan, limit=None, offset=None)}",
            "description": f"{home}{HERE}openapi.json",
        },
    }
    made = plain_json(content)
    return Answer(made.body, made.media_type, links=_link(following))


def _next(own: str, asked: Asked, total: int, end: int | None) -> str | None:
    if end is None or end >= total:
        return None
    return f"{own}?{asked.query(offset=end, limit=end - asked.offset)}"


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
