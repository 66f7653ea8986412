"""The audit trail read back, by those with a right to it."""

import sqlalchemy as sa
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from store.ground import texts
from store.models import AuditEntry
from store.rights import rights
from store.rights.rights import Act, Actor


def actions(session: Session, actor: Actor) -> list[str]:
    """Every kind of write there was, by name.

    Errors: NotAllowedError.
    """
    rights.demand(actor, Act.READ_AUDIT)
    return sorted(session.exec(select(AuditEntry.action).distinct()))


def count(session: Session, actor: Actor, action: str, words: str, most: int) -> int:
    """How many entries there are of an action with the words, as `entries` has them; 0 to `most`.

    Errors: NotAllowedError, InvalidTextError.
    """
    found = _matching(actor, action, words).with_only_columns(col(AuditEntry.id)).limit(most)
    return session.execute(sa.select(sa.func.count()).select_from(found.subquery())).scalar_one()


def entries(
    session: Session, actor: Actor, action: str, words: str, most: int, first: int = 0
) -> list[AuditEntry]:
    """The newest entries of an action ("" for all) whose actor or row contains the words.

    They begin with the one that has `first` newer ones.
    Errors: NotAllowedError, InvalidTextError.
    """
    matching = _matching(actor, action, words).order_by(col(AuditEntry.id).desc())
    return list(session.exec(matching.offset(first).limit(most)))


def _matching(actor: Actor, action: str, words: str) -> SelectOfScalar[AuditEntry]:
    rights.demand(actor, Act.READ_AUDIT)
    texts.check(words)  # PostgreSQL cannot even look for every character
    statement = select(AuditEntry)
    if action:
        statement = statement.where(AuditEntry.action == action)
    if words:
        matches = col(AuditEntry.actor).contains(words, autoescape=True) | col(
            AuditEntry.subject
        ).contains(words, autoescape=True)
        statement = statement.where(matches)
    return statement
