"""Every write to the ledger: one function each, in the caller's transaction, with its audit entry.

Each asks `rights` first, whoever calls it: a form, an import, a command or the program itself.
"""

import datetime as dt
from collections.abc import Sequence

from sqlmodel import Session, SQLModel, col, select

from store.figures import heads, judgement, moves
from store.figures.draft import MeasurementDraft, client_key
from store.figures.heads import Slot
from store.ground.errors import (
    ConflictError,
    InvalidMeasurementError,
    UnknownReferenceError,
)
from store.ground.messages import Message
from store.ledger import audit, review_steps, revisions
from store.ledger.review_steps import Reviewed, Ruling
from store.models import Indicator, Measurement, Place, Review, Verdict
from store.plan import rules
from store.rights import rights
from store.rights.rights import Act, Actor

REVIEWED = Reviewed(
    Measurement,
    Review,
    "",
    own=Message("Nobody approves their own figure; somebody else has to."),
    superseded=Message("A newer figure has already taken its place; review that one."),
    approved=Message("This figure is approved already; report a correction instead."),
)


def report(session: Session, actor: Actor, draft: MeasurementDraft) -> Measurement:
    """Write a figure into its slot; where the slot has one, the new row supersedes it.

    The very same figure sent a second time is the row of the first time, as long as it stands.
    Nothing can be reported before it was: the day is that on which the row is written.
    Errors: UnknownReferenceError, NotAllowedError, InvalidMeasurementError, ConflictError when
            the slot holds another figure than the one the draft corrects.
    """
    [row] = report_all(session, actor, [draft])
    return row


def report_all(
    session: Session, actor: Actor, drafts: Sequence[MeasurementDraft]
) -> list[Measurement]:
    """Report many figures at once, all or none: their rows, in the order of the drafts.

    Errors: those of `report`; ConflictError, too, where two drafts speak of one slot.
    """
    indicators = _check_rights(session, actor, drafts)
    today = audit.instant(session).date()
    held = heads.of_slots(session, [draft.slot for draft in drafts])
    rows: dict[Slot, Measurement | None] = {}
    news: list[tuple[dict[str, object], SQLModel | None]] = []
    for draft in drafts:
        if draft.slot in rows:
            raise ConflictError("Two of these figures are about the same period; send one.")
        previous, key = held.get(draft.slot), client_key(draft, actor.name)
        if previous is not None and previous.client_key == key:
            rows[draft.slot] = previous
            continue
        judgement.demand(indicators[draft.indicator_code], draft, today)
        revisions.check_seen(previous, draft.corrects)
        place = {
            "revision": previous.revision + 1 if previous else 0,
            "supersedes_id": previous.id if previous else None,
        }
        written = {"reporter": actor.name, "client_key": key, **place}
        news.append((draft.model_dump(exclude={"corrects"}) | written, previous))
        rows[draft.slot] = None
    made = iter(audit.insert_all(session, actor.name, "report", Measurement, news))
    return [row or next(made) for row in rows.values()]


def move(session: Session, actor: Actor, left: Measurement, draft: MeasurementDraft) -> Measurement:
    """Correct a figure and its period: it goes into its slot, and the one it leaves says so.

    Both are reported and reviewed as one, so that the figure never counts twice.
    Errors: those of `report`; InvalidMeasurementError where it is not a period that is wrong.
    """
    if draft.slot[:2] != left.slot[:2] or draft.slot == left.slot:
        raise InvalidMeasurementError("Only a figure’s period can be moved.")
    row = report(session, actor, draft)
    gap = MeasurementDraft(
        indicator_code=left.indicator_code,
        place_code=left.place_code,
        period_start=left.period_start,
        period_end=left.period_end,
        missing_reason=moves.told(row.id or 0),
        reason=draft.reason,
        corrects=left.id,
    )
    report(session, actor, gap)
    return row


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
    return _review(session, actor, measurement, Ruling(Verdict.APPROVED, known_on, comment))


def send_back(
    session: Session, actor: Actor, measurement: Measurement, on: dt.date, comment: str
) -> Review:
    """Return a figure to its reporter, who sees the comment.

    Errors: NotAllowedError, InvalidTextError without a comment, ConflictError as `approve`.
    """
    return _review(session, actor, measurement, Ruling(Verdict.RETURNED, on, comment))


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


def _check_rights(
    session: Session, actor: Actor, drafts: Sequence[MeasurementDraft]
) -> dict[str, Indicator]:
    """Refuse what is about nothing we know, or not the actor's; the indicators by code."""
    pairs = dict.fromkeys(draft.slot[:2] for draft in drafts)
    codes, place_codes = {code for code, _ in pairs}, {code for _, code in pairs}
    with_codes = select(Indicator).where(col(Indicator.code).in_(codes))
    ruled = rules.in_force(session, session.exec(with_codes))
    indicators = {indicator.code: indicator for indicator in ruled}
    at_places = select(Place).where(col(Place.code).in_(place_codes))
    places = {place.code: place for place in session.exec(at_places)}
    for indicator_code, place_code in pairs:
        indicator, place = indicators.get(indicator_code), places.get(place_code)
        if indicator is None or place is None:
            raise UnknownReferenceError(
                "There is no indicator {indicator} or no place {place}.",
                indicator=indicator_code,
                place=place_code,
            )
        rights.demand(actor, Act.REPORT, rights.about(indicator, place))
    return indicators


def _review(session: Session, actor: Actor, measurement: Measurement, ruling: Ruling) -> Review:
    """Review a figure, and with it the slot that it left or went to."""
    indicator = session.get_one(Indicator, measurement.indicator_code)
    place = session.get_one(Place, measurement.place_code)
    rights.demand(actor, Act.REVIEW, rights.about(indicator, place))
    review = review_steps.take(session, actor, REVIEWED, measurement, ruling)
    partner = moves.partner(session, measurement)
    if partner is not None:
        before = review_steps.taken(session, REVIEWED, partner)
        if ruling.verdict not in [step.verdict for step in before]:
            review_steps.take(session, actor, REVIEWED, partner, ruling)
    return review
