"""The calls for the formative assessment of projects (A2), as they were known on a day."""

from sqlmodel import Session, col

from store.activities.call_draft import CallDraft
from store.ledger import knowledge, revisions
from store.ledger.knowledge import Until
from store.models import AssessmentCall
from store.rights import rights
from store.rights.rights import Act, Actor, Where

OBJECTIVE = "A2"


def known(session: Session, until: Until) -> list[AssessmentCall]:
    """Each call as its newest revision by then, the last one first."""
    heads = knowledge.known(AssessmentCall, until)
    return list(session.exec(heads.order_by(col(AssessmentCall.number).desc())))


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
