"""The mark of a store that is being copied into: a table that is there until all of it is."""

import sqlalchemy as sa

MARK = sa.Table("unfinished_copy", sa.MetaData(), sa.Column("source", sa.String, nullable=False))


def source_of(connection: sa.Connection) -> str | None:
    """Which store is being copied into this one; None where this one is whole."""
    if not sa.inspect(connection).has_table(MARK.name):
        return None
    return connection.execute(sa.select(MARK.c.source)).scalar_one()


def begin(connection: sa.Connection, source: str) -> None:
    """Mark the store in this transaction."""
    MARK.create(connection)
    connection.execute(sa.insert(MARK).values(source=source))


def end(connection: sa.Connection) -> None:
    """Take the mark away in this transaction."""
    MARK.drop(connection)
