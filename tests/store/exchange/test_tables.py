"""The tables that leave the store: nothing that is not public, on the day asked for."""

import datetime as dt
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.activities import activities
from store.activities.activity_draft import ActivityDraft
from store.exchange.table import as_csv, cell, schema
from store.exchange.tables import TABLES
from store.figures import actions
from store.ledger.knowledge import Until
from store.models import ActivityKind, ActivityState, Review, RoleKind
from store.people import people
from store.people.person_draft import PersonDraft
from store.rights import rights
from tests.store.writing import ANA, BO, MONDAY, TUESDAY, draft, on_top, publish

TODAY = dt.date(2026, 11, 1)


def read(session: Session, name: str, as_of: dt.date = TODAY) -> list[dict[str, Any]]:
    """The rows of a table by column."""
    table = TABLES[name]
    return [
        dict(zip(table.names, row, strict=True))
        for row in table.rows(session, "2022", Until.day(as_of))
    ]


def signed(engine: sa.Engine, as_of: dt.date = TODAY) -> list[float]:
    """What is given away of agreements signed by the end of 2025."""
    with Session(engine) as session:
        rows = read(session, "measurements", as_of)
    return [
        row["figure"]
        for row in rows
        if row["indicator"] == "D4-signed" and row["period_end"] == dt.date(2025, 12, 31)
    ]


UNPUBLISHED = ("twin_regions", "complete_years", "soil_samplings")


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_a_key_of_its_own_and_what_is_required(shared: sa.Engine, name: str) -> None:
    with Session(shared) as session:
        rows = read(session, name)
    keys = [tuple(row[part] for part in TABLES[name].key) for row in rows]
    assert bool(rows) == (name not in UNPUBLISHED)
    assert len(set(keys)) == len(keys)
    for column in TABLES[name].columns:
        values = [row[column.name] for row in rows]
        assert not column.required or None not in values, column.name
        assert not column.words or {*values} - {None} <= {*column.words}, column.name
        assert column.description


def test_a_figure_leaves_only_once_it_is_approved(filled: sa.Engine) -> None:
    with Session(filled) as session, session.begin():
        row = actions.report(session, ANA, draft(value=7))
    assert signed(filled) == []
    with Session(filled) as session, session.begin():
        actions.approve(session, BO, session.merge(row), MONDAY)
    assert signed(filled) == [7]


def test_a_returned_figure_never_leaves(filled: sa.Engine) -> None:
    with Session(filled) as session, session.begin():
        row = actions.report(session, ANA, draft(value=7))
        actions.send_back(session, BO, row, MONDAY, "Which list?")
    assert signed(filled) == []


def test_a_correction_takes_the_place_of_what_it_corrects_from_its_day_on(
    filled: sa.Engine,
) -> None:
    publish(filled, MONDAY, value=5)
    publish(filled, TUESDAY, value=6, reason="Counted again")
    assert signed(filled, MONDAY) == [5]
    assert signed(filled, TUESDAY) == [6]


def test_a_figure_says_when_it_was_approved(filled: sa.Engine) -> None:
    publish(filled, MONDAY)
    with Session(filled) as session:
        [row] = [row for row in read(session, "measurements") if row["reporter"] == ANA.name]
        review = session.get_one(Review, 1)
        assert row["approved_at"] >= row["recorded_at"] > review.recorded_at


def test_people_are_named_with_their_consent_only(filled: sa.Engine) -> None:
    with Session(filled) as session, session.begin():
        amina = people.add_person(
            session, ANA, PersonDraft(name="Amina Diop", email="amina@soil.example")
        )
        number = amina.id or 0
        reporter = rights.Actor(people.name_in_ledger(number), ANA.grants)
        row = actions.report(session, reporter, on_top(session, draft()))
        actions.approve(session, BO, row, MONDAY)
    for consents, said in ((False, f"reporter no. {number}"), (True, "Amina Diop")):
        with Session(filled) as session, session.begin():
            people.set_consent(session, people.everybody(session)[0], shows_name=consents)
        with Session(filled) as session:
            rows = TABLES["measurements"].rows(session, "2022", Until.day(TODAY))
            given = as_csv(TABLES["measurements"], rows).decode()
        assert said in given
        assert ("Amina" in given) == consents
        assert "amina@" not in given


def test_a_proposed_activity_does_not_leave(filled: sa.Engine) -> None:
    member = rights.Actor("person 9", (rights.Grant(RoleKind.TEAM_MEMBER, "A1"),))
    proposal = ActivityDraft(
        code="7a6f2f3e-0000-4000-8000-000000000001",
        kind=ActivityKind.PROJECT,
        title="Not decided yet",
        objectives=["A1"],
        starts_on=MONDAY,
        state=ActivityState.PLANNED,
        known_on=MONDAY,
    )
    with Session(filled) as session, session.begin():
        activities.report(session, member, proposal)
    with Session(filled) as session:
        assert "Not decided yet" not in {row["title"] for row in read(session, "activities")}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        (("-a", "b"), "'-a; b"),
        (-70.5, "-70.5"),
        (28.0, "28"),
        (1e300, "1e+300"),
        (True, "true"),
        (None, None),
        (MONDAY, "2026-03-02"),
        (dt.datetime(2026, 3, 2, 1, tzinfo=dt.UTC), "2026-03-02T01:00:00.000000Z"),
    ],
)
def test_text_cannot_run_as_a_formula_and_numbers_stay_numbers(value: Any, written: str) -> None:
    assert cell(value) == written


def test_every_reference_of_a_schema_leads_to_a_table_and_its_key() -> None:
    for table in TABLES.values():
        for key in schema(table).get("foreignKeys", []):
            target = TABLES[key["reference"]["resource"]]
            assert tuple(key["reference"]["fields"]) == target.key
