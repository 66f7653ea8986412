"""The calendar of due days: at a secret address, of one person, as long as they have a role."""

import datetime as dt

import pytest
import sqlalchemy as sa
from icalendar import Calendar
from sqlmodel import Session, select

from store.ground.errors import NotAllowedError, UnknownReferenceError
from store.models import AuditEntry, ReminderWish, Role
from store.people import erasure, people, roles
from store.reminders import calendars, wishes
from store.rights.rights import Actor
from tests.store.reminders.conftest import HOME, NOW, OFFICE


def made(engine: sa.Engine, person_id: int) -> str:
    """A new address for somebody, made by themselves."""
    with Session(engine) as session, session.begin():
        own = Actor(people.name_in_ledger(person_id), ())
        return wishes.make_address(session, own, person_id)


def read(engine: sa.Engine, token: str) -> list[tuple[str, dt.date, str]]:
    """What a calendar program reads: the title, the day, the link."""
    with Session(engine) as session:
        calendar = Calendar.from_ical(calendars.of(session, token, HOME, NOW).decode())
    return [
        (str(event["summary"]), event.decoded("dtstart"), str(event["url"]))
        for event in calendar.walk("VEVENT")
    ]


def test_it_has_the_persons_own_due_days(filled: sa.Engine, team: dict[str, int]) -> None:
    events = read(filled, made(filled, team["Rosa"]))
    day = dt.date(2026, 3, 28)
    link = f"{HOME}/report?indicator=B3-regions&place=R-AFR&year=2025"
    assert [(at, url) for _title, at, url in events if "year=2025" in url] == [(day, link)]
    assert all("@" not in title for title, _at, _url in events)
    assert not any("R-EUR" in url for _title, _at, url in events)


def test_an_address_is_kept_as_a_digest_and_ends_with_the_next(
    filled: sa.Engine, team: dict[str, int]
) -> None:
    first = made(filled, team["Rosa"])
    second = made(filled, team["Rosa"])
    with pytest.raises(UnknownReferenceError, match="no such calendar"):
        read(filled, first)
    assert read(filled, second)
    with Session(filled) as session:
        kept = session.exec(select(ReminderWish)).one().calendar
        entries = session.exec(select(AuditEntry.after)).all()
    assert kept
    assert second not in kept
    assert kept not in str(entries)


def test_it_ends_with_the_role_by_hand_and_with_the_person(
    filled: sa.Engine, team: dict[str, int]
) -> None:
    tokens = {name: made(filled, team[name]) for name in ("Rosa", "Lea")}
    with Session(filled) as session, session.begin():
        [role] = session.exec(select(Role).where(Role.person_id == team["Rosa"]))
        roles.end_role(session, OFFICE, role.id or 0, NOW.date())
        wishes.void_address(session, OFFICE, team["Lea"])
    for token in tokens.values():
        with pytest.raises(UnknownReferenceError):
            read(filled, token)


@pytest.mark.same_sql
def test_nobody_else_makes_or_ends_an_address(filled: sa.Engine, team: dict[str, int]) -> None:
    lea = Actor(people.name_in_ledger(team["Lea"]), ())
    with Session(filled) as session:
        for act in (wishes.make_address, wishes.void_address):
            with pytest.raises(NotAllowedError):
                act(session, lea, team["Rosa"])
        erasure.erase(session, OFFICE, team["Rosa"], NOW.date())
        with pytest.raises(NotAllowedError, match="Nobody reminds a person who was erased"):
            wishes.make_address(session, OFFICE, team["Rosa"])
