"""Who sits in a task force, who asks to, and how far its first tasks are: now and on any day."""

import datetime as dt
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import Session

from store.ground.errors import (
    ConflictError,
    InvalidPersonError,
    InvalidTaskError,
    InvalidTextError,
    NotAllowedError,
    UnknownReferenceError,
)
from store.ledger.knowledge import Until
from store.models import Organisation, Person, RoleKind, TaskState
from store.partners import organisations
from store.people import erasure, joining, roles, task_forces
from store.people.application_draft import ApplicationDraft
from store.people.identities import Identity
from store.people.task_draft import TaskDraft
from store.people.task_forces import Seat
from store.rights.rights import VISITOR, Actor, Grant
from tests.store.partners.partners import organisation
from tests.store.writing import ANA

MONDAY, TUESDAY, FRIDAY = dt.date(2026, 3, 2), dt.date(2026, 3, 3), dt.date(2026, 3, 6)
LEADER = Actor("Lea", (Grant(RoleKind.TASK_FORCE_LEADER, "D4"),))
OTHER = Actor("Eli", (Grant(RoleKind.TASK_FORCE_LEADER, "E1"),))


def somebody(session: Session, subject: str = "amina") -> Person:
    """Somebody whom nobody entered, signed in."""
    return joining.introduce(session, Identity("https://id.example", subject), "Amina")


def wish(**changes: Any) -> ApplicationDraft:
    """To represent Africa in D4."""
    content = {
        "objective_code": "D4",
        "role": RoleKind.REGIONAL_REPRESENTATIVE,
        "region_code": "R-AFR",
        "organisation_name": "Soil Institute",
        "motivation": "We coordinate twelve partners in Africa.",
        "sent_on": MONDAY,
    }
    return ApplicationDraft(**content | changes)


def partner(session: Session, *, is_partner: bool = True) -> Organisation:
    """The institute, as the Secretariat entered it."""
    return organisations.add(
        session, ANA, organisation("Soil Institute", is_partner=is_partner, known_on=MONDAY), MONDAY
    )


def seat(session: Session, day: dt.date) -> Seat:
    """The seat of Africa in D4 as it stood on the day."""
    found = {(one.objective_code, one.region_code): one for one in task_forces.seats(session, day)}
    return found["D4", "R-AFR"]


def test_the_plan_has_a_seat_for_each_leader_and_region(shared: sa.Engine) -> None:
    with Session(shared) as session:
        found = task_forces.seats(session, MONDAY)
    assert len(found) == 24 * 6
    assert {one.state for one in found} == {"vacant"}


def test_a_seat_is_vacant_then_has_a_candidate_then_is_filled_then_vacant(
    filled: sa.Engine,
) -> None:
    with Session(filled) as session:
        row = joining.apply(session, somebody(session), wish())
        role = joining.accept(session, ANA, row.id or 0, partner(session).id, TUESDAY)
        roles.end_role(session, ANA, role.id or 0, FRIDAY)
        days = [MONDAY - dt.timedelta(days=1), MONDAY, TUESDAY, FRIDAY]
        assert [seat(session, day).state for day in days] == [
            "vacant",
            "candidate",
            "filled",
            "vacant",
        ]
        assert [one.name for one in seat(session, TUESDAY).holders] == ["Amina"]


def test_only_partners_lead_and_represent(shared: sa.Engine) -> None:
    with Session(shared) as session:
        row = joining.apply(session, somebody(session), wish())
        stranger = partner(session, is_partner=False)
        for home in (None, stranger.id):
            with pytest.raises(InvalidPersonError, match="partner or member"):
                joining.accept(session, ANA, row.id or 0, home, TUESDAY)
        member = wish(role=RoleKind.TEAM_MEMBER, region_code=None)
        row = joining.apply(session, somebody(session), member)
        joining.accept(session, ANA, row.id or 0, None, TUESDAY)


