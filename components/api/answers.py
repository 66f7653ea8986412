"""The bytes of every answer, made once for what the store knew and kept for whoever asks again.

`home` is where the app's first page is, with its last slash: a path, or a whole address.
"""

import json
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import partial
from typing import IO, Any

from sqlmodel import Session

from components.api import bodies, pages
from components.api.bodies import Body
from components.api.pages import Page
from components.api.parameters import LIMIT, Query
from components.api.problems import BadRequestError
from components.api.reading import reading
from store.database import engine, settings
from store.exchange import changes as news
from store.exchange import choices, feed, package
from store.exchange.table import WARNING, Table, plain, write
from store.exchange.tables import TABLES
from store.ground.errors import UnknownReferenceError
from store.ground.shelf import Shelf, shelf
from store.ledger import audit
from store.ledger.knowledge import Until

HERE = "api/v1/"  # below the home of the app
MOST_BYTES = 32_000_000
ZIP, JSON = "application/zip", "application/json"


@dataclass(frozen=True, slots=True)
class Answer:
    """A body, its gzip where that is much smaller, and what the headers say of it."""

    body: Body
    packed: Body | None
    digest: str
    media_type: str
    name: str = ""
    links: str = ""

    @property
    def weight(self) -> int:
        """What it is worth to keep it: bytes, of what lies in a file a part."""
        return self.body.weight + (self.packed.weight if self.packed else 0)


def _made(write: Callable[[IO[bytes]], object], media_type: str, name: str, links: str) -> Answer:
    """What `write` writes as an answer; neither needs more memory for a million rows."""
    body = bodies.written(write)
    packed = None if media_type == ZIP else bodies.packed(body)
    return Answer(body, packed, bodies.digest(body), media_type, name, links)


_kept_answer: Shelf[Answer] = shelf(MOST_BYTES, lambda answer: answer.weight)


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
        prefix = "invented-" if settings.is_invented(session) else ""
        name = f"{prefix}4p1000-plan{plan}-{query.as_of}.zip"
        pack = partial(package.archive, session, plan, query.as_of)
        return _made(pack, ZIP, name, "")

    return _answer(("archive", query), make)


def changes(query: Query, home: str) -> Answer:
    """The Atom feed; `home` is a whole address.

    Errors: UnusableStoreError.
    """

    def make(session: Session) -> Answer:
        entries = news.entries(session, Until.day(query.as_of))
        link = f"{home}{HERE}feed.atom"
        written = feed.write(entries, self_link=link, home=home, as_of=query.as_of)
        return of(written, "application/atom+xml; charset=utf-8")

    return _answer(("changes", query, home), make)


def plain_json(content: object) -> Answer:
    """Anything as JSON."""
    return of(_json(content), JSON)


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode()


def of(body: bytes, media_type: str, links: str = "") -> Answer:
    """An answer of bytes that are there, packed once."""
    return _made(lambda target: target.write(body), media_type, "", links)


def _plan(session: Session, query: Query) -> str:
    try:
        return choices.choose_plan(session, query.plan, query.as_of)
    except UnknownReferenceError as error:
        raise BadRequestError("plan", error.message) from error


def _unfiltered(table: Table, query: Query) -> list[str]:
    """What was asked for and chooses no rows of the table: all of them hold for it."""
    columns = {"region": table.regions, "updated_since": table.updated}
    return [name for name in columns if not columns[name] and getattr(query, name) is not None]


def _as_csv(session: Session, name: str, query: Query, home: str) -> Answer:
    plan = _plan(session, query)
    page = pages.of(session, name, query, plan)
    prefix = "invented-" if settings.is_invented(session) else ""
    return _made(
        partial(write, page.table, page.rows),
        "text/csv; charset=utf-8; header=present",
        f"{prefix}4p1000-{name}-plan{plan}-{query.as_of}.csv",
        _link(_next(f"{home}{HERE}{name}.csv", page)),
    )


def _as_json(session: Session, name: str, query: Query, home: str) -> Answer:
    plan, limit = _plan(session, query), query.limit or LIMIT
    page = pages.of(session, name, replace(query, limit=limit), plan)
    rows = [dict(zip(page.table.names, map(plain, row), strict=True)) for row in page.rows]
    is_invented = settings.is_invented(session)
    address = f"{home}{HERE}{name}"
    following = _next(address, page)
    offset = None if query.cursor else query.offset
    whole = query.encoded(plan=plan, limit=None, offset=None, cursor=None)
    content = {
        "data": rows,
        "meta": {
            "dataset": name,
            "as_of": query.as_of.isoformat(),
            "plan": plan,
            "region": query.region,
            "updated_since": query.updated_since and plain(query.updated_since),
            "unfiltered": _unfiltered(page.table, query),
            "count": len(rows),
            "total": page.total,
            "limit": limit,
            "offset": page.offset,
            "licence": package.LICENCE["path"],
            "version": package.VERSION,
            "invented": is_invented,
            "warning": WARNING if is_invented else None,
        },
        "links": {
            "self": f"{address}?{query.encoded(plan=plan, limit=limit, offset=offset)}",
            "next": following,
            "csv": f"{address}.csv?{whole}",
            "description": f"{home}{HERE}openapi.json",
        },
    }
    return of(_json(content), JSON, _link(following))


def _next(address: str, page: Page) -> str | None:
    return page.following and f"{address}?{page.following}"


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
