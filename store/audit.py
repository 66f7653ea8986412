"""The audit trail: every write leaves an entry in the same transaction."""

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, SQLModel, col, func, select

from store.models import AuditEntry


def record(
    session: Session, actor: str, action: str, row: SQLModel, before: SQLModel | None = None
) -> None:
    """Note that `actor` wrote `row`; the caller's transaction commits both or neither."""
    key = "/".join(str(part) for part in sa.inspect(row).identity or ())
    session.add(
        AuditEntry(
            actor=actor,
            action=action,
            subject=f"{row.__tablename__} {key}",
            before=_plain(before),
            after=_plain(row),
        )
    )


def latest_id(session: Session) -> int:
    """The highest entry: it changes whenever anything is written, by any process. 0 when empty."""
    return session.exec(select(func.max(col(AuditEntry.id)))).one() or 0


def _plain(row: SQLModel | None) -> dict[str, Any] | None:
    if row is None:
        return None
    return {
        name: _json(value) for name, value in row.model_dump().items() if value not in (None, "")
    }


def _json(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value
