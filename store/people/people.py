"""People and their roles: who is added, invited, given a role, forgotten."""

import datetime as dt
import hashlib
import re
import secrets

import sqlalchemy as sa
from sqlmodel import Session, SQLModel, col, or_, select

from store.ground import texts
from store.ground.errors import InvalidPersonError, UnknownReferenceError
from store.ground.messages import Message
from store.ledger import audit
from store.ledger.audit import Row
from store.models import (
    Answer,
    Application,
    Objective,
    Organisation,
    Person,
    Place,
    PlaceKind,
    Role,
    RoleKind,
)
from store.partners import register
from store.rights import rights
from store.rights.rights import Act, Actor, Grant

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
ERASED = "erased person"
_IN_LEDGER = re.compile(r"person (\d+)")
FOR_PARTNERS = (RoleKind.REGIONAL_REPRESENTATIVE, RoleKind.TASK_FORCE_LEADER)

TAKEN = Message("Somebody has this name, address or identity already.")


def name_in_ledger(person_id: int) -> str:
    """How the ledger names a person, so that the details can be erased."""
    return f"person {person_id}"


def number_in_ledger(name: str) -> int | None:
    """The number of the person whom the ledger names so; None for any other name."""
    found = _IN_LEDGER.fullmatch(name)
    return int(found[1]) if found else None


def add_person(
    session: Session,
    actor: Actor,
    name: str,
    *,
    email: str | None = None,
    organisation_id: int | None = None,
) -> Person:
    """Add somebody who may sign in, known by an e-mail address, an invitation, or both.

    Errors: NotAllowedError, InvalidPersonError, ConflictError for an address that is there.
    """
    rights.demand(actor, Act.MANAGE_PEOPLE)
    address = texts.check(email or "").strip().lower() or None
    if address is not None and not EMAIL.fullmatch(address):
        raise InvalidPersonError("“{email}” is not an e-mail address.", email=address)
    if organisation_id is not None and session.get(Organisation, organisation_id) is None:
        raise UnknownReferenceError("There is no such organisation.")
    row = Person(
        name=named(name),
        email=address,
        organisation_id=organisation_id,
        added_at=audit.instant(session),
    )
    return _write(session, actor, "add person", row)


def invite(session: Session, actor: Actor, person_id: int) -> str:
    """A code that binds whoever signs in with it to the person, once; an older one is void.

    Errors: NotAllowedError, UnknownReferenceError.
    """
    rights.demand(actor, Act.MANAGE_PEOPLE)
    person = _person(session, person_id)
    code = secrets.token_urlsafe(12)
    person.invitation = digest(code)
    _write(session, actor, "invite", person)
    return code


def grant(
    session: Session,
    actor: Actor,
    person_id: int,
    held: Grant,
    valid_from: dt.date,
) -> Role:
    """Give a role from a day on.

    Errors: NotAllowedError, UnknownReferenceError, InvalidPersonError for a role that lacks its
            objective or region, is held already, or is kept for partner organisations.
    """
    rights.demand(actor, Act.MANAGE_PEOPLE)
    person = _person(session, person_id)
    _check(session, person, held, valid_from)
    if held in grants_on(session, person_id, valid_from):
        raise InvalidPersonError("{name} has this role already.", name=person.name)
    row = Role(
        person_id=person_id,
        role=held.role,
        objective_code=held.objective,
        region_code=held.region,
        valid_from=valid_from,
    )
    return _write(session, actor, "grant role", row)


def end_role(session: Session, actor: Actor, role_id: int, on: dt.date) -> Role:
    """End a role: `on` is the first day without it.

    Errors: NotAllowedError, UnknownReferenceError, InvalidPersonError for a day before it began.
    """
    rights.demand(actor, Act.MANAGE_PEOPLE)
    row = session.get(Role, role_id)
    if row is None:
        raise UnknownReferenceError("There is no role {id}.", id=role_id)
    if on < row.valid_from:
        raise InvalidPersonError(
            "The role began only on {day}; it cannot end before that.", day=row.valid_from
        )
    before = Role.model_validate(row.model_dump())
    row.valid_to = on
    return _write(session, actor, "end role", row, before)


def revoke_sessions(session: Session, actor: Actor, person_id: int) -> Person:
    """Whoever is signed in as this person must sign in anew.

    Errors: NotAllowedError, UnknownReferenceError.
    """
    rights.demand(actor, Act.MANAGE_PEOPLE)
    person = _person(session, person_id)
    person.revoked_at = audit.instant(session)
    return _write(session, actor, "revoke sessions", person)


