"""Backups: taken beside a writer, checked, put back, refused; and a store on another engine."""

import datetime as dt
import os
import sqlite3
import stat
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from store.backup import backup, digest, files
from store.backup.restore import restore
from store.backup.transfer import transfer
from store.database import engine, migrate
from store.ground.errors import UnusableStoreError
from tests.store.ledger.test_crowds import kept
from tests.store.submitter import Submitter, key
from tests.store.writing import TUESDAY, counts, publish

NOW = dt.datetime(2026, 11, 30, 8, 15, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(hours=1)


def held(url: str) -> dict[str, int]:
    """Rows of every table of the store at this address."""
    opened = engine.connect(url)
    try:
        return counts(opened)
    finally:
        opened.dispose()


def write(url: str, year: int) -> None:
    """Publish a figure of a year."""
    opened = engine.connect(url)
    try:
        end = dt.date(year, 12, 31)
        publish(opened, TUESDAY, value=year - 2015, period_start=end, period_end=end)
    finally:
        opened.dispose()


def test_a_drill_brings_back_what_was_there(filled_sqlite_url: str, tmp_path: Path) -> None:
    write(filled_sqlite_url, 2023)
    before = held(filled_sqlite_url)
    path = backup.take(filled_sqlite_url, tmp_path / "backups", NOW)
    write(filled_sqlite_url, 2024)  # after the backup: lost by going back, and kept aside
    aside = restore(path, filled_sqlite_url, LATER, set_aside=True)
    assert held(filled_sqlite_url) == before
    assert aside is not None
    assert held(f"sqlite:///{aside}")["measurement"] == before["measurement"] + 1
    write(filled_sqlite_url, 2025)


def test_what_is_acknowledged_before_a_backup_is_in_it(
    filled_sqlite_url: str, tmp_path: Path
) -> None:
    """While two processes write, the log beside the file grows; a copied file would lack it."""
    writers = [Submitter(filled_sqlite_url, name, 60) for name in ("KEN", "MLI")]
    taken: list[tuple[int, Path]] = []
    for minute in range(3):
        known = kept(filled_sqlite_url).total()
        now = NOW + dt.timedelta(minutes=minute)
        taken.append((known, backup.take(filled_sqlite_url, tmp_path / "backups", now)))
    assert [writer.end() for writer in writers] == [0, 0]
    for known, path in taken:
        assert kept(f"sqlite:///{path}").total() >= known
    last = backup.take(filled_sqlite_url, tmp_path / "backups", LATER)
    assert kept(f"sqlite:///{last}") == Counter(
        key(name, number) for name in ("KEN", "MLI") for number in range(60)
    )


def test_a_backup_is_one_private_file(filled_sqlite_url: str, tmp_path: Path) -> None:
    path = backup.take(filled_sqlite_url, tmp_path / "backups", NOW)
    assert sorted(file.name for file in path.parent.iterdir()) == [
        "dashboard-20261130T081500Z.db",
        "dashboard-20261130T081500Z.db.sha256",
    ]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert files.newest(path.parent) == NOW


def test_a_store_in_use_is_not_replaced(filled_sqlite_url: str, tmp_path: Path) -> None:
    path = backup.take(filled_sqlite_url, tmp_path / "backups", NOW)
    server = engine.connect(filled_sqlite_url)
    counts(server)  # an idle connection stays in its pool
    with pytest.raises(UnusableStoreError, match="A program has the store at"):
        restore(path, filled_sqlite_url, LATER, set_aside=True)
    write(filled_sqlite_url, 2023)
    server.dispose()


def test_a_store_is_not_overwritten(filled_sqlite_url: str, tmp_path: Path) -> None:
    path = backup.take(filled_sqlite_url, tmp_path / "backups", NOW)
    write(filled_sqlite_url, 2023)
    before = held(filled_sqlite_url)
    with pytest.raises(UnusableStoreError, match="With --set-aside it is kept beside"):
        restore(path, filled_sqlite_url, LATER)
    assert held(filled_sqlite_url) == before


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (
            lambda path: os.truncate(path, 40_000),
            "has changed since it was written: its checksum",
        ),
        (lambda path: path.unlink(), "There is no file"),
        (lambda path: _run(path, "UPDATE alembic_version SET version_num = '9999'"), "newer"),
        (lambda path: _run(path, "DROP TABLE measurement"), "half written"),
    ],
)
def test_a_backup_that_cannot_be_is_refused(
    filled_sqlite_url: str, tmp_path: Path, harm: object, sentence: str
) -> None:
    assert callable(harm)
    path = backup.take(filled_sqlite_url, tmp_path / "backups", NOW)
    harm(path)
    before = held(filled_sqlite_url)
    with pytest.raises(UnusableStoreError, match=sentence):
        restore(path, filled_sqlite_url, LATER, set_aside=True)
    assert held(filled_sqlite_url) == before


def _run(path: Path, statement: str) -> None:
    """Change a file and note its checksum anew, as a program would that does not know us."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)
    line = f"{files.sha256(path)}  {path.name}\n"
    files.checksum_path(path).write_text(line, encoding="utf-8")


def test_a_folder_that_cannot_be_is_refused(filled_sqlite_url: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UnusableStoreError, match="cannot be written"):
        backup.take(filled_sqlite_url, tmp_path / "file", NOW)


def test_postgres_is_kept_in_a_file_and_put_back(
    filled_postgres_url: str, postgres_url: str, tmp_path: Path
) -> None:
    write(filled_postgres_url, 2023)
    path = backup.take(filled_postgres_url, tmp_path / "backups", NOW)
    restore(path, postgres_url, LATER)
    assert held(postgres_url) == held(filled_postgres_url)
    write(postgres_url, 2024)  # the numbers of new rows go on after the last
    with pytest.raises(UnusableStoreError, match="The target holds rows; a store is"):
        restore(path, postgres_url, LATER)


def test_a_copy_that_differs_is_not_kept(filled_sqlite_url: str, tmp_path: Path) -> None:
    """Something of somebody else's changes what is written."""
    source, target = engine.connect(filled_sqlite_url), migrate.upgrade(f"sqlite:///{tmp_path}/b")
    with target.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER other AFTER INSERT ON setting"
            " BEGIN UPDATE setting SET value = 'invented'; END"
        )
    with pytest.raises(UnusableStoreError, match="The copy is not like the original in setting"):
        transfer(source, target)
    with target.connect() as connection:
        assert sum(table.rows for table in digest.take(connection).values()) == 0
    source.dispose()
    target.dispose()
