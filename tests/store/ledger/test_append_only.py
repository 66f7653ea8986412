"""The database itself refuses to change what was written, on both engines."""

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel

from store.database import migrate
from tests.store.writing import counts

LEDGER = ("measurement", "review", "target", "audit_entry")


@pytest.mark.parametrize("table", LEDGER)
def test_the_database_refuses_to_change_a_row(filled: sa.Engine, table: str) -> None:
    column = {"review": "reviewer", "audit_entry": "actor"}.get(table, "reporter")
    refuse(filled, f"UPDATE {table} SET {column} = 'Mallory'")
    refuse(filled, f"UPDATE {table} SET id = -id")


@pytest.mark.parametrize("table", LEDGER)
def test_the_database_refuses_to_delete_a_row(filled: sa.Engine, table: str) -> None:
    refuse(filled, f"DELETE FROM {table}")


@pytest.mark.parametrize("table", LEDGER)
def test_the_database_refuses_to_empty_or_replace(filled: sa.Engine, table: str) -> None:
    statements = {
        "postgresql": f"TRUNCATE {table} CASCADE",
        "sqlite": f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1",
    }
    refuse(filled, statements[filled.dialect.name])


@pytest.mark.parametrize("table", LEDGER)
def test_a_program_without_our_settings_is_refused_too(filled_sqlite_url: str, table: str) -> None:
    stranger = sa.create_engine(filled_sqlite_url)
    refuse(stranger, f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1")
    refuse(stranger, f"DELETE FROM {table}")
    stranger.dispose()


GUARDED = {
    "sqlite": "SELECT tbl_name FROM sqlite_master WHERE name = tbl_name || '_no_update'",
    "postgresql": "SELECT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
    " WHERE tgname = relname || '_no_change'",
}
NEVER_REVISED = {
    *("review", "complete_year_review", "soil_sampling_review"),
    *("remark", "twin_side", "audit_entry"),
    *("notice", "notice_answer", "document"),
}


def test_every_table_of_revisions_is_guarded_without_being_listed(store_url: str) -> None:
    made = migrate.upgrade(store_url)
    with made.connect() as connection:
        guarded = set(connection.exec_driver_sql(GUARDED[made.dialect.name]).scalars())
    made.dispose()
    tables = SQLModel.metadata.tables.items()
    revised = {name for name, table in tables if "supersedes_id" in table.columns}
    assert guarded == revised | NEVER_REVISED


def refuse(engine: sa.Engine, statement: str) -> None:
    """Expect the refusal, and that every row is as before."""
    before = counts(engine)
    with engine.connect() as connection, pytest.raises(IntegrityError, match="append-only"):
        connection.exec_driver_sql(statement)
    assert counts(engine) == before
