"""The review of what waits: each figure beside what it would replace, and several judged at once.

Of several figures each is judged by itself: one that cannot be approved any more does not keep the
others waiting, and is named.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlmodel import Session, col, select

from store.figures import actions, moves, reported
from store.ground.errors import ConflictError, NotAllowedError
from store.ground.messages import Message
from store.ledger import audit
from store.models import Measurement, Remark, Review, Verdict
from store.reporting import plausibility
from store.reporting.plausibility import Background
from store.rights.rights import Actor


@dataclass(frozen=True, slots=True)
class Case:
    """A figure that waits, with all that it is held against.

    `replaces` is the approved figure of its slot that its approval would replace; where none was
    approved, the one that it corrects. None for the first figure of a slot.
    """

    row: Measurement
    replaces: Measurement | None
    background: Background
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A figure that stayed as it was, and why."""

    row: Measurement
    why: Message


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a figure that does not wait any more: `newer` took its place, or a review."""

    row: Measurement
    newer: Measurement | None
    review: Review | None


def cases(session: Session, plan_code: str, ids: Iterable[int], today: dt.date) -> list[Case]:
    """The figures with these numbers, in their order, as their reviewer needs them."""
    wanted = list(ids)
    measurements = session.exec(select(Measurement).where(col(Measurement.id).in_(wanted)))
    rows = {row.id: row for row in measurements}
    remarks = reported.remarks(session, wanted)
    pairs = {row.slot[:2] for row in rows.values()}
    around = plausibility.gather(session, plan_code, pairs, today)
    return [
        Case(
            row=rows[number],
            replaces=_replaced(session, rows[number]),
            background=around.of(rows[number]),
            remarks=tuple(remarks.get(number, ())),
        )
        for number in wanted
        if number in rows
    ]


def _replaced(session: Session, row: Measurement) -> Measurement | None:
    if row.supersedes_id is None:
        return _moved_from(session, row)
    approved = session.exec(
        select(Measurement)
        .join(Review, col(Review.measurement_id) == col(Measurement.id))
        .where(
            Measurement.place_code == row.place_code,
            Measurement.indicator_code == row.indicator_code,
            Measurement.period_end == row.period_end,
            Measurement.period_start == row.period_start,
            Measurement.revision < row.revision,
            Review.verdict == Verdict.APPROVED,
        )
        .order_by(col(Measurement.revision).desc())
    ).first()
    return approved or session.get_one(Measurement, row.supersedes_id)


def _moved_from(session: Session, row: Measurement) -> Measurement | None:
    """The figure that was reported for another period, where that was wrong."""
    left = moves.partner(session, row)
    if left is None or left.supersedes_id is None:
        return None
    return session.get_one(Measurement, left.supersedes_id)


def approve_each(
    session: Session, actor: Actor, ids: Iterable[int], today: dt.date, comment: str = ""
) -> list[Refused]:
    """Approve the figures in the caller's transaction; those that could not be, and why.

    Errors: InvalidTextError for the comment; then nothing is approved.
    """
    return _each(session, ids, lambda row: actions.approve(session, actor, row, today, comment))


def return_each(
    session: Session, actor: Actor, ids: Iterable[int], today: dt.date, comment: str
) -> list[Refused]:
    """Return the figures in the caller's transaction; those that could not be, and why.

    Errors: InvalidTextError for the comment; then nothing is returned.
    """
    return _each(session, ids, lambda row: actions.send_back(session, actor, row, today, comment))


def _each(
    session: Session, ids: Iterable[int], judge: Callable[[Measurement], Review]
) -> list[Refused]:
    audit.queue(session)  # what is checked for one of them stays true until all are written
    refused = []
    for row in moves.once(session, ids):
        try:
            judge(row)
        except (ConflictError, NotAllowedError) as error:
            refused.append(Refused(row, error.message))
    return refused


def fates(session: Session, ids: Iterable[int]) -> list[Fate]:
    """What became of figures that waited; nothing about those that still do."""
    found = [
        Fate(
            session.get_one(Measurement, number),
            reported.newer(session, number),
            reported.last_review(session, number),
        )
        for number in ids
    ]
    return [fate for fate in found if fate.newer or fate.review]
