"""Twin regions, calls and the register as tables: as known on the day, and nothing of people."""

import datetime as dt
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.activities import twins
from store.exchange.table import as_csv
from store.exchange.tables import TABLES
from store.ledger.knowledge import Until
from store.people import people
from store.people.person_draft import PersonDraft
from store.rights import rights
from tests.store.activities.pairs import MONDAY, TUESDAY, pair, sides
from tests.store.partners.partners import JOINED, LEFT, MEMBER, institute
from tests.store.writing import ANA

TODAY = dt.date(2026, 11, 1)
DAY = dt.timedelta(days=1)


def read(session: Session, name: str, as_of: dt.date = TODAY) -> list[dict[str, Any]]:
    """The rows of a table by column."""
    table = TABLES[name]
    return [
        dict(zip(table.names, row, strict=True))
        for row in table.rows(session, "2022", Until.day(as_of))
    ]


def test_a_pair_has_one_row_with_both_its_places(shared: sa.Engine) -> None:
    with Session(shared) as session:
        twins.report(session, ANA, pair(), sides())
        [row] = read(session, "twin_regions")
    assert (row["name"], row["state"], row["since"]) == ("Meadows", "agreed", MONDAY)
    assert (row["first_name"], row["second_name"]) == ("Region in BEN", "Region in DEU")
    assert (row["first_country"], row["second_country"]) == ("BEN", "DEU")
    assert (row["first_region"], row["second_region"]) == ("R-AFR", "R-EUR")
    assert row["first_municipalities"] == ("Upper", "Lower")
    assert row["second_municipalities"] == ()
    assert (row["first_latitude"], row["first_longitude"]) == (9.5, 2.25)


def test_a_pair_is_as_it_was_known_on_the_day(shared: sa.Engine) -> None:
    with Session(shared) as session:
        first = twins.report(session, ANA, pair(), sides())
        twins.report(session, ANA, pair(TUESDAY, state="active"), sides(), first.row.id)
        told = [
            [(row["state"], row["revision"]) for row in read(session, "twin_regions", day)]
            for day in (MONDAY - DAY, MONDAY, TUESDAY)
        ]
    assert told == [[], [("agreed", 0)], [("active", 1)]]


def test_who_reported_a_pair_is_named_with_consent_only(shared: sa.Engine) -> None:
    with Session(shared) as session:
        amina = people.add_person(
            session, ANA, PersonDraft(name="Amina Diop", email="amina@soil.example")
        )
        reporter = rights.Actor(people.name_in_ledger(amina.id or 0), ANA.grants)
        twins.report(session, reporter, pair(), sides())
        for consents, said in ((False, f"reporter no. {amina.id}"), (True, "Amina Diop")):
            people.set_consent(session, amina, shows_name=consents)
            [row] = read(session, "twin_regions")
            assert row["reporter"] == said


def test_calls_say_what_was_published_and_leave_the_rest_empty(shared: sa.Engine) -> None:
    with Session(shared) as session:
        found = {row["number"]: row for row in read(session, "calls")}
        early = read(session, "calls", dt.date(2020, 1, 30))
    assert set(found) == {1, 2, 3, 4, 6}
    assert [found[1][name] for name in ("received", "in_line", "sent_back")] == [13, 4, 9]
    assert {found[number]["received"] for number in (2, 3, 4, 6)} == {None}
    assert early == []


@pytest.mark.parametrize(
    ("day", "kinds"),
    [
        (JOINED - DAY, []),
        (JOINED, ["partner"]),
        (MEMBER, ["member"]),
        (LEFT, [None]),
    ],
)
def test_an_organisation_is_what_it_was_on_the_day(
    shared: sa.Engine, day: dt.date, kinds: list[str | None]
) -> None:
    with Session(shared) as session:
        institute(session)
        rows = [row for row in read(session, "partners", day) if row["name"] == "Soil Institute"]
    assert [row["kind"] for row in rows] == kinds
    assert {(row["country"], row["region"]) for row in rows} <= {("KEN", "R-AFR")}


def test_the_register_tells_nothing_of_the_people_of_an_organisation(shared: sa.Engine) -> None:
    with Session(shared) as session:
        row = institute(session)
        amina = people.add_person(
            session,
            ANA,
            PersonDraft(name="Amina Diop", email="amina@soil.example", organisation_id=row.id),
        )
        people.set_consent(session, amina, shows_name=True)
        table = TABLES["partners"]
        given = as_csv(table, table.rows(session, "2022", Until.day(TODAY))).decode()
    assert "Soil Institute" in given
    assert "Amina" not in given
    assert "amina@" not in given


def test_an_organisation_that_is_no_partner_does_not_leave_the_store(shared: sa.Engine) -> None:
    with Session(shared) as session:
        institute(
            session,
            is_partner=False,
            is_member=False,
            **dict.fromkeys(("joined_on", "member_since", "left_on")),
        )
        assert "Soil Institute" not in {row["name"] for row in read(session, "partners")}
