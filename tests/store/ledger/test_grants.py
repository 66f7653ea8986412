"""On PostgreSQL the app signs in as somebody who may add to the ledger and change nothing in it."""

import datetime as dt
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import ProgrammingError
from sqlmodel import Session

from store.__main__ import parser
from store.commands import grants
from store.database import engine
from store.figures import actions
from store.ground.errors import UnusableStoreError
from store.people import erasure, people
from store.people.person_draft import PersonDraft
from store.rights.rights import LOCAL_USER
from tests.store.writing import draft

TODAY = dt.date(2026, 11, 30)
ROLE, PASSWORD = "dashboard_app", "secret"


def statements(role: str = ROLE) -> list[str]:
    """What `python -m store grants` prints."""
    return grants.run(parser().parse_args(["grants", role]))


@pytest.fixture
def app(filled_postgres_url: str) -> Iterator[sa.Engine]:
    """The store as the app sees it."""
    owner = engine.connect(filled_postgres_url)
    with owner.begin() as connection:
        connection.exec_driver_sql(f"CREATE ROLE {ROLE} LOGIN PASSWORD '{PASSWORD}'")
        for statement in statements():
            connection.exec_driver_sql(statement)
    url = sa.make_url(filled_postgres_url).set(username=ROLE, password=PASSWORD)
    opened = engine.connect(url.render_as_string(hide_password=False))
    yield opened
    opened.dispose()
    with owner.begin() as connection:
        connection.exec_driver_sql(f"DROP OWNED BY {ROLE}")
        connection.exec_driver_sql(f"DROP ROLE {ROLE}")
    owner.dispose()


def test_the_app_reports_approves_and_keeps_people(app: sa.Engine) -> None:
    with Session(app) as session, session.begin():
        row = actions.report(session, LOCAL_USER, draft())
        actions.approve(session, LOCAL_USER, row, TODAY)
        person = people.add_person(session, LOCAL_USER, PersonDraft(name="Ana"))
        erasure.erase(session, LOCAL_USER, person.id or 0, TODAY)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE measurement SET value = 0",
        "DELETE FROM audit_entry",
        "TRUNCATE review CASCADE",
        "DROP TABLE measurement",
        "ALTER TABLE measurement DISABLE TRIGGER ALL",
        "CREATE TABLE mine (one int)",
        "UPDATE alembic_version SET version_num = ''",
    ],
)
def test_it_changes_nothing_in_the_ledger(app: sa.Engine, statement: str) -> None:
    with app.connect() as connection, pytest.raises(ProgrammingError, match=r"permission|owner"):
        connection.exec_driver_sql(statement)


def test_a_role_is_a_name() -> None:
    with pytest.raises(UnusableStoreError, match="A role has a name of small letters"):
        statements("app; DROP TABLE measurement")
