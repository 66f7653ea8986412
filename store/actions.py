"""Every write: one function each, in the caller's transaction, with its audit entry."""

import datetime as dt

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel, col, select

from store import audit
from store.drafts import MeasurementDraft, check_against
from store.errors import ConflictError, UnknownReferenceError
from store.models import Indicator, Measurement, Place, Review, Target

SOMEBODY_ELSE = "Somebody else wrote this meanwhile. Load the page again and compare."


def report(session: Session, actor: str, draft: MeasurementDraft) -> Measurement:
    """Write a figure into its slot; where the slot has one, the new row supersedes it.

    The same client key a second time returns the row of the first time.
    Errors: UnknownReferenceError, InvalidMeasurementError, ConflictError when the slot holds
            another figure than the one the draft corrects.
    """
    same = session.exec(select(Measurement).where(Measurement.client_key == draft.client_key))
    if (already := same.first()) is not None:
        return already
    indicator = session.get(Indicator, draft.indicator_code)
    if indicator is None or session.get(Place, draft.place_code) is None:
        raise UnknownReferenceError(
            "There is no indicator {indicator} or no place {place}.",
            indicator=draft.indicator_code,
            place=draft.place_code,
        )
    check_against(indicator, draft)
    previous = slot_head(session, draft)
    if (previous.id if previous else None) != draft.corrects:
        raise ConflictError(SOMEBODY_ELSE)
    chain = {"reporter": actor}
    if previous is not None:
        chain |= {"revision": previous.revision + 1, "supersedes_id": previous.id}
    row = Measurement.model_validate(draft, update=chain)
    _insert(session, row)
    audit.record(session, actor, "report", row, previous)
    return row


def approve(
    session: Session, actor: str, measurement: Measurement, known_on: dt.date, comment: str = ""
) -> Review:
    """Let pages show the measurement from `known_on` on.

    Errors: ConflictError when it is approved already, or was reviewed at the same instant.
    """
    steps = session.exec(
        select(Review.step, Review.verdict).where(Review.measurement_id == measurement.id)
    ).all()
    if any(verdict == "approved" for _, verdict in steps):
        raise ConflictError("This figure is approved already; report a correction instead.")
    row = Review(
        measurement_id=measurement.id or 0,
        step=max((step for step, _ in steps), default=0) + 1,
        verdict="approved",
        comment=comment,
        reviewer=actor,
        known_on=known_on,
    )
    _insert(session, row)
    audit.record(session, actor, "approve", row)
    return row


def set_target(session: Session, actor: str, target: Target) -> Target:
    """Write a baseline or target; where its slot has one, the new row supersedes it.

    Errors: UnknownReferenceError, ConflictError.
    """
    if session.get(Indicator, target.indicator_code) is None:
        raise UnknownReferenceError(
            "There is no indicator {indicator}.", indicator=target.indicator_code
        )
    previous = session.exec(
        select(Target)
        .where(
            Target.plan_code == target.plan_code,
            Target.indicator_code == target.indicator_code,
            Target.role == target.role,
            Target.year == target.year,
        )
        .order_by(col(Target.revision).desc())
    ).first()
    if previous is not None:
        target.revision, target.supersedes_id = previous.revision + 1, previous.id
    target.reporter = actor
    _insert(session, target)
    audit.record(session, actor, "set target", target, previous)
    return target


def slot_head(session: Session, draft: MeasurementDraft) -> Measurement | None:
    """The newest revision of the draft's slot, approved or not."""
    return session.exec(
        select(Measurement)
        .where(
            Measurement.place_code == draft.place_code,
            Measurement.indicator_code == draft.indicator_code,
            Measurement.period_end == draft.period_end,
            Measurement.period_start == draft.period_start,
        )
        .order_by(col(Measurement.revision).desc())
    ).first()


def _insert(session: Session, row: SQLModel) -> None:
    session.add(row)
    try:
        session.flush()  # unique constraints and triggers speak here, inside the transaction
    except IntegrityError as error:
        raise ConflictError(SOMEBODY_ELSE) from error
