"""Every row of one store into another that is empty, whatever their engines."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel

from store.backup import digest
from store.database import readiness


def transfer(source: sa.Engine, target: sa.Engine) -> int:
    """Copy all tables in one transaction, compare both stores, and return the number of rows.

    Both stores have today's tables. Either everything is copied and found equal, or nothing is.
    Errors: UnusableStoreError where the target is not empty or a table differs afterwards.
    """
    readiness.check(source)
    tables = SQLModel.metadata.sorted_tables
    reading = source.connect().execution_options(readonly=True)
    with reading, target.begin() as writing:
        readiness.check_empty(writing)
        for table in tables:
            _copy_table(reading, writing, table)
        number_on(writing)
        wanted = digest.take(reading)
        digest.demand_equal(wanted, digest.take(writing))
    return sum(table.rows for table in wanted.values())


def _copy_table(reading: sa.Connection, writing: sa.Connection, table: sa.Table) -> None:
    rows_read = reading.execute(digest.every_row(table)).mappings()
    for batch in rows_read.partitions(digest.BATCH):
        insert(writing, table, [dict(row) for row in batch])


def insert(writing: sa.Connection, table: sa.Table, rows: list[dict[str, Any]]) -> None:
    """Write a batch in an order in which a row comes after the one of its table that it names."""
    # Numbered rows name older ones. The others are few: they fit in one batch.
    for ready in [rows] if table.autoincrement_column is not None else _tiers(table, rows):
        writing.execute(sa.insert(table), ready)


def _tiers(table: sa.Table, rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """The rows in groups, each naming rows of earlier groups only."""
    references = [
        (column.name, key.column.name)
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table is table
    ]
    written: set[tuple[str, object]] = set()
    while rows:
        ready = [
            row
            for row in rows
            if all(row[name] is None or (key, row[name]) in written for name, key in references)
        ]
        yield ready
        written |= {(key, row[key]) for row in ready for _name, key in references}
        rows = [row for row in rows if row not in ready] if ready else []


def number_on(connection: sa.Connection) -> None:
    """Let PostgreSQL number the next row after the last; SQLite looks at the table by itself."""
    if connection.dialect.name != "postgresql":
        return
    for table in SQLModel.metadata.sorted_tables:
        if table.autoincrement_column is None:
            continue
        key = table.autoincrement_column
        highest = connection.execute(sa.select(sa.func.max(key))).scalar_one()
        if highest is not None:
            sequence = sa.func.pg_get_serial_sequence(table.name, key.name)
            connection.execute(sa.select(sa.func.setval(sequence, highest)))
