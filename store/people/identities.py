"""Who somebody is that signs in: an identity bound to a person, once."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from store.ledger import audit
from store.models import Person
from store.people import people


@dataclass(frozen=True, slots=True)
class Identity:
    """What an identity provider vouches for; `email` only where it verified the address."""

    issuer: str
    subject: str
    email: str | None = None


def find(session: Session, identity: Identity) -> Person | None:
    """Whom an identity is bound to, if anybody."""
    return session.exec(
        select(Person).where(Person.issuer == identity.issuer, Person.subject == identity.subject)
    ).first()


def bind(session: Session, identity: Identity, code: str = "") -> Person | None:
    """Bind an identity at its first sign-in: by its verified address, or by an invitation.

    Returns the person, also when bound before; None for somebody nobody added, whose address was
    bound to another identity, or whose code is wrong or used.
    """
    if (known := find(session, identity)) is not None and not code:
        return known
    statement = select(Person)
    if code:
        statement = statement.where(Person.invitation == people.digest(code.strip()))
    elif identity.email:
        statement = statement.where(
            Person.email == identity.email.strip().lower(), col(Person.subject).is_(None)
        )
    else:
        return None
    person = session.exec(statement).first()
    if person is None or (known is not None and known.id != person.id):
        return None
    person.issuer, person.subject, person.invitation = identity.issuer, identity.subject, None
    return _write(session, "bind identity", person)


def end_own_sessions(session: Session, person: Person) -> Person:
    """Sign the person out everywhere; a copied cookie is worth nothing then."""
    person.revoked_at = audit.instant(session)
    return _write(session, "sign out", person)


def _write(session: Session, action: str, person: Person) -> Person:
    return audit.write(session, people.name_in_ledger(person.id or 0), action, person)
