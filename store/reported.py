"""Everything reported, approved or not, for those who may see it.

The public reads `queries`, which knows approved figures only; nothing here is shown without a
right to see it, or to who reported it.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from store import rights
from store.models import Indicator, Measurement, Place, Remark, Review
from store.rights import Act, Actor

State = Literal["pending", "returned", "approved"]


@dataclass(frozen=True, slots=True)
class Reported:
    """A figure as its reporter sent it, and where its review stands."""

    measurement: Measurement
    review: Review | None

    @property
    def state(self) -> State:
        """What the last step of its review made of it."""
        if self.review is None:
            return "pending"
        return "approved" if self.review.verdict == "approved" else "returned"


def heads(session: Session, actor: Actor, since: dt.date) -> list[Reported]:
    """The newest revision of each slot whose period ended since, of what the actor may see."""
    return list(_visible(session, actor, [_is_head(), col(Measurement.period_end) >= since]))


def pending(session: Session, actor: Actor) -> list[Reported]:
    """What waits for a review, oldest first, of what the actor may see."""
    step = aliased(Review)
    reviewed = sa.exists().where(
        step.measurement_id == Measurement.id  # pyright: ignore[reportArgumentType]
    )
    return list(_visible(session, actor, [_is_head(), ~reviewed]))


def history(session: Session, actor: Actor, measurement: Measurement) -> list[Reported]:
    """Every revision of the figure's slot that the actor may see, oldest first."""
    same_slot = [
        col(Measurement.indicator_code) == measurement.indicator_code,
        col(Measurement.place_code) == measurement.place_code,
        col(Measurement.period_start) == measurement.period_start,
        col(Measurement.period_end) == measurement.period_end,
    ]
    return list(_visible(session, actor, same_slot))


def remarks(session: Session, ids: Iterable[int]) -> dict[int, list[Remark]]:
    """What was said about each of the figures, oldest first."""
    found: dict[int, list[Remark]] = {}
    statement = select(Remark).where(col(Remark.measurement_id).in_(list(ids)))
    for remark in session.exec(statement.order_by(col(Remark.id))):
        found.setdefault(remark.measurement_id, []).append(remark)
    return found


def _is_head() -> sa.ColumnElement[bool]:
    newer = aliased(Measurement)
    return ~sa.exists().where(
        newer.supersedes_id == Measurement.id  # pyright: ignore[reportArgumentType]
    )


def _visible(
    session: Session, actor: Actor, conditions: list[sa.ColumnElement[bool]]
) -> Iterable[Reported]:
    last = aliased(Review)
    later_step = sa.exists().where(
        last.measurement_id == Review.measurement_id,  # pyright: ignore[reportArgumentType]
        last.step > Review.step,  # pyright: ignore[reportArgumentType]
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
        if is_own or rights.may(actor, Act.SEE, rights.about(indicator, place)):
            yield Reported(measurement, review)
