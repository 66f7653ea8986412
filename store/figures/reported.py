"""Everything reported, approved or not, for those who may see it.

The public reads `queries`, which knows approved figures only; nothing here is shown without a
right to see it, or to who reported it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from store.figures.heads import MANY, Slot
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


def newer(session: Session, measurement_id: int) -> Measurement | None:
    """The newest figure that took the place of this one; None while it stands."""
    found, following = None, session.get(Measurement, measurement_id)
    while following is not None:
        found, following = (
            following,
            session.exec(
                select(Measurement).where(Measurement.supersedes_id == following.id)
            ).first(),
        )
    return None if found is None or found.id == measurement_id else found


def last_review(session: Session, measurement_id: int) -> Review | None:
    """The last step of the figure's review; None for one that waits."""
    steps = select(Review).where(Review.measurement_id == measurement_id)
    return session.exec(steps.order_by(col(Review.step).desc())).first()


def of_numbers(session: Session, actor: Actor, numbers: Sequence[int]) -> list[Reported]:
    """The figures of these numbers that the actor may see, in the order in which they came."""
    found: list[Reported] = []
    for first in range(0, len(numbers), MANY):
        few = numbers[first : first + MANY]
        found += _visible(session, actor, [col(Measurement.id).in_(few)])
    return found


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
