"""Somebody leaves: roles end, and what they had to do goes to a successor, all of it or nothing.

A draft is private. It goes to the successor who takes over the duty that it is for, and is deleted
otherwise; whoever arranges this learns how many there are, never what is in them.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlmodel import Session, col, or_, select

from store.ground.errors import InvalidPersonError, UnknownReferenceError
from store.ledger.knowledge import Until
from store.meetings import decisions
from store.meetings.decision_draft import DecisionDraft
from store.models import Application, Decision, Indicator, Person, Place, Role, SavedDraft
from store.people import joining, people, roles
from store.reporting import saved_drafts
from store.reporting.saved_drafts import Slot
from store.rights import rights
from store.rights.rights import Act, Actor, Grant, Where
from store.samplings import samplings


@dataclass(frozen=True, slots=True)
class Holdings:
    """What somebody holds: roles from a day on, those that nobody else has, and open work.

    `wishes` are those to join a task force that nobody has answered.
    """

    roles: list[Role]
    sole: list[Role]
    decisions: list[Decision]
    drafts: int
    wishes: list[Application]


@dataclass(frozen=True, slots=True)
class Handover:
    """Who leaves, on which first day without them, and who takes over which of their roles.

    `note` is said of every open decision that moves, `answer` to every wish to join that waits.
    Without a successor nothing is taken over.
    """

    person_id: int
    on: dt.date
    successor_id: int | None = None
    role_ids: Collection[int] = ()
    note: str = ""
    answer: str = ""


def look(session: Session, actor: Actor, person_id: int, on: dt.date, today: dt.date) -> Holdings:
    """What somebody would leave behind whose roles end on a day.

    Errors: NotAllowedError, UnknownReferenceError.
    """
    rights.demand(actor, Act.MANAGE_PEOPLE)
    people.find(session, person_id)
    held = _roles(session, person_id, on)
    return Holdings(
        roles=held,
        sole=[role for role in held if not _is_held_by_others(session, role, on)],
        decisions=_decisions(session, actor, person_id, today),
        drafts=len(_drafts(session, person_id)),
        wishes=_wishes(session, person_id),
    )


def hand_over(session: Session, actor: Actor, handover: Handover, today: dt.date) -> None:
    """End all roles of somebody, and give the successor the roles named, decisions and drafts.

    Without a successor the decisions keep their owner, and the drafts are deleted. Wishes to join
    that wait are declined: whoever has left would otherwise be given a role anew.
    Errors: NotAllowedError, UnknownReferenceError, InvalidPersonError for a day to come, for a
            successor who cannot take over or is the same person, InvalidTextError without the note
            or the answer that is needed.
    """
    rights.demand(actor, Act.MANAGE_PEOPLE)
    people.find(session, handover.person_id)
    successor = _successor(session, handover)
    if handover.on > today:
        raise InvalidPersonError("Hand over on the day itself, not before {day}.", day=handover.on)
    held = _roles(session, handover.person_id, handover.on)
    if set(handover.role_ids) - {role.id for role in held}:
        raise UnknownReferenceError("One of these roles is not this person’s any more.")
    for role in held:
        _pass_on(session, actor, role, handover)
    if successor is not None:
        _move_decisions(session, actor, handover, successor, today)
    _move_drafts(session, handover.person_id, successor, today)
    for wish in _wishes(session, handover.person_id):
        joining.decline(session, actor, wish.id or 0, handover.answer, today)


def _successor(session: Session, handover: Handover) -> Person | None:
    if handover.successor_id is None:
        return None
    if handover.successor_id == handover.person_id:
        raise InvalidPersonError("Choose somebody else as the successor.")
    found = people.find(session, handover.successor_id)
    if found.name == people.ERASED:
        raise InvalidPersonError("The successor was erased; choose somebody else.")
    return found


def _roles(session: Session, person_id: int, on: dt.date) -> list[Role]:
    """The person's roles that have not ended by then, those to come included."""
    open_still = or_(col(Role.valid_to).is_(None), col(Role.valid_to) > on)
    own = select(Role).where(Role.person_id == person_id, open_still)
    return list(session.exec(own.order_by(col(Role.id))))


def _is_held_by_others(session: Session, role: Role, on: dt.date) -> bool:
    others = select(Role).where(
        Role.person_id != role.person_id, Role.role == role.role, roles.held_on(on)
    )
    seat = (role.objective_code, role.region_code)
    return any((one.objective_code, one.region_code) == seat for one in session.exec(others))


def _pass_on(session: Session, actor: Actor, role: Role, handover: Handover) -> None:
    """End a role; the successor has it from then on if they are to take it over."""
    first_day = max(handover.on, role.valid_from)
    held = Grant(role.role, role.objective_code, role.region_code)
    roles.end_role(session, actor, role.id or 0, first_day)
    heir = handover.successor_id if role.id in handover.role_ids else None
    if heir is not None and held not in roles.grants_on(session, heir, first_day):
        roles.grant(session, actor, heir, held, first_day)


def _decisions(session: Session, actor: Actor, person_id: int, today: dt.date) -> list[Decision]:
    known = decisions.unfinished(decisions.known(session, actor, Until.day(today)))
    return [row for row in known if row.owner == people.name_in_ledger(person_id)]


def _move_decisions(
    session: Session, actor: Actor, handover: Handover, successor: Person, today: dt.date
) -> None:
    owner = people.name_in_ledger(successor.id or 0)
    for row in _decisions(session, actor, handover.person_id, today):
        moved = DecisionDraft.of(row, owner=owner, note=handover.note, known_on=today)
        decisions.record(session, actor, moved, row.id)


def _wishes(session: Session, person_id: int) -> list[Application]:
    return [row for row in joining.waiting(session) if row.person_id == person_id]


def _drafts(session: Session, person_id: int) -> list[SavedDraft]:
    own = SavedDraft.author == people.name_in_ledger(person_id)
    return list(session.exec(select(SavedDraft).where(own)))


def _move_drafts(
    session: Session, person_id: int, successor: Person | None, today: dt.date
) -> None:
    """Give drafts to whoever owes the same figure now and has typed nothing for it; else none."""
    heir = roles.actor_of(session, successor, today) if successor else None
    for row in _drafts(session, person_id):
        if heir is not None and _takes(session, heir, row):
            row.author = heir.name
            session.add(row)
        else:
            session.delete(row)
    session.flush()


def _takes(session: Session, heir: Actor, row: SavedDraft) -> bool:
    slot = saved_drafts.slot_of(row)
    return (
        rights.may(heir, Act.REPORT, _about(session, row, slot))
        and saved_drafts.load(session, heir, slot) is None
    )


def _about(session: Session, row: SavedDraft, slot: Slot | None) -> Where:
    """What a draft is about; a sampling of which nobody chose the country is about no region."""
    if slot is not None:
        indicator = session.get_one(Indicator, slot.indicator_code)
        return rights.about(indicator, session.get_one(Place, slot.place_code))
    place = row.content.get("place_code")
    return samplings.where(session, place) if place else Where(samplings.OBJECTIVE, None)
