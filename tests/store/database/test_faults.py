"""A store that cannot be used says why, keeps nothing half-written, and can be used again."""

import os
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import exc
from sqlmodel import Session, select

from components.reader import sessions
from store.database import engine, faults
from store.ground.errors import UnusableStoreError
from store.models import Setting
from tests.postgres import Server

PATIENCE = 0.5  # seconds
NOTE = sa.update(Setting).values(value="kept")


def fault_of(opened: sa.Engine, *statements: str | sa.Update) -> str | None:
    """What a store says of itself when it is asked this in one transaction."""
    with pytest.raises((exc.SQLAlchemyError, UnusableStoreError)) as caught:
        _ask(opened, statements)
    fault = faults.explain(caught.value)
    return None if fault is None else str(fault)


def _ask(opened: sa.Engine, statements: tuple[str | sa.Update, ...]) -> None:
    with opened.begin() as connection:
        for statement in statements:
            connection.execute(sa.text(statement) if isinstance(statement, str) else statement)


def notes(opened: sa.Engine) -> int:
    """How many of the notes that the tests write are kept."""
    with Session(opened) as session:
        return sum(row.value == "kept" for row in session.exec(select(Setting)))


@pytest.fixture
def file(filled_sqlite_url: str) -> Iterator[sa.Engine]:
    """A SQLite store that is not waited for."""
    opened = engine.connect(filled_sqlite_url, PATIENCE)
    yield opened
    opened.dispose()


@pytest.fixture
def server(filled_postgres_url: str) -> Iterator[sa.Engine]:
    """A PostgreSQL store that is not waited for."""
    opened = engine.connect(filled_postgres_url, PATIENCE)
    yield opened
    opened.dispose()


def test_a_full_disk(file: sa.Engine) -> None:
    fill = "UPDATE setting SET value = hex(zeroblob(1000000))"
    assert (
        fault_of(file, "PRAGMA max_page_count = 1", NOTE, fill) == "The disk of the store is full."
    )
    file.dispose()
    assert notes(file) == 0


def test_a_file_that_only_reads(file: sa.Engine) -> None:
    assert (
        fault_of(file, "PRAGMA query_only = ON", NOTE)
        == "The store can be read now and not written."
    )
    file.dispose()
    assert notes(file) == 0


def test_a_writer_who_does_not_end(file: sa.Engine) -> None:
    path = str(engine.sqlite_path(file.url))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert fault_of(file, NOTE) == "Somebody else has been writing to the store for too long."
        other.execute("ROLLBACK")
    with file.begin() as connection:
        connection.execute(NOTE)
    assert notes(file) == 1


def test_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "damaged.db"
    path.write_bytes(b"no database" * 1000)
    assert (
        fault_of(engine.connect(f"sqlite:///{path}"), "SELECT 1")
        == "The store’s file cannot be read as a database."
    )


def test_a_server_that_only_reads(server: sa.Engine) -> None:
    with server.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        name = server.url.database
        connection.execute(sa.text(f"ALTER DATABASE {name} SET default_transaction_read_only = on"))
    server.dispose()
    assert fault_of(server, NOTE) == "The store can be read now and not written."
    assert notes(server) == 0


def test_an_answer_that_takes_too_long(server: sa.Engine) -> None:
    assert fault_of(server, NOTE, "SELECT pg_sleep(30)") == "The store took too long to answer."
    assert notes(server) == 0


def test_a_frozen_server(server: sa.Engine) -> None:
    with server.connect() as connection:
        pid = connection.execute(sa.text("SELECT pg_backend_pid()")).scalar_one()
    os.kill(pid, signal.SIGSTOP)  # the pool's only connection
    try:
        assert notes(server) == 0  # asked over a new one, after the old one was given up
    finally:
        os.kill(pid, signal.SIGCONT)


def test_a_server_that_freezes_within_a_transaction(server: sa.Engine) -> None:
    with pytest.raises(exc.OperationalError) as caught:
        _freeze_after_a_write(server)
    assert str(faults.explain(caught.value)) == "The store cannot be reached."
    assert notes(server) == 0


def _freeze_after_a_write(server: sa.Engine) -> None:
    with server.begin() as connection:
        connection.execute(NOTE)
        pid = connection.execute(sa.text("SELECT pg_backend_pid()")).scalar_one()
        os.kill(pid, signal.SIGSTOP)
        try:
            connection.execute(sa.text("SELECT 1"))
        finally:
            os.kill(pid, signal.SIGCONT)


def test_more_readers_than_connections(file: sa.Engine) -> None:
    with ExitStack() as readers:
        for _ in range(15):
            readers.enter_context(file.connect().execution_options(readonly=True))
        assert fault_of(file, "SELECT 1") == "The store has no room for one more reader just now."


@pytest.mark.parametrize("store", ["file", "server"])
def test_a_mistake_of_the_program_is_no_fault_of_the_store(
    store: str, request: pytest.FixtureRequest
) -> None:
    assert fault_of(request.getfixturevalue(store), "SELECT nothing FROM nowhere") is None


def write(*statements: str | sa.Update, then: Callable[[], None] = lambda: None) -> None:
    """Write as a page does; `then` happens before it is kept."""
    with sessions.writing() as session:
        for statement in statements:
            made = sa.text(statement) if isinstance(statement, str) else statement
            session.connection().execute(made)
        then()


def is_kept() -> bool:
    """Whether a page finds what was written."""
    with sessions.reading() as session:
        return session.exec(select(Setting.value)).one() == "kept"


def test_a_server_lost_while_it_saves(
    filled_postgres_url: str, postgres_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", filled_postgres_url)

    def end_connections() -> None:
        with postgres_server.engine.connect() as other:
            other.execute(
                sa.text(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"
                ),
                {"name": sa.make_url(filled_postgres_url).database},
            )

    with pytest.raises(UnusableStoreError, match="lost while it was saving"):
        write(NOTE, then=end_connections)
    assert not is_kept()  # and the store is there again


def test_what_was_refused_is_said_with_what_became_of_it(
    filled_sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", filled_sqlite_url)
    with pytest.raises(UnusableStoreError, match=r"not written\. Nothing was saved\."):
        write("PRAGMA query_only = ON", NOTE)
    assert not is_kept()
