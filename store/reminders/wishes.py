"""How somebody wishes to be reminded: the rhythm of messages and the address of a calendar."""

import secrets

from sqlmodel import Session, select

from store.ground.errors import NotAllowedError
from store.ledger import audit
from store.models import Person, ReminderWish, Rhythm
from store.people import people
from store.rights import rights
from store.rights.rights import Act, Actor


def of(session: Session, person_id: int) -> ReminderWish:
    """What the person wishes; the default for whoever has said nothing."""
    return session.get(ReminderWish, person_id) or ReminderWish(person_id=person_id)


def choose_rhythm(session: Session, actor: Actor, person_id: int, rhythm: Rhythm) -> ReminderWish:
    """Set how often somebody is reminded: by the person, or by the Secretariat for them.

    Errors: NotAllowedError, UnknownReferenceError.
    """
    row = _own(session, actor, person_id)
    row.rhythm = rhythm
    return audit.write(session, actor.name, "choose reminders", row)


def make_address(session: Session, actor: Actor, person_id: int) -> str:
    """The secret end of the address of the person's calendar; an older address is void.

    It is told once: the store keeps its digest only.
    Errors: NotAllowedError, UnknownReferenceError.
    """
    row = _own(session, actor, person_id)
    token = secrets.token_urlsafe(24)
    row.calendar = people.digest(token)
    audit.write(session, actor.name, "make calendar address", row)
    return token


def void_address(session: Session, actor: Actor, person_id: int) -> ReminderWish:
    """Nobody reads the person's calendar any more.

    Errors: NotAllowedError, UnknownReferenceError.
    """
    row = _own(session, actor, person_id)
    row.calendar = None
    return audit.write(session, actor.name, "void calendar address", row)


def reader_of(session: Session, token: str) -> Person | None:
    """Whose calendar an address leads to; None for one that was never made or is void."""
    wish = select(ReminderWish).where(ReminderWish.calendar == people.digest(token))
    found = session.exec(wish).first()
    return session.get(Person, found.person_id) if found else None


def _own(session: Session, actor: Actor, person_id: int) -> ReminderWish:
    person = people.find(session, person_id)
    is_own = actor.name == people.name_in_ledger(person_id)
    if not is_own:
        rights.demand(actor, Act.MANAGE_PEOPLE)
    if person.name == people.ERASED:
        raise NotAllowedError("Nobody reminds a person who was erased.")
    return of(session, person_id)
