"""The journal beside a SQLite file: what was committed last lies there, not in the file."""

import sqlite3
from contextlib import closing
from pathlib import Path

from store.ground.errors import UnusableStoreError


def beside(path: Path) -> Path:
    """Where the journal of a file lies while it is open."""
    return path.with_name(f"{path.name}-wal")


def close(path: Path) -> None:
    """Bring all that was committed into the file itself, and let it be one file without a journal.

    Errors: UnusableStoreError where another program has the store open.
    """
    with closing(sqlite3.connect(path, timeout=0)) as connection:
        try:
            connection.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.OperationalError as error:
            raise UnusableStoreError(
                "A program has the store at {path} open. Stop it first.", path=path
            ) from error
