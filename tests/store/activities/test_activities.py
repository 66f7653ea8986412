"""Activities: proposed, kept, superseded, withdrawn; and as they were known on any day."""

import datetime as dt
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import Session

from store.activities import activities
from store.activities.activity_draft import ActivityDraft
from store.ground.errors import (
    ConflictError,
    InvalidTextError,
    NotAllowedError,
    UnknownReferenceError,
)
from store.ledger.knowledge import Until
from store.models import RoleKind
from store.rights.rights import VISITOR, Actor, Grant
from tests.store.writing import ANA

MONDAY, TUESDAY, FRIDAY = dt.date(2026, 3, 2), dt.date(2026, 3, 3), dt.date(2026, 3, 6)
TEA = Actor("Tea", (Grant(RoleKind.TEAM_MEMBER, "D4"),))
LEA = Actor("Lea", (Grant(RoleKind.TASK_FORCE_LEADER, "D4"),))
REMY = Actor("Remy", (Grant(RoleKind.REGIONAL_REPRESENTATIVE, "D4", "R-AFR"),))
STAN = Actor("Stan", (Grant(RoleKind.STC_MEMBER),))
START = dt.date(2026, 1, 12)


def project(**changes: Any) -> ActivityDraft:
    """A pilot of D4 in Kenya that has begun."""
    content: dict[str, Any] = {
        "code": "00000000-0000-0000-0000-00000000000a",
        "kind": "project",
        "title": "Soil pilot",
        "objectives": ["D4"],
        "place_code": "KEN",
        "starts_on": START,
        "state": "running",
        "known_on": MONDAY,
    }
    return ActivityDraft(**content | changes)


def titles(session: Session, day: dt.date) -> list[str]:
    """Titles of the activities of D4 that pages show on the day, but for the published ones."""
    return [
        row.title
        for row in activities.known(session, Until.day(day))
        if row.objectives == ["D4"] and not row.reporter.startswith("shipped data")
    ]


@pytest.mark.parametrize("actor", [ANA, LEA, REMY])
def test_who_may_keep_activities_shows_one_at_once(shared: sa.Engine, actor: Actor) -> None:
    with Session(shared) as session:
        row = activities.report(session, actor, project())
        assert row.reporter == actor.name
        assert titles(session, MONDAY) == ["Soil pilot"]
        assert titles(session, MONDAY - dt.timedelta(days=1)) == []


@pytest.mark.parametrize(
    "actor", [VISITOR, STAN, Actor("Eli", (Grant(RoleKind.TASK_FORCE_LEADER, "E1"),))]
)
def test_nobody_else_may_enter_one(shared: sa.Engine, actor: Actor) -> None:
    with Session(shared) as session, pytest.raises(NotAllowedError):
        activities.report(session, actor, project())


def test_a_representative_keeps_those_of_the_own_region_only(shared: sa.Engine) -> None:
    with Session(shared) as session:
        row = activities.report(session, REMY, project(place_code="FRA"))
        assert row.standing == "proposed"
        assert titles(session, FRIDAY) == []


def test_a_right_for_one_of_two_task_forces_is_not_enough(shared: sa.Engine) -> None:
    with Session(shared) as session, pytest.raises(NotAllowedError):
        activities.report(session, LEA, project(objectives=["D4", "E1"]))


def test_a_proposal_is_kept_by_the_leader(shared: sa.Engine) -> None:
    with Session(shared) as session:
        proposal = activities.report(session, TEA, project())
        assert titles(session, FRIDAY) == []
        assert [activities.proposals(session, who) for who in (TEA, LEA, REMY)] == [[proposal]] * 3
        assert activities.proposals(session, STAN) == []
        with pytest.raises(NotAllowedError):
            activities.keep(session, VISITOR, proposal, TUESDAY)
        activities.keep(session, LEA, proposal, TUESDAY)
        assert activities.proposals(session, LEA) == []
        assert titles(session, MONDAY) == []
        assert titles(session, TUESDAY) == ["Soil pilot"]


def test_a_proposal_is_declined_with_a_reason_that_its_author_reads(shared: sa.Engine) -> None:
    with Session(shared) as session:
        proposal = activities.report(session, TEA, project())
        with pytest.raises(InvalidTextError):
            activities.withdraw(session, LEA, proposal, TUESDAY, " ")
        activities.withdraw(session, LEA, proposal, TUESDAY, "It is there already")
        assert [row.reason for row in activities.declined(session, TEA)] == ["It is there already"]
        assert activities.declined(session, LEA) == []
        assert activities.proposals(session, TEA) == []
        assert titles(session, FRIDAY) == []


