"""What a store holds, in few numbers: two stores of equal digests hold the same rows."""

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

import sqlalchemy as sa
from sqlmodel import SQLModel

from store.ground.errors import UnusableStoreError

BATCH = 5_000  # rows held in memory at a time
Condition = sa.ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class TableDigest:
    """How many rows a table has, and the SHA-256 of all their values in the order of the key."""

    rows: int
    sha256: str


def take(
    connection: sa.Connection, chosen: Callable[[sa.Table], Condition] = lambda _table: sa.true()
) -> Mapping[str, TableDigest]:
    """The digest of every table, by name; the same on both engines. `chosen` says of which rows.

    Two calls in one transaction that only reads see the same store.
    """
    return {
        str(table.name): _of_table(connection, every_row(table, chosen(table)))
        for table in SQLModel.metadata.sorted_tables
    }


def unlike(wanted: Mapping[str, TableDigest], copied: Mapping[str, TableDigest]) -> str:
    """The names of the tables that differ; "" for none."""
    return ", ".join(name for name in wanted if wanted[name] != copied.get(name))


def demand_equal(wanted: Mapping[str, TableDigest], copied: Mapping[str, TableDigest]) -> None:
    """Do nothing where both stores hold the same rows.

    Errors: UnusableStoreError, naming the tables that differ.
    """
    if tables := unlike(wanted, copied):
        raise UnusableStoreError(
            "The copy is not like the original in {tables}; nothing was kept.", tables=tables
        )


def every_row(table: sa.Table, *conditions: Condition) -> sa.Executable:
    """The rows of a table in the order of its key, a batch at a time from the server."""
    statement = sa.select(table).where(*conditions).order_by(*table.primary_key.columns)
    return statement.execution_options(stream_results=True, max_row_buffer=BATCH)


def _of_table(connection: sa.Connection, chosen: sa.Executable) -> TableDigest:
    total, rows = hashlib.sha256(), 0
    for batch in connection.execute(chosen).partitions(BATCH):
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
