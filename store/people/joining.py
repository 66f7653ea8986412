"""Joining a task force: anybody signed in may ask; the Secretariat accepts or declines."""

import datetime as dt

from sqlmodel import Session, col, select

from store.ground import texts
from store.ground.errors import (
    ConflictError,
    InvalidPersonError,
    NotAllowedError,
    UnknownReferenceError,
)
from store.ledger import audit
from store.models import Answer, Application, Objective, Organisation, Person, Role, RoleKind
from store.models.task_forces import WANTED_ROLES
from store.people import identities, people
from store.people.identities import Identity
from store.rights import rights
from store.rights.rights import Act, Actor, Grant

SHORTEST = 10  # characters of a motivation and of its answer
MOST_WAITING = 24  # wishes of one person at a time, one a task force


def introduce(session: Session, identity: Identity, name: str) -> Person:
    """The person behind an identity; somebody new is entered without any role.

    Errors: NotAllowedError without an identity, InvalidPersonError without a name.
    """
    if not identity.issuer or not identity.subject:
        raise NotAllowedError("Sign in to join a task force.")
    if (known := identities.find(session, identity)) is not None:
        return known
    row = Person(
        name=people.named(name),
        issuer=identity.issuer,
        subject=identity.subject,
        added_at=audit.instant(session),
    )
    return audit.write(session, "somebody new", "introduce person", row)


def apply(session: Session, person: Person, application: Application) -> Application:
    """Ask to join a task force.

    Errors: UnknownReferenceError, InvalidPersonError and InvalidTextError for a wish that
            lacks something, ConflictError for one that waits already or is held.
    """
    if session.get(Objective, application.objective_code) is None:
        raise UnknownReferenceError(
            "There is no objective {code}.", code=application.objective_code
        )
    if application.role not in WANTED_ROLES:
        raise InvalidPersonError(
            "Choose one of these roles: {roles}.",
            roles=tuple(rights.ROLE_NAMES[role] for role in WANTED_ROLES),
        )
    if (application.role == RoleKind.REGIONAL_REPRESENTATIVE) != (
        application.region_code is not None
    ):
        raise InvalidPersonError("A Regional Representative has a region, the others have none.")
    people.named(application.organisation_name)
    texts.demand(application.motivation, "motivation", SHORTEST)
    _refuse_twice(session, person, application)
    application.person_id = person.id or 0
    return audit.write(session, _name(person), "ask to join", application)


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
    role = people.grant(session, actor, row.person_id, held, on)
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


def _refuse_twice(session: Session, person: Person, application: Application) -> None:
    own = [row for row in waiting_of(session, person) if row.verdict is None]
    wish = (application.objective_code, application.role, application.region_code)
    if wish in [(row.objective_code, row.role, row.region_code) for row in own]:
        raise ConflictError("You have already asked for this; the Secretariat decides.")
    if len(own) >= MOST_WAITING:
        raise ConflictError(
            "You have already asked to join {most} task forces; wait for an answer.",
            most=MOST_WAITING,
        )
    held = people.grants_on(session, person.id or 0, application.sent_on)
    if Grant(application.role, application.objective_code, application.region_code) in held:
        raise ConflictError("You have this role already.")


def _name(person: Person) -> str:
    return people.name_in_ledger(person.id or 0)
