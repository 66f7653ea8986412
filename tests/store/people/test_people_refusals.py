"""Who cannot be entered, given a role or let in is refused with a sentence."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from sqlmodel import Session

from store.models import Person, RoleKind, Task, TaskState
from store.people import joining, people, roles, task_forces
from store.people.application_draft import ApplicationDraft
from store.people.identities import Identity
from store.people.person_draft import PersonDraft
from store.people.task_draft import TaskDraft
from store.rights.rights import Grant
from tests.store.refusals import told
from tests.store.writing import ANA, MONDAY, TUESDAY

pytestmark = pytest.mark.same_sql

NOBODY = 999
Act = Callable[[Session, Person], object]


def amina(session: Session) -> Person:
    """Somebody of no organisation, signed in."""
    return joining.introduce(session, Identity("https://id.example", "amina"), "Amina")


def wish(**changes: Any) -> ApplicationDraft:
    """To join D4."""
    content: dict[str, Any] = {
        "objective_code": "D4",
        "role": RoleKind.TEAM_MEMBER,
        "organisation_name": "Soil Institute",
        "motivation": "We coordinate twelve partners in Africa.",
        "sent_on": MONDAY,
    }
    return ApplicationDraft(**content | changes)


def grant(session: Session, person: Person, *held: Any) -> object:
    """Give the role from Monday on."""
    return roles.grant(session, ANA, person.id or 0, Grant(*held), MONDAY)


def end_too_early(session: Session, person: Person) -> object:
    """End a role before it began."""
    row = roles.grant(session, ANA, person.id or 0, Grant(RoleKind.STC_MEMBER), TUESDAY)
    return roles.end_role(session, ANA, row.id or 0, MONDAY)


def grant_twice(session: Session, person: Person) -> object:
    """Give the role that somebody has."""
    grant(session, person, RoleKind.STC_MEMBER)
    return grant(session, person, RoleKind.STC_MEMBER)


def ask_twice(session: Session, person: Person) -> object:
    """Ask for what waits already."""
    joining.apply(session, person, wish())
    return joining.apply(session, person, wish())


def ask_for_everything(session: Session, person: Person) -> object:
    """Ask for one task force more than there are."""
    codes = [
        one.objective_code for one in task_forces.seats(session, MONDAY) if not one.region_code
    ]
    for code in codes:
        joining.apply(session, person, wish(objective_code=code))
    return joining.apply(session, person, wish(role=RoleKind.TASK_FORCE_LEADER))


def ask_for_what_is_held(session: Session, person: Person) -> object:
    """Ask for a role that one has."""
    grant(session, person, RoleKind.TEAM_MEMBER, "D4")
    return joining.apply(session, person, wish())


def decide_twice(session: Session, person: Person) -> object:
    """Answer a wish that was answered."""
    row = joining.apply(session, person, wish())
    joining.decline(session, ANA, row.id or 0, "The seat was given away.", MONDAY)
    return joining.accept(session, ANA, row.id or 0, None, MONDAY)


def decline_without_a_word(session: Session, person: Person) -> object:
    """Decline without a sentence."""
    row = joining.apply(session, person, wish())
    return joining.decline(session, ANA, row.id or 0, "No.", MONDAY)


def report_task(session: Session, **changes: Any) -> object:
    """Report on a task of a task force."""
    content: dict[str, Any] = {
        "objective_code": "D4",
        "task": Task.MAP,
        "state": TaskState.NOT_STARTED,
        "known_on": MONDAY,
    }
    return task_forces.report_task(session, ANA, TaskDraft(**content | changes))


def report_task_twice(session: Session, _person: Person) -> object:
    """Report what stands there."""
    report_task(session)
    return report_task(session)


REFUSALS: dict[str, Act] = {
    "Fill in the name.": lambda s, _p: people.add_person(s, ANA, PersonDraft(name="  ")),
    "“amina@” is not an e-mail address.": lambda s, _p: people.add_person(
        s, ANA, PersonDraft(name="A", email="amina@")
    ),
    "There is no such organisation.": lambda s, _p: people.add_person(
        s, ANA, PersonDraft(name="Ana", organisation_id=NOBODY)
    ),
    "There is no person 999.": lambda s, _p: people.invite(s, ANA, NOBODY),
    "There is no role 999.": lambda s, _p: roles.end_role(s, ANA, NOBODY, MONDAY),
    "The role began only on 2026-03-03; it cannot end before that.": end_too_early,
    "Amina has this role already.": grant_twice,
    "The role Team Member needs an objective, A1 to F3.": lambda s, p: grant(
        s, p, RoleKind.TEAM_MEMBER, "Z9"
    ),
    "The role Regional Representative needs a region.": lambda s, p: grant(
        s, p, RoleKind.REGIONAL_REPRESENTATIVE, "D4"
    ),
    "The role STC member has no objective.": lambda s, p: grant(s, p, RoleKind.STC_MEMBER, "D4"),
    "The role STC member has no region.": lambda s, p: grant(
        s, p, RoleKind.STC_MEMBER, None, "R-AFR"
    ),
    "Only people from a partner or member organisation can have the role Task Force Leader.": (
        lambda s, p: grant(s, p, RoleKind.TASK_FORCE_LEADER, "D4")
    ),
    "Sign in to join a task force.": lambda s, _p: joining.introduce(s, Identity("", ""), "Eve"),
    "There is no objective Z9.": lambda s, p: joining.apply(s, p, wish(objective_code="Z9")),
    "Choose one of these roles: Team Member, Regional Representative, Task Force Leader.": (
        lambda s, p: joining.apply(s, p, wish(role=RoleKind.SECRETARIAT))
    ),
    "A Regional Representative has a region, the others have none.": lambda s, p: joining.apply(
        s, p, wish(region_code="R-AFR")
    ),
    "Say it in words in “motivation”, with at least 10 characters.": lambda s, p: joining.apply(
        s, p, wish(motivation="Soil.")
    ),
    "You have already asked for this; the Secretariat decides.": ask_twice,
    "You have already asked to join 24 task forces; wait for an answer.": ask_for_everything,
    "You have this role already.": ask_for_what_is_held,
    "There is no such application.": lambda s, _p: joining.accept(s, ANA, NOBODY, None, MONDAY),
    "Somebody has already decided on this.": decide_twice,
    "Say it in words in “reason”, with at least 10 characters.": decline_without_a_word,
    "A link starts with https:// or http://.": lambda s, _p: report_task(
        s, link="ftp://soil.example"
    ),
    "This was reported already.": report_task_twice,
}


@pytest.mark.parametrize("sentence", REFUSALS)
def test_what_cannot_be_is_refused_with_a_sentence(session: Session, sentence: str) -> None:
    person = amina(session)
    assert told(lambda: REFUSALS[sentence](session, person)) == sentence


def test_a_task_of_no_objective_is_refused(session: Session) -> None:
    assert told(lambda: report_task(session, objective_code="Z9")) == "There is no objective Z9."


def test_the_last_day_of_a_role_may_be_its_first(session: Session) -> None:
    person = amina(session)
    row = roles.grant(session, ANA, person.id or 0, Grant(RoleKind.STC_MEMBER), MONDAY)
    assert roles.end_role(session, ANA, row.id or 0, MONDAY).valid_to == dt.date(2026, 3, 2)
