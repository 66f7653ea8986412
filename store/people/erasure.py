"""Forgetting a person: the details go, the number that the ledger keeps stays."""

import datetime as dt

import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.ledger import audit
from store.models import (
    Answer,
    Application,
    Person,
    ReminderWish,
    Role,
    SavedDraft,
    SentReminder,
)
from store.people import people, roles
from store.people.people import ERASED
from store.rights import rights
from store.rights.rights import Act, Actor


def erase(session: Session, actor: Actor, person_id: int, today: dt.date) -> Person:
    """Forget everything about a person but the number that the ledger keeps; end all roles.

    What they had typed and not sent goes, too.
    Errors: NotAllowedError, UnknownReferenceError.
    """
    rights.demand(actor, Act.MANAGE_PEOPLE)
    person = people.find(session, person_id)
    for row in session.exec(select(Role).where(Role.person_id == person_id)):
        if row.valid_to is None or row.valid_to > today:
            roles.end_role(session, actor, row.id or 0, max(today, row.valid_from))
    for row in session.exec(select(Application).where(Application.person_id == person_id)):
        row.organisation_name = row.motivation = ERASED
        if row.verdict is None:
            row.verdict, row.decided_by, row.decided_on = Answer.DECLINED, actor.name, today
        session.add(row)
    own = col(SavedDraft.author) == people.name_in_ledger(person_id)
    session.execute(sa.delete(SavedDraft).where(own))
    for table in (ReminderWish, SentReminder):
        session.execute(sa.delete(table).where(col(table.person_id) == person_id))
    person.name, person.shows_name = ERASED, False
    person.email = person.issuer = person.subject = person.invitation = None
    person.organisation_id = None
    person.revoked_at = audit.instant(session)
    return people.write(session, actor, "erase person", person)