def test_a_refusal_has_a_reason_that_the_applicant_reads(shared: sa.Engine) -> None:
    with Session(shared) as session:
        person = somebody(session)
        row = joining.apply(session, person, wish())
        with pytest.raises(InvalidTextError, match="“reason”"):
            joining.decline(session, ANA, row.id or 0, " ", TUESDAY)
        joining.decline(session, ANA, row.id or 0, "The seat was given away.", TUESDAY)
        [answer] = joining.waiting_of(session, person)
        assert (answer.verdict, answer.reason) == ("declined", "The seat was given away.")
        assert joining.waiting(session) == []
        with pytest.raises(ConflictError, match="already decided"):
            joining.accept(session, ANA, row.id or 0, None, TUESDAY)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"objective_code": "Z9"}, UnknownReferenceError),
        ({"role": RoleKind.SECRETARIAT}, ValidationError),
        ({"region_code": None}, ValidationError),
        ({"role": RoleKind.TEAM_MEMBER}, ValidationError),
        ({"organisation_name": " "}, ValidationError),
        ({"motivation": "Yes"}, ValidationError),
    ],
)
def test_a_wish_that_cannot_be_is_refused(
    shared: sa.Engine, changes: dict[str, Any], error: type[Exception]
) -> None:
    with Session(shared) as session:
        person = somebody(session)
        with pytest.raises(error):
            joining.apply(session, person, wish(**changes))
        assert joining.waiting(session) == []


def test_nobody_asks_twice_and_nobody_unknown_at_all(shared: sa.Engine) -> None:
    with Session(shared) as session:
        person = somebody(session)
        assert somebody(session).id == person.id
        joining.apply(session, person, wish())
        with pytest.raises(ConflictError, match="already asked for this"):
            joining.apply(session, person, wish())
        with pytest.raises(NotAllowedError, match="Sign in"):
            joining.introduce(session, Identity("", ""), "Nobody")
        with pytest.raises(NotAllowedError):
            joining.accept(session, LEADER, 1, None, TUESDAY)
        with pytest.raises(NotAllowedError):
            joining.decline(session, LEADER, 1, "It is full.", TUESDAY)


def test_what_somebody_wrote_of_themselves_can_be_erased(filled: sa.Engine) -> None:
    with Session(filled) as session, session.begin():
        person = somebody(session)
        row = joining.apply(session, person, wish())
        erasure.erase(session, ANA, person.id or 0, TUESDAY)
        assert "twelve partners" not in row.motivation
        assert "Institute" not in row.organisation_name
        assert joining.waiting(session) == []
    with filled.connect() as connection:
        trail = connection.exec_driver_sql("SELECT before, after FROM audit_entry").all()
    assert "twelve partners" not in str(trail)


def task(state: TaskState, day: dt.date, **changes: Any) -> TaskDraft:
    """How far D4 is with its map of ongoing work."""
    content: dict[str, Any] = {"objective_code": "D4", "task": "map of ongoing work"}
    return TaskDraft(state=state, known_on=day, **content | changes)


def test_a_task_stands_where_it_was_last_reported_by_the_day(shared: sa.Engine) -> None:
    key = ("D4", "map of ongoing work")
    with Session(shared) as session:
        task_forces.report_task(session, LEADER, task(TaskState.UNDER_WAY, MONDAY))
        task_forces.report_task(session, LEADER, task(TaskState.DONE, FRIDAY))
        assert task_forces.tasks(session, Until.day(MONDAY - dt.timedelta(days=1))) == {}
        assert task_forces.tasks(session, Until.day(TUESDAY))[key].state == "under way"
        assert task_forces.tasks(session, Until.day(FRIDAY))[key].state == "done"


def test_a_task_is_reported_by_the_own_leader_in_words_that_can_be(shared: sa.Engine) -> None:
    with Session(shared) as session:
        for actor in (VISITOR, OTHER):
            with pytest.raises(NotAllowedError):
                task_forces.report_task(session, actor, task(TaskState.DONE, MONDAY))
        with pytest.raises(ValidationError, match="https://"):
            task_forces.report_task(
                session, LEADER, task(TaskState.DONE, MONDAY, link="javascript:x")
            )


def test_a_report_that_says_nothing_new_is_refused(shared: sa.Engine) -> None:
    with Session(shared) as session:
        task_forces.report_task(session, LEADER, task(TaskState.DONE, MONDAY, note="41 institutes"))
        with pytest.raises(InvalidTaskError, match="reported already"):
            task_forces.report_task(
                session, LEADER, task(TaskState.DONE, FRIDAY, note="41 institutes")
            )