def erase(session: Session, actor: Actor, person_id: int, today: dt.date) -> Person:
    """Forget everything about a person but the number that the ledger keeps; end all roles.

    Errors: NotAllowedError, UnknownReferenceError.
    """
    rights.demand(actor, Act.MANAGE_PEOPLE)
    person = _person(session, person_id)
    for row in session.exec(select(Role).where(Role.person_id == person_id)):
        if row.valid_to is None or row.valid_to > today:
            end_role(session, actor, row.id or 0, max(today, row.valid_from))
    for row in session.exec(select(Application).where(Application.person_id == person_id)):
        row.organisation_name = row.motivation = ERASED
        if row.verdict is None:
            row.verdict, row.decided_by, row.decided_on = Answer.DECLINED, actor.name, today
        session.add(row)
    person.name, person.shows_name = ERASED, False
    person.email = person.issuer = person.subject = person.invitation = None
    person.organisation_id = None
    person.revoked_at = audit.instant(session)
    return _write(session, actor, "erase person", person)


def set_consent(session: Session, person: Person, *, shows_name: bool) -> Person:
    """Let everybody read the person's name, or not; the person's own word."""
    person.shows_name = shows_name
    return audit.write(session, name_in_ledger(person.id or 0), "consent to be named", person)


def everybody(session: Session) -> list[Person]:
    """All who were added and not erased, by name."""
    rows = select(Person).where(Person.name != ERASED).order_by(col(Person.name))
    return list(session.exec(rows))


def roles(session: Session) -> list[Role]:
    """Every role that was ever given, oldest first."""
    return list(session.exec(select(Role).order_by(col(Role.id))))


def actor_of(session: Session, person: Person, day: dt.date) -> Actor:
    """The person with the roles held on a day."""
    number = person.id or 0
    return Actor(name_in_ledger(number), tuple(grants_on(session, number, day)))


def grants_on(session: Session, person_id: int, day: dt.date) -> list[Grant]:
    """The roles that somebody held on a day."""
    rows = session.exec(select(Role).where(Role.person_id == person_id, held_on(day)))
    return [Grant(row.role, row.objective_code, row.region_code) for row in rows]


def held_on(day: dt.date) -> sa.ColumnElement[bool]:
    """The condition that a role was held on a day."""
    return (col(Role.valid_from) <= day) & or_(
        col(Role.valid_to).is_(None), col(Role.valid_to) > day
    )


def _check(session: Session, person: Person, held: Grant, day: dt.date) -> None:
    role = rights.ROLE_NAMES[held.role]
    needs_objective = held.role not in (RoleKind.STC_MEMBER, RoleKind.SECRETARIAT)
    needs_region = held.role == RoleKind.REGIONAL_REPRESENTATIVE
    if needs_objective and session.get(Objective, held.objective or "") is None:
        raise InvalidPersonError("The role {role} needs an objective, A1 to F3.", role=role)
    region = session.get(Place, held.region or "")
    if needs_region and (region is None or region.kind != PlaceKind.REGION):
        raise InvalidPersonError("The role {role} needs a region.", role=role)
    if held.objective and not needs_objective:
        raise InvalidPersonError("The role {role} has no objective.", role=role)
    if held.region and not needs_region:
        raise InvalidPersonError("The role {role} has no region.", role=role)
    organisation = session.get(Organisation, person.organisation_id or 0)
    if held.role in FOR_PARTNERS and not (organisation and register.may_send(organisation, day)):
        raise InvalidPersonError(
            "Only people from a partner or member organisation can have the role {role}.",
            role=role,
        )


def named(name: str) -> str:
    """The name as it is kept.

    Errors: InvalidPersonError for none.
    """
    if not texts.check(name).strip():
        raise InvalidPersonError("Fill in the name.")
    return name.strip()


def _person(session: Session, person_id: int) -> Person:
    person = session.get(Person, person_id)
    if person is None:
        raise UnknownReferenceError("There is no person {id}.", id=person_id)
    return person


def digest(code: str) -> str:
    """How an invitation is kept: whoever reads the store cannot use it."""
    return hashlib.sha256(code.encode()).hexdigest()


def _write(
    session: Session, actor: Actor, action: str, row: Row, before: SQLModel | None = None
) -> Row:
    return audit.write(session, actor.name, action, row, before, TAKEN)
