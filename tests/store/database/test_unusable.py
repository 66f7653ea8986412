"""What is no store, or not ours to touch, is refused with a sentence and left as it was."""

import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import event, exc

from store.database import engine, migrate
from store.ground.errors import UnusableStoreError
from tests import stores
from tests.processes import free_port
from tests.store import sql

Spoiler = Callable[[Path], None]


def text_file(path: Path) -> None:
    path.write_text("These are not the figures you are looking for.\n" * 400)


def truncated_store(path: Path) -> None:
    migrate.upgrade(f"sqlite:///{path}").dispose()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def overwritten_store(path: Path) -> None:
    migrate.upgrade(f"sqlite:///{path}").dispose()
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * 8192 + whole[16384:])


def foreign_database(path: Path) -> None:
    run_sqlite(path, "CREATE TABLE recipe (name TEXT)", "INSERT INTO recipe VALUES ('Soup')")


def tables_without_version(path: Path) -> None:
    migrate.upgrade(f"sqlite:///{path}").dispose()
    run_sqlite(path, "DROP TABLE alembic_version")


def store_without_ledger(path: Path) -> None:
    migrate.upgrade(f"sqlite:///{path}").dispose()
    run_sqlite(path, "DROP TABLE review", "DROP TABLE measurement")


def store_of_the_future(path: Path) -> None:
    migrate.upgrade(f"sqlite:///{path}").dispose()
    run_sqlite(path, "UPDATE alembic_version SET version_num = '9999'")


def run_sqlite(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


UNUSABLE: dict[Spoiler, str] = {
    text_file: "is damaged or is not a store; it was left as it is. Move it away",
    truncated_store: "is damaged or is not a store; it was left as it is. Move it away",
    overwritten_store: "is damaged or is not a store; it was left as it is. Move it away",
    foreign_database: "The database holds other tables; it was left as it is",
    tables_without_version: (
        "The store is half written: it has tables but no version. It was left as it is; restore a"
        " backup or start from an empty one."
    ),
    store_without_ledger: "The store is half written: its ledger is missing",
    store_of_the_future: "The store was written by a newer version of this program",
}


@pytest.mark.parametrize("spoil", UNUSABLE, ids=lambda spoil: spoil.__name__)
def test_an_unusable_file_is_refused_and_left_as_it_was(spoil: Spoiler, tmp_path: Path) -> None:
    workshop, folder = tmp_path / "workshop", tmp_path / "store"
    workshop.mkdir()
    folder.mkdir()
    spoil(workshop / "store.db")
    path = shutil.copyfile(workshop / "store.db", folder / "store.db")
    before = path.read_bytes()

    with pytest.raises(UnusableStoreError, match=UNUSABLE[spoil]):
        migrate.upgrade(f"sqlite:///{path}")

    assert path.read_bytes() == before
    assert sorted(file.name for file in folder.iterdir()) == ["store.db"]


def test_a_postgresql_database_of_somebody_else_is_left_as_it_was(postgres_url: str) -> None:
    sql.run(postgres_url, "CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('Soup')")
    before = sql.contents(postgres_url)
    with pytest.raises(UnusableStoreError, match="other tables"):
        migrate.upgrade(postgres_url)
    assert sql.contents(postgres_url) == before


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(UnusableStoreError, match="is a folder"):
        migrate.upgrade(f"sqlite:///{tmp_path}")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "kind", ["mysql", "postgresql+asyncpg", "postgresql+nonsense", "sqlite+aiosqlite"]
)
def test_another_kind_of_database_or_driver_is_refused_by_name(kind: str) -> None:
    with pytest.raises(UnusableStoreError, match=rf"not on {re.escape(kind)}\."):
        migrate.upgrade(f"{kind}://localhost/dashboard")


def refusal(url: str) -> str:
    """The one line that `python -m store init` leaves on stderr when it gives up."""
    done = stores.call("init", database_url=url)
    assert done.returncode == 1, done.stdout
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    return lines[0]


def test_an_unreachable_server_is_said_in_one_sentence() -> None:
    said = refusal(f"postgresql+psycopg://ana:secret@127.0.0.1:{free_port()}/dashboard")
    assert said.startswith("The database cannot be reached")
    assert "secret" not in said


@pytest.mark.parametrize(("query", "seconds"), [("", 10), ("?connect_timeout=3", 3)])
def test_nobody_waits_for_ever_for_a_silent_server(query: str, seconds: int) -> None:
    made = engine.connect(f"postgresql+psycopg://user@127.0.0.1:{free_port()}/store{query}")
    told: dict[str, object] = {}
    event.listen(made, "do_connect", lambda _dialect, _record, _words, said: told.update(said))
    with pytest.raises(exc.OperationalError):
        made.connect()
    assert int(str(told["connect_timeout"])) == seconds


def test_a_wrong_password_is_said_in_one_sentence(postgres_url: str) -> None:
    wrong = sa.make_url(postgres_url).set(password="wrong")
    said = refusal(wrong.render_as_string(hide_password=False))
    assert said.startswith("The database cannot be reached")


@pytest.mark.parametrize("url", ["mysql://localhost/dashboard", "data/local/dashboard.db"])
def test_an_unsupported_address_is_said_in_one_sentence(url: str) -> None:
    assert "Traceback" not in refusal(url)
