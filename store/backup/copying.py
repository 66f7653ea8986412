"""Every row of one store into another, a batch at a time: who was killed goes on where it ended.

What a local copy approved by itself, its reporter being its only reviewer, waits for a review where
it is copied to.
"""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import SQLModel

from store.backup import digest
from store.backup.transfer import insert, number_on
from store.database import readiness, unfinished
from store.ground.errors import UnusableStoreError
from store.ledger.review_steps import BY_ITS_REPORTER


@dataclass(frozen=True, slots=True)
class Copied:
    """The rows of the target, and how many approvals of their own reporters it did not take."""

    rows: int
    waiting: int


def copy_on(source: sa.Engine, target: sa.Engine) -> Copied:
    """Copy what the target lacks, and compare both stores; both have today's tables.

    Errors: UnusableStoreError where the target holds rows of its own, or a table differs
            afterwards: then the target stays marked as unfinished.
    """
    readiness.check(source)
    tables = SQLModel.metadata.sorted_tables
    with source.connect().execution_options(readonly=True) as reading:
        _begin(target, str(source.url))
        for table in tables:
            _copy_table(reading, target, table)
        with target.begin() as writing:
            number_on(writing)
            wanted = digest.take(reading, _by_others)
            if unlike := digest.unlike(wanted, digest.take(writing)):
                raise UnusableStoreError(
                    "The copy is not like the original in {tables}: it was written to meanwhile."
                    " Copy into another, empty store.",
                    tables=unlike,
                )
            unfinished.end(writing)
        waiting = sum(_own(reading, table) for table in tables)
    return Copied(sum(table.rows for table in wanted.values()), waiting)


def _begin(target: sa.Engine, source: str) -> None:
    with target.begin() as writing:
        begun = unfinished.source_of(writing)
        if begun is not None and begun != source:
            raise UnusableStoreError("The target holds an unfinished copy of another store.")
        if begun is None:
            readiness.check_empty(writing)
            unfinished.begin(writing, source)


def _copy_table(reading: sa.Connection, target: sa.Engine, table: sa.Table) -> None:
    """Each batch is a transaction of its own, and follows the highest number that is there."""
    key = table.autoincrement_column
    with target.connect().execution_options(readonly=True) as looking:
        if key is None:  # few rows: all of them are there, or none
            done = looking.execute(sa.select(table).limit(1)).first() is not None
            rest = sa.false() if done else sa.true()
        else:
            rest = key > (looking.execute(sa.select(sa.func.max(key))).scalar_one() or 0)
    rows_read = reading.execute(digest.every_row(table, _by_others(table), rest)).mappings()
    for batch in rows_read.partitions(digest.BATCH):
        with target.begin() as writing:
            insert(writing, table, [dict(row) for row in batch])


def _by_others(table: sa.Table) -> sa.ColumnElement[bool]:
    """Rows but for the approvals that reporters of a local copy gave themselves."""
    return table.c.reviewer != BY_ITS_REPORTER if "reviewer" in table.c else sa.true()


def _own(reading: sa.Connection, table: sa.Table) -> int:
    """How many rows were left out."""
    left = sa.select(sa.func.count()).select_from(table).where(sa.not_(_by_others(table)))
    return reading.execute(left).scalar_one()
