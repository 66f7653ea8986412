"""Whether the store can be read: it is reachable and has today's tables."""

import os

import sqlalchemy as sa
from sqlalchemy import exc
from sqlmodel import SQLModel

from store.database import migrate, unfinished
from store.database.engine import sqlite_path
from store.ground.errors import UnusableStoreError


def check(engine: sa.Engine) -> None:
    """Do nothing where the store can be read. Nothing is created where it is not there.

    Errors: UnusableStoreError, whose sentence holds neither address nor password.
    """
    check_there(engine)
    try:
        is_current = migrate.is_current(engine)
        with engine.connect().execution_options(readonly=True) as connection:
            is_whole = unfinished.source_of(connection) is None
    except exc.DBAPIError as error:
        raise UnusableStoreError("The store cannot be reached.") from error
    if not is_current:
        raise UnusableStoreError("The store has other tables. Run `python -m store migrate`.")
    if not is_whole:
        raise UnusableStoreError(
            "A copy into this store was not finished. Run `python -m store copy` again."
        )


def check_empty(connection: sa.Connection) -> None:
    """Do nothing where no table of the store has a row.

    Errors: UnusableStoreError.
    """
    tables = SQLModel.metadata.sorted_tables
    if any(connection.execute(sa.select(table).limit(1)).first() for table in tables):
        raise UnusableStoreError("The target holds rows; a store is copied to an empty one.")


def check_writable(engine: sa.Engine) -> None:
    """Do nothing where the store can be written as well.

    Errors: UnusableStoreError for a file or a server that only reads.
    """
    path = sqlite_path(engine.url)
    if path is not None:
        is_writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    else:
        is_writable = _takes_writes(engine)
    if not is_writable:
        raise UnusableStoreError("The store can be read and not written.")


def _takes_writes(engine: sa.Engine) -> bool:
    """Whether the server is no standby, and does not refuse writes for another reason."""
    statement = (
        "SELECT pg_is_in_recovery() OR current_setting('default_transaction_read_only')::bool"
    )
    with engine.connect().execution_options(readonly=True) as connection:
        return not connection.exec_driver_sql(statement).scalar_one()


def check_there(engine: sa.Engine) -> None:
    """Do nothing unless a file should be there and is not: connecting would make an empty one.

    Errors: UnusableStoreError.
    """
    path = sqlite_path(engine.url)
    if path is not None and not path.is_file():
        raise UnusableStoreError("There is no store yet. Run `python -m store init`.")
