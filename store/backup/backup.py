"""Take a backup of a store in use: one moment of it, compared with the original before it counts.

A backup is a SQLite store, whatever engine the original runs on: one file that this program can
open, whose version of the tables it knows, and that needs no tool of a server's own version.
"""

import datetime as dt
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import cast

import sqlalchemy as sa

from store.backup import digest, files
from store.backup.transfer import transfer
from store.database import engine, journal, migrate, private_file, readiness
from store.ground.errors import UnusableStoreError


def take(url: str, where: Path, now: dt.datetime) -> Path:
    """Write a backup of the store at this address into the folder; return its file.

    The store may be written to meanwhile: what was committed before the call is in it.
    Errors: UnusableStoreError where there is no store with today's tables, the folder cannot be
            written, or the copy is not like the original; no backup is left then.
    """
    path = where / files.NAME.format(made_at=now)
    part = path.with_suffix(".part")
    opened = engine.connect(url)
    try:
        readiness.check(opened)
        where.mkdir(mode=0o700, parents=True, exist_ok=True)
        private_file.make(part)
        if opened.dialect.name == "sqlite":
            _copy_file(opened, part)
        else:
            _copy_rows(opened, part)
        files.finish(part, path)
    except OSError as error:
        raise UnusableStoreError(
            "{folder} cannot be written: {cause}.", folder=where, cause=error.strerror
        ) from error
    finally:
        opened.dispose()
        if part.exists():
            part.unlink()
    return path


def _copy_file(source: sa.Engine, part: Path) -> None:
    """SQLite's own online copy, of the state that the digest is of."""
    with source.connect().execution_options(readonly=True) as connection:
        wanted = digest.take(connection)
        driver = cast("sqlite3.Connection", connection.connection.driver_connection)
        with closing(sqlite3.connect(part)) as target:
            driver.backup(target)
    journal.close(part)
    _compare(part, wanted)


def _copy_rows(source: sa.Engine, part: Path) -> None:
    target = migrate.upgrade(f"sqlite:///{part}")
    try:
        transfer(source, target)
    finally:
        target.dispose()
    journal.close(part)


def _compare(part: Path, wanted: Mapping[str, digest.TableDigest]) -> None:
    """Read the copy as it lies on the disk.

    Errors: UnusableStoreError where it is damaged or holds anything else than it should.
    """
    migrate.judge_file(part)
    copy = engine.connect_read_only(part)
    try:
        with copy.connect() as connection:
            digest.demand_equal(wanted, digest.take(connection))
    finally:
        copy.dispose()
