"""How the store is reached: one engine per address, SQLite by default, PostgreSQL when shared."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy import event, exc
from sqlmodel import create_engine

from store.database import journal, same_file, slow
from store.ground.errors import UnusableStoreError

ROOT = Path(__file__).resolve().parent.parent.parent
DEFAULT_URL = f"sqlite:///{ROOT / 'data' / 'local' / 'dashboard.db'}"
BUSY_SECONDS = 30
ANSWER_SECONDS = 10  # for a page or a request; whoever waits longer has left
CONNECT_SECONDS = 10  # a server that takes a connection and says nothing; the address may say less


def address() -> str:
    """Where the store is: DATABASE_URL, else the SQLite file in `data/local/`.

    A relative SQLite path counts from the project's folder, wherever the program was started.
    Errors: UnusableStoreError for what is no address.
    """
    url = _parse(os.environ.get("DATABASE_URL") or DEFAULT_URL)
    path = sqlite_path(url)
    if path is not None and not path.is_absolute():
        url = url.set(database=str(ROOT / path))
    return url.render_as_string(hide_password=False)


def state() -> str:
    """What tells the store from any other: its address and, of a file, which one bears the name."""
    url = address()
    path = sqlite_path(url)
    return url if path is None else f"{url} {same_file.identity(path)}"


def sqlite_path(url: str | sa.URL) -> Path | None:
    """The file behind a SQLite address; None for an in-memory store or another engine."""
    parsed = sa.make_url(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database in (None, "", ":memory:"):
        return None
    return Path(str(parsed.database))


def connect(url: str, longest: float | None = None) -> sa.Engine:
    """Return an engine whose transactions are safe for several writers.

    `longest` are the seconds that anybody waits for an answer of the server, or for another writer
    of a file; None waits as long as the work takes.
    Errors: UnusableStoreError for an address that names no engine, or no driver, we support.
    """
    parsed = _parse(url)
    refusal = UnusableStoreError(
        "The store works on sqlite:/// and postgresql+psycopg://, not on {backend}.",
        backend=parsed.drivername,
    )
    connectors = {"sqlite": _connect_sqlite, "postgresql": _connect_postgres}
    connector = connectors.get(parsed.get_backend_name())
    if connector is None:
        raise refusal
    try:
        made = connector(url, longest)
    except (ImportError, exc.NoSuchModuleError) as error:  # the driver is not installed
        raise refusal from error
    slow.watch(made)
    return made


def _parse(url: str) -> sa.URL:
    try:
        return sa.make_url(url)
    except exc.ArgumentError as error:
        raise UnusableStoreError(
            "DATABASE_URL is not a database address like sqlite:///data/local/dashboard.db."
        ) from error


def _connect_postgres(url: str, longest: float | None) -> sa.Engine:
    from store.database import patience  # loads the driver, for which SQLite need not wait

    options = {"connect_timeout": CONNECT_SECONDS, **patience.KEPT_ALIVE}
    chosen = sa.make_url(url).query
    engine = create_engine(
        url,
        pool_pre_ping=True,
        connect_args={name: value for name, value in options.items() if name not in chosen},
        pool_timeout=longest or BUSY_SECONDS,
        hide_parameters=True,  # what people typed has no place in a log
    )
    if longest is not None:
        patience.limit(engine, longest)

    @event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        # As SQLite has it anyway: a reader asks several times, and gets one state of the store.
        if connection.get_execution_options().get("readonly", False):
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")

    return engine


def connect_read_only(path: Path) -> sa.Engine:
    """Return an engine that reads a SQLite file and writes nothing, not even beside it."""
    # Where a journal lies beside the file it must be read, and shared to be so.
    has_journal = journal.beside(path).exists()
    address = f"file:{quote(str(path))}?mode=ro{'' if has_journal else '&immutable=1'}"
    return sa.create_engine("sqlite://", creator=lambda: sqlite3.connect(address, uri=True))


def _connect_sqlite(url: str, longest: float | None) -> sa.Engine:
    engine = create_engine(
        url,
        connect_args={"timeout": longest or BUSY_SECONDS},
        pool_timeout=longest or BUSY_SECONDS,
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        # SQLAlchemy must emit BEGIN itself: the driver's own deferred BEGIN makes two thirds of
        # concurrent writes fail at once, whatever the busy timeout.
        connection.isolation_level = None
        cursor = connection.cursor()
        for setting in (
            "journal_mode=WAL",
            "synchronous=FULL",  # what was acknowledged outlives a power cut too
            "foreign_keys=ON",
            "recursive_triggers=ON",  # or REPLACE would delete rows without firing the triggers
            "trusted_schema=OFF",
        ):
            cursor.execute(f"PRAGMA {setting}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        readonly = connection.get_execution_options().get("readonly", False)
        connection.exec_driver_sql("BEGIN" if readonly else "BEGIN IMMEDIATE")

    path = sqlite_path(url)
    if path is not None:
        same_file.watch(engine, path)  # after `prepare`, which makes a file where there is none
    return engine
