"""What was written since an audit entry, as far as it concerns somebody who reads a page."""

import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.models import AuditEntry

# What moves a verdict for everybody. What only waits, and what is said about it, does not.
OF_FIGURES_AND_PLAN = (
    "approve",
    "set target",
    "set calendar",
    "reword",
    "add plan version",
    "ship",
)
# What waits for a review, is said about it, or concerns one person's account: nothing of it
# shows where everybody reads.
OF_NO_PUBLIC = (
    "report",
    "return",
    "remark",
    "leave notice",
    "choose reminders",
    "make calendar address",
    "void calendar address",
    "introduce person",
    "ask to join",
    "bind identity",
    "sign out",
    "revoke sessions",
)
_NEWEST_PUBLIC = (
    select(AuditEntry.id)
    .where(col(AuditEntry.action).not_in(OF_NO_PUBLIC))
    .order_by(col(AuditEntry.id).desc())
    .limit(1)
)


def newest_public(session: Session) -> int:
    """The highest entry of what everybody may read; 0 where there is none."""
    return session.exec(_NEWEST_PUBLIC).first() or 0


def of_figures_and_plan(session: Session, since: int) -> bool:
    """Whether a figure was approved or the plan changed after the entry of this number."""
    return _is_any(session, since, col(AuditEntry.action).in_(OF_FIGURES_AND_PLAN))


def of_figures(session: Session, since: int, indicator_code: str, place_code: str) -> bool:
    """Whether a figure of the indicator and place was written after the entry of this number."""
    written = col(AuditEntry.after)
    is_about = sa.and_(
        written["indicator_code"].as_string() == indicator_code,
        written["place_code"].as_string() == place_code,
    )
    return _is_any(session, since, is_about)


def by(session: Session, actor: str, since: int) -> bool:
    """Whether the actor wrote anything after the entry of this number."""
    return _is_any(session, since, col(AuditEntry.actor) == actor)


def _is_any(session: Session, since: int, condition: sa.ColumnElement[bool]) -> bool:
    found = select(AuditEntry.id).where(col(AuditEntry.id) > since, condition).limit(1)
    return session.exec(found).first() is not None
