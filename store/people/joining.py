"""Joining a task force: anybody signed in may ask; the Secretariat accepts or declines."""

import datetime as dt

from sqlmodel import Session, col, select

from store.ground import texts
from store.ground.errors import (
    ConflictError,
    NotAllowedError,
    UnknownReferenceError,
)
from store.ledger import audit
from store.models import Answer, Application, Objective, Organisation, Person, Role
from store.people import identities, people, roles
from store.people.application_draft import SHORTEST, ApplicationDraft
from store.people.identities import Identity
from store.people.person_draft import PersonDraft
from store.rights import rights
from store.rights.rights import Act, Actor, Grant

MOST_WAITING = 24  # wishes of one person at a time, one a task force


def introduce(session: Session, identity: Identity, name: str) -> Person:
    """The person behind an identity; somebody new is entered without any role.

    Errors: NotAllowedError without an identity, ValidationError without a name.
    """
    if not identity.issuer or not identity.subject:
        raise NotAllowedError("Sign in to join a task force.")
    if (known := identities.find(session, identity)) is not None:
        return known
    row = Person(
        name=PersonDraft(name=name).name,
        issuer=identity.issuer,
        subject=identity.subject,
        added_at=audit.instant(session),
    )
    return audit.write(session, "somebody new", "introduce person", row)


def apply(session: Session, person: Person, draft: ApplicationDraft) -> Application:
    """Ask to join a task force.

    Errors: UnknownReferenceError, ConflictError for a wish that waits already or is held.
    """
    if session.get(Objective, draft.objective_code) is None:
        raise UnknownReferenceError("There is no objective {code}.", code=draft.objective_code)
    _refuse_twice(session, person, draft)
    row = Application.model_validate(draft, update={"person_id": person.id or 0})
    return audit.write(session, _name(person), "ask to join", row)


def waiting(session: Session) -> list[Application]:
    """Everything that waits for an answer, oldest first."""
    rows = select(Application).where(col(Application.verdict).is_(None))
    return list(session.exec(rows.order_by(col(Application.id))))


def waiting_of(session: Session, person: Person) -> list[Application]:
    """Everything that somebody asked for, the newest first, decided or not."""
    own = select(Application).where(Application.person_id == person.id)
    return list(session.exec(own.order_by(col(Application.id).desc())))


def accept(
    session: Session, actor: Actor, application_id: int, organisation_id: int | None, on: dt.date
) -> Role:
    """Give the role that was asked for, from a day on.

    `organisation_id` is where the Secretariat found the person to be from, None for nowhere.
    Errors: NotAllowedError, InvalidPersonError for a role kept for partners, ConflictError.
    """
    row = _open(session, actor, application_id)
    if organisation_id is not None:
        person = session.get_one(Person, row.person_id)
        person.organisation_id = session.get_one(Organisation, organisation_id).id
        audit.write(session, actor.name, "place in organisation", person)
    held = Grant(row.role, row.objective_code, row.region_code)
    role = roles.grant(session, actor, row.person_id, held, on)
    _decide(session, actor, row, Answer.ACCEPTED, "", on)
    return role


def decline(
    session: Session, actor: Actor, application_id: int, reason: str, on: dt.date
) -> Application:
    """Decline with a reason, which the applicant reads.

    Errors: NotAllowedError, InvalidTextError without a reason, ConflictError.
    """
    row = _open(session, actor, application_id)
    said = texts.demand(reason, "reason", SHORTEST)
    return _decide(session, actor, row, Answer.DECLINED, said, on)


def _open(session: Session, actor: Actor, application_id: int) -> Application:
    rights.demand(actor, Act.MANAGE_PEOPLE)
    row = session.get(Application, application_id)
    if row is None:
        raise UnknownReferenceError("There is no such application.")
    if row.verdict is not None:
        raise ConflictError("Somebody has already decided on this.")
    return row


def _decide(
    session: Session, actor: Actor, row: Application, verdict: Answer, reason: str, on: dt.date
) -> Application:
    before = Application.model_validate(row.model_dump())
    row.verdict, row.reason, row.decided_by, row.decided_on = verdict, reason, actor.name, on
    return audit.write(session, actor.name, "decide on joining", row, before)


def _refuse_twice(session: Session, person: Person, draft: ApplicationDraft) -> None:
    own = [row for row in waiting_of(session, person) if row.verdict is None]
    wish = (draft.objective_code, draft.role, draft.region_code)
    if wish in [(row.objective_code, row.role, row.region_code) for row in own]:
        raise ConflictError("You have already asked for this; the Secretariat decides.")
    if len(own) >= MOST_WAITING:
        raise ConflictError(
            "You have already asked to join {most} task forces; wait for an answer.",
            most=MOST_WAITING,
        )
    held = roles.grants_on(session, person.id or 0, draft.sent_on)
    if Grant(draft.role, draft.objective_code, draft.region_code) in held:
        raise ConflictError("You have this role already.")


def _name(person: Person) -> str:
    return people.name_in_ledger(person.id or 0)
