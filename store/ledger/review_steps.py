"""Reviews, whatever is reviewed: who may sign a row, by which clock, and which rows count.

The right to review a row is asked for before, where its subject is known.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.ground import texts
from store.ground.errors import ConflictError, NotAllowedError
from store.ground.messages import Message
from store.ledger import audit, revisions
from store.ledger.knowledge import Until, second_name
from store.models import ReviewStep, Revision, Verdict
from store.rights.rights import Actor

ACTIONS = {Verdict.APPROVED: "approve", Verdict.RETURNED: "return"}
BY_ITS_REPORTER = "its reporter (local copy)"

Row = TypeVar("Row", bound=Revision)
Step = TypeVar("Step", bound=ReviewStep)


@dataclass(frozen=True, slots=True)
class Ruling:
    """How a row is reviewed: the verdict, from which day on it is known, and a comment."""

    verdict: Verdict
    known_on: dt.date
    comment: str

    @property
    def approves(self) -> bool:
        """Whether pages are to show the row."""
        return self.verdict == Verdict.APPROVED


@dataclass(frozen=True, slots=True)
class Reviewed(Generic[Row, Step]):
    """A table whose rows are reviewed, the table of their steps, and what a refusal says.

    `action` is what the audit calls a row, "" for a figure.
    """

    rows: type[Row]
    steps: type[Step]
    action: str
    own: Message
    superseded: Message
    approved: Message

    @property
    def key(self) -> str:
        """The column in which a step names the row."""
        return f"{self.rows.__tablename__}_id"

    def of(self, steps: Any) -> sa.ColumnElement[bool]:  # noqa: ANN401  # the table or an alias
        """Whether a step is about a row of the query."""
        return getattr(steps, self.key) == self.rows.id


def take(
    session: Session, actor: Actor, reviewed: Reviewed[Row, Step], row: Row, ruling: Ruling
) -> Step:
    """Write the next step of a row's review.

    Errors: NotAllowedError for one's own; InvalidTextError for a return without a comment;
            ConflictError when it is approved already, was superseded, was reviewed at the same
            instant, or the clock cannot be believed.
    """
    is_own = row.reporter == actor.name
    if ruling.approves and is_own and not actor.may_review_own:
        raise NotAllowedError.of(reviewed.own)
    comment = texts.check(ruling.comment)
    if ruling.approves:
        audit.demand_clock(session)
    else:
        comment = texts.demand(comment, "comment")
    newer = select(reviewed.rows.id).where(reviewed.rows.supersedes_id == row.id)
    if session.exec(newer).first() is not None:
        raise ConflictError.of(reviewed.superseded)
    before = taken(session, reviewed, row)
    if any(step.verdict == Verdict.APPROVED for step in before):
        raise ConflictError.of(reviewed.approved)
    is_signed_by_reporter = ruling.approves and is_own and actor.is_local
    step = reviewed.steps(
        step=max((step.step for step in before), default=0) + 1,
        verdict=ruling.verdict,
        comment=comment,
        reviewer=BY_ITS_REPORTER if is_signed_by_reporter else actor.name,
        known_on=ruling.known_on,
    )
    setattr(step, reviewed.key, row.id)
    action = f"{ACTIONS[ruling.verdict]} {reviewed.action}".strip()
    return audit.write(session, actor.name, action, step)


def taken(session: Session, reviewed: Reviewed[Row, Step], row: Row) -> Sequence[Step]:
    """The steps of a row's review so far."""
    about = getattr(reviewed.steps, reviewed.key) == row.id
    return session.exec(select(reviewed.steps).where(about)).all()


def approved(
    session: Session,
    reviewed: Reviewed[Row, Step],
    until: Until,
    counts: sa.ColumnExpressionArgument[bool],
) -> list[tuple[Row, Step]]:
    """What stands approved and `counts`, with its approval, in no order.

    A later revision of the slot that is approved too takes its place, whether it counts or not.
    """
    rows, steps = reviewed.rows, reviewed.steps
    later, its_step = second_name(rows), second_name(steps)
    corrected = sa.exists().where(
        *(getattr(later, name) == getattr(rows, name) for name in rows.SLOT),
        col(later.revision) > rows.revision,
        getattr(its_step, reviewed.key) == later.id,
        col(its_step.verdict) == Verdict.APPROVED,
        until.covers(its_step),
    )
    statement = (
        select(rows, steps)
        .join(steps, reviewed.of(steps))
        .where(counts, col(steps.verdict) == Verdict.APPROVED, until.covers(steps), ~corrected)
    )
    return list(session.exec(statement).all())


def waiting(session: Session, reviewed: Reviewed[Row, Step]) -> list[Row]:
    """The newest row of every slot that nobody reviewed yet, oldest first."""
    is_reviewed = sa.exists().where(reviewed.of(reviewed.steps))
    return revisions.heads(session, reviewed.rows, ~is_reviewed)
