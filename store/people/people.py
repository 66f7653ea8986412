"""People: who is added, invited, signed out, named."""

import hashlib
import re
import secrets

from sqlmodel import Session, col, select

from store.ground.errors import UnknownReferenceError
from store.ground.messages import Message
from store.ledger import audit
from store.models import Organisation, Person
from store.people.person_draft import PersonDraft
from store.rights import rights
from store.rights.rights import Act, Actor

ERASED = "erased person"
_IN_LEDGER = re.compile(r"person (\d+)")

TAKEN = Message("Somebody has this name, address or identity already.")


def name_in_ledger(person_id: int) -> str:
    """How the ledger names a person, so that the details can be erased."""
    return f"person {person_id}"


def number_in_ledger(name: str) -> int | None:
    """The number of the person whom the ledger names so; None for any other name."""
    found = _IN_LEDGER.fullmatch(name)
    return int(found[1]) if found else None


def is_known(session: Session, name: str) -> bool:
    """Whether somebody has this name in the ledger."""
    number = number_in_ledger(name)
    return number is not None and session.get(Person, number) is not None


def add_person(session: Session, actor: Actor, draft: PersonDraft) -> Person:
    """Add somebody who may sign in.

    Errors: NotAllowedError, UnknownReferenceError, ConflictError for an address that is there.
    """
    rights.demand(actor, Act.MANAGE_PEOPLE)
    home = draft.organisation_id
    if home is not None and session.get(Organisation, home) is None:
        raise UnknownReferenceError("There is no such organisation.")
    row = Person.model_validate(draft, update={"added_at": audit.instant(session)})
    return write(session, actor, "add person", row)


def invite(session: Session, actor: Actor, person_id: int) -> str:
    """A code that binds whoever signs in with it to the person, once; an older one is void.

    Errors: NotAllowedError, UnknownReferenceError.
    """
    rights.demand(actor, Act.MANAGE_PEOPLE)
    person = find(session, person_id)
    code = secrets.token_urlsafe(12)
    person.invitation = digest(code)
    write(session, actor, "invite", person)
    return code


def revoke_sessions(session: Session, actor: Actor, person_id: int) -> Person:
    """Whoever is signed in as this person must sign in anew.

    Errors: NotAllowedError, UnknownReferenceError.
    """
    rights.demand(actor, Act.MANAGE_PEOPLE)
    person = find(session, person_id)
    person.revoked_at = audit.instant(session)
    return write(session, actor, "revoke sessions", person)


def set_consent(session: Session, person: Person, *, shows_name: bool) -> Person:
    """Let everybody read the person's name, or not; the person's own word."""
    person.shows_name = shows_name
    return audit.write(session, name_in_ledger(person.id or 0), "consent to be named", person)


def everybody(session: Session) -> list[Person]:
    """All who were added and not erased, by name."""
    rows = select(Person).where(Person.name != ERASED).order_by(col(Person.name))
    return list(session.exec(rows))


def find(session: Session, person_id: int) -> Person:
    """The person of a number.

    Errors: UnknownReferenceError.
    """
    person = session.get(Person, person_id)
    if person is None:
        raise UnknownReferenceError("There is no person {id}.", id=person_id)
    return person


def digest(code: str) -> str:
    """How an invitation is kept: whoever reads the store cannot use it."""
    return hashlib.sha256(code.encode()).hexdigest()


def write(session: Session, actor: Actor, action: str, person: Person) -> Person:
    """Write a person and note it.

    Errors: ConflictError for an address or identity that is there.
    """
    return audit.write(session, actor.name, action, person, refusal=TAKEN)
