"""Rows that nobody changes: each is superseded by the next revision in its slot."""

import datetime as dt
from typing import TypeVar

import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.ground.errors import ConflictError
from store.ledger import audit
from store.ledger.knowledge import second_name
from store.models import Fact, Revision

Revised = TypeVar("Revised", bound=Revision)
Dated = TypeVar("Dated", bound=Fact)


def newest(
    session: Session, model: type[Revised], *slot: sa.ColumnElement[bool] | bool
) -> Revised | None:
    """The newest revision of a slot, whatever became of it; None for an empty one."""
    statement = select(model).where(*slot).order_by(col(model.revision).desc())
    return session.exec(statement).first()


def heads(
    session: Session, model: type[Revised], *conditions: sa.ColumnElement[bool]
) -> list[Revised]:
    """The newest revision of every slot, as far as the conditions hold of it; oldest first."""
    statement = select(model).where(is_head(model), *conditions)
    return list(session.exec(statement.order_by(col(model.id))))


def is_head(model: type[Revision]) -> sa.ColumnElement[bool]:
    """The condition that no later revision took a row's place."""
    return ~sa.exists().where(col(second_name(model).supersedes_id) == model.id)


def check_seen(head: Revision | None, seen: int | None) -> None:
    """Refuse to write over what the writer did not see: `seen` numbers the revision they saw.

    Errors: ConflictError.
    """
    if (head.id if head else None) != seen:
        raise ConflictError.of(audit.SOMEBODY_ELSE)


def supersede(
    session: Session, actor: str, action: str, row: Revised, previous: Revised | None
) -> Revised:
    """Write the row as the next revision after the one that heads its slot, or as the first.

    Errors: ConflictError.
    """
    return audit.write(session, actor, action, follow(row, previous), previous)


def follow(row: Revised, previous: Revised | None) -> Revised:
    """The row, made the next revision after the one that heads its slot, or the first."""
    if previous is not None:
        row.revision, row.supersedes_id = previous.revision + 1, previous.id
    return row


def revise(row: Dated, on: dt.date, **news: object) -> Dated:
    """The same as a new revision that nobody wrote yet, known from a day on, with news."""
    stamped = {"id", "recorded_at", "revision", "supersedes_id", "reason"}
    return type(row).model_validate(row.model_dump(exclude=stamped) | {"known_on": on} | news)
