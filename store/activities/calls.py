"""The calls for the formative assessment of projects (A2), as they were known on a day."""

import datetime as dt

from sqlmodel import Session, col, select

from store.activities.call_draft import CallDraft
from store.ledger import revisions
from store.models import AssessmentCall
from store.rights import rights
from store.rights.rights import Act, Actor, Where

OBJECTIVE = "A2"


def known(session: Session, as_of: dt.date) -> list[AssessmentCall]:
    """Each call as its newest revision by the day, the last one first."""
    rows = session.exec(
        select(AssessmentCall)
        .where(AssessmentCall.known_on <= as_of)
        .order_by(col(AssessmentCall.number).desc(), col(AssessmentCall.revision))
    )
    return list({row.number: row for row in rows}.values())


def report(
    session: Session, actor: Actor, draft: CallDraft, seen: int | None = None
) -> AssessmentCall:
    """Write a call; where `seen` names its newest revision, the new row supersedes that.

    Errors: NotAllowedError, ConflictError when the call was changed since it was seen.
    """
    rights.demand(actor, Act.LEAD, Where(OBJECTIVE, None))
    head = revisions.newest(session, AssessmentCall, AssessmentCall.number == draft.number)
    revisions.check_seen(head, seen)
    row = AssessmentCall.model_validate(draft, update={"reporter": actor.name})
    return revisions.supersede(session, actor.name, "report call", row, head)
