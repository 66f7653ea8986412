"""The roles of people: who may be what, from when until when."""

import datetime as dt

import sqlalchemy as sa
from sqlmodel import Session, col, or_, select

from store.ground.errors import InvalidPersonError, UnknownReferenceError
from store.ledger import audit
from store.models import Objective, Organisation, Person, Place, PlaceKind, Role, RoleKind
from store.partners import register
from store.people import people
from store.rights import rights
from store.rights.rights import Act, Actor, Grant

FOR_PARTNERS = (RoleKind.REGIONAL_REPRESENTATIVE, RoleKind.TASK_FORCE_LEADER)


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
    person = people.find(session, person_id)
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
    return audit.write(session, actor.name, "grant role", row)


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
    return audit.write(session, actor.name, "end role", row, before)


def everything(session: Session) -> list[Role]:
    """Every role that was ever given, oldest first."""
    return list(session.exec(select(Role).order_by(col(Role.id))))


def actor_of(session: Session, person: Person, day: dt.date) -> Actor:
    """The person with the roles held on a day."""
    number = person.id or 0
    return Actor(people.name_in_ledger(number), tuple(grants_on(session, number, day)))


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
