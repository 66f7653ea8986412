"""The database itself refuses to change or delete a row of the ledger, on both engines."""

from collections.abc import Iterator

import sqlalchemy as sa
from sqlmodel import SQLModel

from store.models import LedgerRow

# One number names the queue of writers on PostgreSQL.
QUEUE = sa.text("SELECT pg_advisory_xact_lock(727275)")

_POSTGRES_FUNCTIONS = (
    """CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
    MESSAGE = TG_TABLE_NAME || ' is append-only: ' || TG_OP || ' refused'; END $$""",
    # Identifiers follow the order of commits, or a reader who asks for "newer than the last I
    # saw" would miss a writer that was slower.
    """CREATE OR REPLACE FUNCTION queue_writers() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_advisory_xact_lock(727275); RETURN NULL; END $$""",
)


def tables(model: type[SQLModel] = LedgerRow) -> set[str]:
    """The tables to guard: those of every model that is a row of the ledger."""
    below = [name for child in model.__subclasses__() for name in tables(child)]
    is_table = sa.inspect(model, raiseerr=False) is not None
    return {*below, *([str(model.__tablename__)] if is_table else [])}


def install(connection: sa.Connection) -> None:
    """Create the triggers anew; a table rebuilt by a migration on SQLite has lost its own.

    Only tables that are there are guarded: a store being migrated does not have all of them yet.
    """
    statements = _sqlite if connection.dialect.name == "sqlite" else _postgres
    for statement in statements(_present(connection)):
        connection.exec_driver_sql(statement)


def _present(connection: sa.Connection) -> list[str]:
    """The tables to guard that are there; a store being migrated does not have all of them yet."""
    there = set(sa.inspect(connection).get_table_names())
    return sorted(tables() & there)


def missing(connection: sa.Connection) -> list[str]:
    """Name the tables whose triggers are not all there."""
    guarded = _present(connection)
    if connection.dialect.name == "sqlite":
        query = "SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'"
        wanted = {
            (t, f"{t}_no_{what}") for t in guarded for what in ("update", "delete", "replace")
        }
    else:
        query = (
            "SELECT tgrelid::regclass::text, tgname FROM pg_trigger"
            " WHERE NOT tgisinternal AND tgenabled = 'A'"
        )
        wanted = {(t, f"{t}_no_{what}") for t in guarded for what in ("change", "truncate")}
        wanted.add(("audit_entry", "audit_entry_queue"))
    present = {(row[0], row[1]) for row in connection.exec_driver_sql(query)}
    return sorted({table for table, _ in wanted - present})


def _sqlite(tables: list[str]) -> Iterator[str]:
    for table in tables:
        refusals = {
            "update": f"BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, "
            f"'{table} is append-only: UPDATE refused'); END",
            "delete": f"BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, "
            f"'{table} is append-only: DELETE refused'); END",
            "replace": f"BEFORE INSERT ON {table} WHEN {_row_exists(table)} BEGIN SELECT "
            f"RAISE(ABORT, '{table} is append-only: row exists'); END",
        }
        for what, body in refusals.items():
            yield f"DROP TRIGGER IF EXISTS {table}_no_{what}"
            yield f"CREATE TRIGGER {table}_no_{what} {body}"


def _row_exists(table: str) -> str:
    """Say in SQL that the new row would replace one, by its key or any unique constraint."""
    keys = [("id",), *_unique_columns(SQLModel.metadata.tables[table])]
    matches = (" AND ".join(f"{column} = NEW.{column}" for column in columns) for columns in keys)
    tests = (f"EXISTS (SELECT 1 FROM {table} WHERE {match})" for match in matches)  # noqa: S608  # our own names
    return " OR ".join(tests)


def _unique_columns(table: sa.Table) -> Iterator[tuple[str, ...]]:
    for constraint in table.constraints:
        if isinstance(constraint, sa.UniqueConstraint):
            yield tuple(column.name for column in constraint.columns)


def _postgres(tables: list[str]) -> Iterator[str]:
    yield from _POSTGRES_FUNCTIONS
    for table in tables:
        yield from _postgres_trigger(
            table, "no_change", "BEFORE UPDATE OR DELETE", "EACH ROW", "refuse_change"
        )
        yield from _postgres_trigger(
            table, "no_truncate", "BEFORE TRUNCATE", "EACH STATEMENT", "refuse_change"
        )
    yield from _postgres_trigger(
        "audit_entry", "queue", "BEFORE INSERT", "EACH STATEMENT", "queue_writers"
    )


def _postgres_trigger(table: str, name: str, when: str, each: str, function: str) -> Iterator[str]:
    trigger = f"{table}_{name}"
    yield f"DROP TRIGGER IF EXISTS {trigger} ON {table}"
    yield f"CREATE TRIGGER {trigger} {when} ON {table} FOR {each} EXECUTE FUNCTION {function}()"
    # ALWAYS: also for a session that plays a replica
    yield f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {trigger}"
