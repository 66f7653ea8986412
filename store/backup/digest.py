"""What a store holds, in few numbers: two stores of equal digests hold the same rows."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

import sqlalchemy as sa
from sqlmodel import SQLModel

from store.ground.errors import UnusableStoreError

BATCH = 5_000  # rows held in memory at a time


@dataclass(frozen=True, slots=True)
class TableDigest:
    """How many rows a table has, and the SHA-256 of all their values in the order of the key."""

    rows: int
    sha256: str


def take(connection: sa.Connection) -> Mapping[str, TableDigest]:
    """The digest of every table, by name; the same on both engines.

    Two calls in one transaction that only reads see the same store.
    """
    return {
        str(table.name): _of_table(connection, table) for table in SQLModel.metadata.sorted_tables
    }


def demand_equal(wanted: Mapping[str, TableDigest], copied: Mapping[str, TableDigest]) -> None:
    """Do nothing where both stores hold the same rows.

    Errors: UnusableStoreError, naming the tables that differ.
    """
    unlike = [name for name in wanted if wanted[name] != copied.get(name)]
    if unlike:
        raise UnusableStoreError(
            "The copy is not like the original in {tables}; nothing was kept.",
            tables=", ".join(unlike),
        )


def every_row(table: sa.Table) -> sa.Executable:
    """All rows of a table in the order of its key, a batch at a time from the server."""
    statement = sa.select(table).order_by(*table.primary_key.columns)
    return statement.execution_options(stream_results=True, max_row_buffer=BATCH)


def _of_table(connection: sa.Connection, table: sa.Table) -> TableDigest:
    total, rows = hashlib.sha256(), 0
    for batch in connection.execute(every_row(table)).partitions(BATCH):
        for row in batch:
            total.update(repr([_plain(value) for value in row]).encode())
        rows += len(batch)
    return TableDigest(rows, total.hexdigest())


def _plain(value: object) -> object:
    """The value in one form on every engine and in every version of the program."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dict | list):
        return json.dumps(value, sort_keys=True)
    return value
