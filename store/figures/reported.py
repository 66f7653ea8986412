"""Everything reported, approved or not, for those who may see it.

The public reads `queries`, which knows approved figures only; nothing here is shown without a
right to see it, or to who reported it.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from store.figures.heads import Slot
from store.ledger.knowledge import Until
from store.models import Indicator, Measurement, Place, Remark, Review, Verdict
from store.rights import rights
from store.rights.rights import Act, Actor


class FigureState(StrEnum):
    """Where the review of a figure stands."""

    PENDING = "pending"
    RETURNED = "returned"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Reported:
    """A figure as its reporter sent it, and where its review stands."""

    measurement: Measurement
    review: Review | None

    @property
    def state(self) -> FigureState:
        """What the last step of its review made of it."""
        if self.review is None:
            return FigureState.PENDING
        is_approved = self.review.verdict == Verdict.APPROVED
        return FigureState.APPROVED if is_approved else FigureState.RETURNED

    def was_shown(self, until: Until) -> bool:
        """Whether pages showed it by then, if only until it was corrected."""
        return (
            self.review is not None
            and self.review.verdict == Verdict.APPROVED
            and until.includes(self.review.known_on, self.review.recorded_at)
        )


def heads(session: Session, actor: Actor, since: dt.date) -> list[Reported]:
    """The newest revision of each slot whose period ended since, of what the actor may see."""
    return list(_visible(session, actor, [_is_head(), col(Measurement.period_end) >= since]))


def pending(session: Session, actor: Actor) -> list[Reported]:
    """What waits for a review, oldest first, of what the actor may see."""
    step = aliased(Review)
    reviewed = sa.exists().where(col(step.measurement_id) == Measurement.id)
    return list(_visible(session, actor, [_is_head(), ~reviewed]))


def history(session: Session, actor: Actor, slot: Slot, until: Until) -> list[Reported]:
    """The revisions of a slot, oldest first: what pages showed by then.

    Who may see more sees what was recorded by that day and not approved, too.
    """
    indicator, place, start, end = slot
    conditions = [
        col(Measurement.indicator_code) == indicator,
        col(Measurement.place_code) == place,
        col(Measurement.period_start) == start,
        col(Measurement.period_end) == end,
    ]
    return [
        reported
        for reported, is_insider in _judged(session, actor, conditions)
        if reported.was_shown(until) or (is_insider and _was_there(reported.measurement, until))
    ]


def _was_there(row: Measurement, until: Until) -> bool:
    return until.includes(row.recorded_at.date(), row.recorded_at)


def remarks(session: Session, ids: Iterable[int]) -> dict[int, list[Remark]]:
    """What was said about each of the figures, oldest first."""
    by_figure: dict[int, list[Remark]] = {}
    statement = select(Remark).where(col(Remark.measurement_id).in_(list(ids)))
    for remark in session.exec(statement.order_by(col(Remark.id))):
        by_figure.setdefault(remark.measurement_id, []).append(remark)
    return by_figure


def _is_head() -> sa.ColumnElement[bool]:
    newer = aliased(Measurement)
    return ~sa.exists().where(col(newer.supersedes_id) == Measurement.id)


def _visible(
    session: Session, actor: Actor, conditions: list[sa.ColumnElement[bool]]
) -> Iterable[Reported]:
    return (reported for reported, is_insider in _judged(session, actor, conditions) if is_insider)


def _judged(
    session: Session, actor: Actor, conditions: list[sa.ColumnElement[bool]]
) -> Iterable[tuple[Reported, bool]]:
    """Each figure, and whether the actor may see it before it is approved."""
    last = aliased(Review)
    later_step = sa.exists().where(
        col(last.measurement_id) == Review.measurement_id,
        col(last.step) > Review.step,
    )
    rows = session.execute(
        sa.select(Measurement, Review, Indicator, Place)
        .join(Indicator, col(Indicator.code) == col(Measurement.indicator_code))
        .join(Place, col(Place.code) == col(Measurement.place_code))
        .outerjoin(Review, sa.and_(col(Review.measurement_id) == col(Measurement.id), ~later_step))
        .where(*conditions)
        .order_by(col(Measurement.id))
    )
    for measurement, review, indicator, place in rows:
        is_own = measurement.reporter == actor.name
        is_insider = is_own or rights.may(actor, Act.SEE, rights.about(indicator, place))
        yield Reported(measurement, review), is_insider
