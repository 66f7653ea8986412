"""Years declared complete: reported by who may report the figures, approved by somebody else.

In a complete year silence is none: whatever there was is reported, zeros too. A year of the world
is complete when it was declared for the world, or for every region.
"""

import datetime as dt
from collections.abc import Collection, Iterable

from sqlmodel import Session, col, select

from store.figures.complete_year_draft import CompleteYearDraft
from store.ground import texts
from store.ground.errors import InvalidMeasurementError, UnknownReferenceError
from store.ground.messages import Message
from store.ledger import audit, review_steps, revisions
from store.ledger.knowledge import Until
from store.ledger.review_steps import Reviewed, Ruling
from store.models import CompleteYear, CompleteYearReview, Indicator, Place, Verdict
from store.models.places import WORLD
from store.progress import Kind
from store.rights import rights
from store.rights.rights import Act, Actor

REVIEWED = Reviewed(
    CompleteYear,
    CompleteYearReview,
    "complete year",
    own=Message("Nobody approves their own declaration; somebody else has to."),
    superseded=Message("A newer declaration has taken its place; review that one."),
    approved=Message("This year’s declaration is approved already."),
)


def declare(session: Session, actor: Actor, draft: CompleteYearDraft) -> CompleteYear:
    """Write that a year is complete, or is no more; it counts once it is approved.

    Errors: UnknownReferenceError, NotAllowedError, InvalidMeasurementError, InvalidTextError,
            ConflictError when somebody else declared meanwhile.
    """
    head = check(session, actor, draft, audit.instant(session).year)
    row = CompleteYear.model_validate(draft, update={"reporter": actor.name})
    return revisions.supersede(session, actor.name, "declare year complete", row, head)


def check(
    session: Session, actor: Actor, draft: CompleteYearDraft, this_year: int
) -> CompleteYear | None:
    """The declaration that the draft supersedes, None for a first one; nothing is written.

    Errors: as `declare`.
    """
    indicator, place = _subject(session, draft.indicator_code, draft.place_code)
    rights.demand(actor, Act.REPORT, rights.about(indicator, place))
    if indicator.kind != Kind.RATE:
        raise InvalidMeasurementError(
            "{name} is not counted by years: no year of it can be complete.", name=indicator.name
        ).at("indicator_code")
    if draft.year >= this_year:
        raise InvalidMeasurementError(
            "{year} is not over: it cannot be complete yet.", year=str(draft.year)
        ).at("year")
    head = newest(session, draft.indicator_code, draft.place_code, draft.year)
    revisions.check_seen(head, draft.corrects)
    if head is None and not draft.is_complete:
        raise InvalidMeasurementError("Nobody declared this year complete.").at("is_complete")
    if head is not None:
        texts.demand(draft.reason, "reason")
    return head


def approve(
    session: Session, actor: Actor, row: CompleteYear, known_on: dt.date, comment: str = ""
) -> CompleteYearReview:
    """Let it count from `known_on` on.

    Errors: NotAllowedError, also for one's own; ConflictError when it is approved already, was
            superseded, or was reviewed at the same instant.
    """
    return _review(session, actor, row, Ruling(Verdict.APPROVED, known_on, comment))


def send_back(
    session: Session, actor: Actor, row: CompleteYear, on: dt.date, comment: str
) -> CompleteYearReview:
    """Return it to its reporter, who sees the comment.

    Errors: NotAllowedError, InvalidTextError without a comment, ConflictError as `approve`.
    """
    return _review(session, actor, row, Ruling(Verdict.RETURNED, on, comment))


def newest(
    session: Session, indicator_code: str, place_code: str, year: int
) -> CompleteYear | None:
    """The newest declaration about a year, approved or not."""
    return revisions.newest(
        session,
        CompleteYear,
        CompleteYear.place_code == place_code,
        CompleteYear.indicator_code == indicator_code,
        CompleteYear.year == year,
    )


def approved(session: Session, until: Until) -> list[tuple[CompleteYear, CompleteYearReview]]:
    """Every year that was complete, with its approval, by indicator, place and year."""
    pairs = review_steps.approved(session, REVIEWED, until, col(CompleteYear.is_complete))
    return sorted(pairs, key=lambda pair: _in_order(pair[0]))


def by_indicator(
    declared: Iterable[CompleteYear], regions: Collection[str]
) -> dict[str, tuple[int, ...]]:
    """The years in which all places of the world are complete, oldest first, by indicator."""
    places: dict[tuple[str, int], set[str]] = {}
    for row in declared:
        places.setdefault((row.indicator_code, row.year), set()).add(row.place_code)
    found: dict[str, tuple[int, ...]] = {}
    for (indicator, year), there in sorted(places.items()):
        if WORLD in there or there >= set(regions):
            found[indicator] = (*found.get(indicator, ()), year)
    return found


def waiting(session: Session, actor: Actor) -> list[CompleteYear]:
    """What waits for a review, oldest first, of what the actor may see."""
    rows = review_steps.waiting(session, REVIEWED)
    return [row for row in rows if row.reporter == actor.name or _may(session, actor, Act.SEE, row)]


def on_record(session: Session, actor: Actor) -> list[CompleteYear]:
    """The newest declaration about every year, where the actor may declare one."""
    rows = sorted(revisions.heads(session, CompleteYear), key=_in_order)
    return [row for row in rows if _may(session, actor, Act.REPORT, row)]


def history(session: Session, indicator_code: str) -> list[CompleteYear]:
    """Everything that was ever declared about an indicator, oldest first."""
    statement = select(CompleteYear).where(CompleteYear.indicator_code == indicator_code)
    return list(session.exec(statement.order_by(col(CompleteYear.id))))


def _in_order(row: CompleteYear) -> tuple[str, str, int]:
    return row.indicator_code, row.place_code, row.year


def _may(session: Session, actor: Actor, act: Act, row: CompleteYear) -> bool:
    about = rights.about(*_subject(session, row.indicator_code, row.place_code))
    return rights.may(actor, act, about)


def _subject(session: Session, indicator_code: str, place_code: str) -> tuple[Indicator, Place]:
    indicator, place = session.get(Indicator, indicator_code), session.get(Place, place_code)
    if indicator is None or place is None:
        raise UnknownReferenceError(
            "There is no indicator {indicator} or no place {place}.",
            indicator=indicator_code,
            place=place_code,
        )
    return indicator, place


def _review(
    session: Session, actor: Actor, row: CompleteYear, ruling: Ruling
) -> CompleteYearReview:
    subject = _subject(session, row.indicator_code, row.place_code)
    rights.demand(actor, Act.REVIEW, rights.about(*subject))
    return review_steps.take(session, actor, REVIEWED, row, ruling)
