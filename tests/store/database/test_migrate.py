"""A store is created, brought up to date, or refused and left as it was."""

from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel, select

from store.database import migrate
from store.ledger import append_only, derived
from store.models import Indicator, Measurement, Meeting, Target
from tests.store import sql
from tests.store.database import old_rows

# Alembic takes several of them, and says one.
METADATAS: Any = [SQLModel.metadata, derived.METADATA]


def test_a_fresh_store_has_every_table_and_trigger(store_url: str) -> None:
    engine = migrate.upgrade(store_url)
    with engine.connect() as connection:
        tables = set(sa.inspect(connection).get_table_names())
        unguarded = append_only.missing(connection) + derived.missing(connection)
    assert tables == {*SQLModel.metadata.tables, *derived.METADATA.tables, "alembic_version"}
    assert unguarded == []
    assert migrate.is_current(engine)
    engine.dispose()


def test_models_and_migrations_agree(store_url: str) -> None:
    engine = migrate.upgrade(store_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, METADATAS)
    engine.dispose()
    assert differences == []


def test_models_and_migrations_have_the_same_checks(sqlite_url: str, tmp_path: Path) -> None:
    # Alembic compares no CHECK, so the written ones are compared here.
    migrated = migrate.upgrade(sqlite_url)
    modelled = sa.create_engine(f"sqlite:///{tmp_path / 'modelled.db'}")
    SQLModel.metadata.create_all(modelled)
    assert checks(migrated) == checks(modelled)


def checks(engine: sa.Engine) -> dict[str, set[tuple[str, str]]]:
    """Each table's checks with their names, their spaces made alike."""
    inspector = sa.inspect(engine)
    found = {
        table: {
            (str(check["name"]), " ".join(check["sqltext"].split()))
            for check in inspector.get_check_constraints(table)
        }
        for table in SQLModel.metadata.tables
    }
    engine.dispose()
    return found


@pytest.mark.parametrize("release", ["0001", "0012"])
def test_an_older_store_keeps_every_row_and_its_guards(store_url: str, release: str) -> None:
    old = migrate.upgrade(store_url, release)
    with old.begin() as connection:
        old_rows.write(connection)
        before = old_rows.read(connection)
    old.dispose()

    engine = migrate.upgrade(store_url)

    with engine.connect() as connection:
        after = old_rows.read(connection)
    for name, rows in before.items():
        assert [row | old for row, old in zip(after[name], rows, strict=True)] == after[name]
    assert all(len(rows) == 1 for rows in before.values())
    assert migrate.is_current(engine)
    engine.dispose()


def test_what_was_written_before_method_1_1_says_so(store_url: str) -> None:
    old = migrate.upgrade(store_url, "0012")
    with old.begin() as connection:
        old_rows.write(connection)
        old_rows.write_meeting(connection)
    old.dispose()

    engine = migrate.upgrade(store_url)

    with Session(engine) as session:
        [target], [indicator] = session.exec(select(Target)), session.exec(select(Indicator))
        [meeting] = session.exec(select(Meeting))
        assert (target.basis, target.is_context, indicator.paths) == (None, False, [])
        assert meeting.method_version == "1.0"
        followed = Measurement.model_validate(
            {**session.get_one(Measurement, 1).model_dump(exclude={"id"}), "qualifier": "at most"},
            update={"revision": 1, "supersedes_id": 1, "client_key": "another"},
        )
        session.add(followed)
        session.commit()
        session.add(Measurement.model_validate(followed, update={"id": None}))
        with pytest.raises(IntegrityError):  # the slots of the table built anew
            session.flush()
    engine.dispose()


GUARDS = {
    "sqlite": ("review_no_update", "review_no_delete", "review_no_replace"),
    "postgresql": (
        "review_no_change ON review",
        "review_no_truncate ON review",
        "audit_entry_queue ON audit_entry",
    ),
}


def test_a_guard_that_was_lost_comes_back(store_url: str) -> None:
    made = migrate.upgrade(store_url)
    before = triggers(made)
    for guard in GUARDS[made.dialect.name]:
        sql.run(store_url, f"DROP TRIGGER {guard}")
        migrate.upgrade(store_url).dispose()
        assert triggers(made) == before, guard
    made.dispose()


def triggers(engine: sa.Engine) -> set[str]:
    """The names of all triggers of ours in the database."""
    catalogs = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
    }
    with engine.connect() as connection:
        return set(connection.exec_driver_sql(catalogs[engine.dialect.name]).scalars())


def test_migrating_twice_changes_nothing(store_url: str) -> None:
    migrate.upgrade(store_url).dispose()
    before = sql.contents(store_url)
    migrate.upgrade(store_url).dispose()
    assert sql.contents(store_url) == before


def test_a_store_that_a_server_is_writing_to_is_not_taken_for_damaged(sqlite_url: str) -> None:
    engine = migrate.upgrade(sqlite_url)
    with engine.begin() as connection:
        # Enough to grow the file: what is committed lies beside it until the server ends.
        note = "x" * 100_000
        connection.exec_driver_sql(f"INSERT INTO plan_version VALUES ('2020', '', '', '{note}')")

    again = migrate.upgrade(sqlite_url)

    with again.connect() as connection:
        assert connection.exec_driver_sql("SELECT code FROM plan_version").scalar() == "2020"
    engine.dispose()
    again.dispose()
