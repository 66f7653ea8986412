"""The calls for the formative assessment of projects (A2), as they were known on a day."""

import datetime as dt

from sqlmodel import Session, col, select

from store.ground import texts
from store.ground.errors import InvalidActivityError, refuse
from store.ledger import revisions
from store.models import AssessmentCall
from store.rights import rights
from store.rights.rights import Act, Actor, Where

OBJECTIVE = "A2"
SHORTEST_SOURCE = 3  # characters


def known(session: Session, as_of: dt.date) -> list[AssessmentCall]:
    """Each call as its newest revision by the day, the last one first."""
    rows = session.exec(
        select(AssessmentCall)
        .where(AssessmentCall.known_on <= as_of)
        .order_by(col(AssessmentCall.number).desc(), col(AssessmentCall.revision))
    )
    return list({row.number: row for row in rows}.values())


def report(
    session: Session, actor: Actor, draft: AssessmentCall, seen: int | None = None
) -> AssessmentCall:
    """Write a call; where `seen` names its newest revision, the new row supersedes that.

    Errors: NotAllowedError, InvalidActivityError for counts or days that cannot be,
            InvalidTextError, ConflictError when the call was changed since it was seen.
    """
    rights.demand(actor, Act.LEAD, Where(OBJECTIVE, None))
    _check(draft)
    head = revisions.newest(session, AssessmentCall, AssessmentCall.number == draft.number)
    revisions.check_seen(head, seen)
    draft.reporter = actor.name
    return revisions.supersede(session, actor.name, "report call", draft, head)


def _check(draft: AssessmentCall) -> None:
    for text in (draft.source_title, draft.note):
        texts.check(text)
    days = [day for day in (draft.opened_on, draft.closed_on, draft.results_on) if day]
    counts = [count for count in (draft.received, draft.in_line, draft.sent_back) if count]
    judged = (draft.in_line or 0) + (draft.sent_back or 0)
    problems = {
        "Calls are numbered from 1 on.": draft.number < 1,
        "A link starts with https://.": draft.source_link != ""
        and not texts.is_link(draft.source_link),
        "Name the source: which document or register says so?": len(draft.source_title.strip())
        < SHORTEST_SOURCE,
        "Give at least one of its days.": not days,
        "A call opens, closes and has results in this order.": days != sorted(days),
        "What is to be decided in the future cannot be known yet.": judged > 0
        and draft.results_on is not None
        and draft.results_on > draft.known_on,
        "A count is not below zero.": min(counts, default=0) < 0,
        "More were judged than received.": draft.received is not None and judged > draft.received,
    }
    refuse(InvalidActivityError, problems)
