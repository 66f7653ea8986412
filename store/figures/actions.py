"""Every write to the ledger: one function each, in the caller's transaction, with its audit entry.

Each asks `rights` first, whoever calls it: a form, an import, a command or the program itself.
"""

import datetime as dt

from sqlmodel import Session, select

from store.figures import judgement
from store.figures.draft import MeasurementDraft, client_key
from store.ground import texts
from store.ground.errors import (
    ConflictError,
    NotAllowedError,
    UnknownReferenceError,
)
from store.ledger import audit, revisions
from store.models import Indicator, Measurement, Place, Review, Verdict
from store.rights import rights
from store.rights.rights import Act, Actor

BY_ITS_REPORTER = "its reporter (local copy)"


def report(session: Session, actor: Actor, draft: MeasurementDraft) -> Measurement:
    """Write a figure into its slot; where the slot has one, the new row supersedes it.

    The very same figure sent a second time is the row of the first time, as long as it stands.
    Nothing can be reported before it was: the day is that on which the row is written.
    Errors: UnknownReferenceError, NotAllowedError, InvalidMeasurementError, ConflictError when
            the slot holds another figure than the one the draft corrects.
    """
    indicator = session.get(Indicator, draft.indicator_code)
    place = session.get(Place, draft.place_code)
    if indicator is None or place is None:
        raise UnknownReferenceError(
            "There is no indicator {indicator} or no place {place}.",
            indicator=draft.indicator_code,
            place=draft.place_code,
        )
    rights.demand(actor, Act.REPORT, rights.about(indicator, place))
    key = client_key(draft, actor.name)
    previous = slot_head(session, *draft.slot)
    if previous is not None and previous.client_key == key:
        return previous
    judgement.demand(indicator, draft, audit.instant(session).date())
    revisions.check_seen(previous, draft.corrects)
    row = Measurement.model_validate(draft, update={"reporter": actor.name, "client_key": key})
    return revisions.supersede(session, actor.name, "report", row, previous)


def approve(
    session: Session,
    actor: Actor,
    measurement: Measurement,
    known_on: dt.date,
    comment: str = "",
) -> Review:
    """Let pages show the measurement from `known_on` on.

    Errors: NotAllowedError, also for one's own figure; ConflictError when it is approved already,
            was superseded, or was reviewed at the same instant.
    """
    is_own = measurement.reporter == actor.name
    if is_own and not actor.may_review_own:
        raise NotAllowedError("Nobody approves their own figure; somebody else has to.")
    review = Review(
        measurement_id=measurement.id or 0,
        verdict=Verdict.APPROVED,
        comment=texts.check(comment),
        reviewer=BY_ITS_REPORTER if is_own and actor.is_local else actor.name,
        known_on=known_on,
    )
    return _review(session, actor, "approve", measurement, review)


def send_back(
    session: Session, actor: Actor, measurement: Measurement, on: dt.date, comment: str
) -> Review:
    """Return a figure to its reporter, who sees the comment.

    Errors: NotAllowedError, InvalidTextError without a comment, ConflictError as `approve`.
    """
    said = texts.demand(comment, "comment")
    review = Review(
        measurement_id=measurement.id or 0,
        verdict=Verdict.RETURNED,
        comment=said,
        reviewer=actor.name,
        known_on=on,
    )
    return _review(session, actor, "return", measurement, review)


def slot_head(
    session: Session, indicator_code: str, place_code: str, start: dt.date, end: dt.date
) -> Measurement | None:
    """The newest revision of the slot, approved or not."""
    return revisions.newest(
        session,
        Measurement,
        Measurement.place_code == place_code,
        Measurement.indicator_code == indicator_code,
        Measurement.period_end == end,
        Measurement.period_start == start,
    )


def _review(
    session: Session, actor: Actor, action: str, measurement: Measurement, review: Review
) -> Review:
    indicator = session.get_one(Indicator, measurement.indicator_code)
    place = session.get_one(Place, measurement.place_code)
    rights.demand(actor, Act.REVIEW, rights.about(indicator, place))
    newer = select(Measurement.id).where(Measurement.supersedes_id == measurement.id)
    if session.exec(newer).first() is not None:
        raise ConflictError("A newer figure has already taken its place; review that one.")
    steps = session.exec(
        select(Review.step, Review.verdict).where(Review.measurement_id == measurement.id)
    ).all()
    if any(verdict == Verdict.APPROVED for _, verdict in steps):
        raise ConflictError("This figure is approved already; report a correction instead.")
    review.step = max((step for step, _ in steps), default=0) + 1
    return audit.write(session, actor.name, action, review)
