"""A connection works on the file that bears the store's name, or on none.

Where the file is replaced under a running program, as somebody restoring a backup by hand does it,
the old one lives on without a name: what is written there is lost as soon as the program ends. And
the old one's journal still lies beside the new one, which would take it for its own.
"""

import sqlite3
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import event, exc
from sqlalchemy.pool import ConnectionPoolEntry

from store.database import journal
from store.ground.errors import UnusableStoreError

_FILE, _JOURNAL = "file", "journal"


def watch(engine: sa.Engine, path: Path) -> None:
    """Open the file anew where it was replaced; refuse to commit into one without a name.

    A commit raises UnusableStoreError then, and nothing of its transaction is kept; so does every
    use of a store whose file is gone. The journal of a replaced file is set aside.
    """

    @event.listens_for(engine, "connect")
    def note(connection: sqlite3.Connection, entry: ConnectionPoolEntry) -> None:
        connection.execute("SELECT count(*) FROM sqlite_master").close()  # opens the journal
        entry.info.update({_FILE: identity(path), _JOURNAL: identity(journal.beside(path))})

    @event.listens_for(engine, "checkout")
    def renew(_connection: object, entry: ConnectionPoolEntry, _proxy: object) -> None:
        there = identity(path)
        if there is None:
            raise UnusableStoreError("The store’s file is gone.")
        if there != entry.info[_FILE]:
            _set_aside(path, entry.info[_JOURNAL])
            raise exc.DisconnectionError  # the pool opens the file that is there now

    @event.listens_for(engine, "commit")
    def keep(connection: sa.Connection) -> None:
        if identity(path) != connection.info[_FILE]:
            raise UnusableStoreError(
                "The store’s file was replaced in the meantime; nothing was saved. Try again."
            )


def identity(path: Path) -> tuple[int, int] | None:
    """What tells this file from another of the same name; None where there is none."""
    try:
        state = path.stat()
    except FileNotFoundError:
        return None
    return state.st_dev, state.st_ino


def _set_aside(path: Path, noted: tuple[int, int] | None) -> None:
    """Keep the journal for a rescue, under a name that no store reads; not one that came since."""
    kept = journal.beside(path)
    if noted is not None and identity(kept) == noted:
        kept.rename(kept.with_name(f"{kept.name}-of-replaced-{noted[1]}"))
        path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