def test_a_team_member_changes_the_own_proposal_and_nothing_that_is_kept(
    shared: sa.Engine,
) -> None:
    with Session(shared) as session:
        first = activities.report(session, TEA, project())
        second = activities.report(session, TEA, project(title="Soil pilot, Embu"), first.id)
        kept = activities.keep(session, LEA, second, TUESDAY)
        assert titles(session, TUESDAY) == ["Soil pilot, Embu"]
        with pytest.raises(NotAllowedError):
            activities.report(session, TEA, project(title="Mine"), kept.id)


def test_a_change_supersedes_and_earlier_days_keep_what_was_known(shared: sa.Engine) -> None:
    with Session(shared) as session:
        first = activities.report(session, LEA, project())
        news = project(state="stopped", title="Soil pilot, stopped", known_on=FRIDAY)
        second = activities.report(session, LEA, news, first.id)
        assert (second.revision, second.supersedes_id) == (1, first.id)
        assert titles(session, TUESDAY) == ["Soil pilot"]
        assert titles(session, FRIDAY) == ["Soil pilot, stopped"]
        told = activities.history(session, first.code, Until.day(FRIDAY))
        assert [row.state for row in told] == ["stopped", "running"]


def test_the_second_of_two_who_change_it_is_told(shared: sa.Engine) -> None:
    with Session(shared) as session:
        first = activities.report(session, LEA, project())
        activities.report(session, ANA, project(title="Ana's"), first.id)
        with pytest.raises(ConflictError):
            activities.report(session, LEA, project(title="Lea's"), first.id)
        with pytest.raises(ConflictError):
            activities.withdraw(session, LEA, first, FRIDAY, "Too late")
        assert titles(session, FRIDAY) == ["Ana's"]


def test_a_second_click_writes_nothing(shared: sa.Engine) -> None:
    with Session(shared) as session:
        activities.report(session, LEA, project())
        with pytest.raises(ConflictError):
            activities.report(session, LEA, project())
        assert titles(session, FRIDAY) == ["Soil pilot"]


def test_what_is_withdrawn_is_gone_from_that_day_on(shared: sa.Engine) -> None:
    with Session(shared) as session:
        row = activities.report(session, LEA, project())
        activities.withdraw(session, LEA, row, FRIDAY, "Entered twice")
        assert titles(session, TUESDAY) == ["Soil pilot"]
        assert titles(session, FRIDAY) == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": " "}, "Give it a title of at least three characters."),
        ({"kind": "event"}, "An event, and nothing else, has a type of event."),
        ({"event_type": "day"}, "An event, and nothing else, has a type of event."),
        ({"ends_on": START - dt.timedelta(days=1)}, "It ends before it begins."),
        ({"state": "done", "ends_on": FRIDAY}, "It ends in the future: it cannot be done yet."),
        ({"latitude": 3.0}, "A point has a latitude and a longitude."),
        ({"latitude": 91.0, "longitude": 0.0}, "A latitude lies between −90 and 90 degrees."),
        ({"budget": 5.0}, "A budget needs its currency, and a currency its budget."),
        ({"budget": -5.0, "currency": "EUR"}, "A budget is a positive amount."),
        ({"budget": float("nan"), "currency": "EUR"}, "A budget is a positive amount."),
        ({"budget": 5.0, "currency": "EURO"}, "A currency is written like EUR or USD."),
        ({"link": "javascript:alert(1)"}, "A link starts with https:// or http://."),
        ({"objectives": []}, "Name the task force it belongs to."),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    shared: sa.Engine, changes: dict[str, Any], sentence: str
) -> None:
    with Session(shared) as session, pytest.raises(ValidationError, match=sentence):
        activities.report(session, LEA, project(**changes))


def test_unknown_places_and_objectives_and_control_characters_are_refused(
    shared: sa.Engine,
) -> None:
    with Session(shared) as session:
        for wrong in ({"place_code": "XYZ"}, {"objectives": ["Z9"]}):
            with pytest.raises(UnknownReferenceError):
                activities.report(session, ANA, project(**wrong))
        with pytest.raises(ValidationError, match="control character"):
            activities.report(session, LEA, project(partners=["Bell\x07"]))


def test_the_published_events_are_known_from_the_day_they_ended(shared: sa.Engine) -> None:
    with Session(shared) as session:
        assert len(activities.known(session, Until.day(FRIDAY))) == 50
        before = activities.known(session, Until.day(dt.date(2018, 10, 25)))
        after = activities.known(session, Until.day(dt.date(2018, 10, 26)))
    assert [row.title for row in after if row.code not in {one.code for one in before}] == [
        "1st African Symposium"
    ]
