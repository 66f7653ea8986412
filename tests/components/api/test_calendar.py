"""The calendar over HTTP: private, at its secret address only, without telling which there are."""

import datetime as dt

import sqlalchemy as sa
from icalendar import Calendar
from sqlmodel import Session
from starlette.testclient import TestClient

from store.models import RoleKind
from store.people import people, roles
from store.people.person_draft import PersonDraft
from store.reminders import wishes
from store.rights.rights import Grant, program

OFFICE = program("test")


def test_an_address_leads_to_its_calendar_and_no_other(own: TestClient, opened: sa.Engine) -> None:
    with Session(opened) as session, session.begin():
        person = people.add_person(
            session, OFFICE, PersonDraft(name="Ivana", email="ivana@a.example")
        )
        number = person.id or 0
        roles.grant(session, OFFICE, number, Grant(RoleKind.SECRETARIAT), dt.date(2026, 1, 5))
        token = wishes.make_address(session, OFFICE, number)
    answer = own.get(f"/calendar/{token}.ics")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "private, no-store"
    events = Calendar.from_ical(answer.text).walk("VEVENT")
    assert any(str(event["url"]).startswith("http://testserver/report?") for event in events)
    assert "ivana" not in answer.text.lower()
    assert own.get(f"/calendar/{token[:-1]}.ics").status_code == 404
