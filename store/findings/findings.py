"""Documented facts beside the targets: who records them, and what was known on a day.

They judge nothing: no figure, no target and no verdict is made of them.
"""

import datetime as dt

from sqlmodel import Session, col

from store.findings.finding_draft import FindingDraft
from store.ground import texts
from store.ground.errors import UnknownReferenceError
from store.ledger import knowledge, revisions
from store.ledger.knowledge import Until
from store.models import Finding, Objective, Place
from store.rights import rights
from store.rights.rights import Act, Actor, Where


def record(session: Session, actor: Actor, draft: FindingDraft, seen: int | None = None) -> Finding:
    """Write a finding; where `seen` names its newest revision, the new row supersedes that.

    Errors: UnknownReferenceError, NotAllowedError, ConflictError when it was changed since it was
            seen.
    """
    for model, code in ((Objective, draft.objective_code), (Place, draft.place_code)):
        if session.get(model, code) is None:
            raise UnknownReferenceError("There is no {code}.", code=code)
    rights.demand(actor, Act.LEAD, Where(draft.objective_code, None))
    head = newest(session, draft.code)
    revisions.check_seen(head, seen)
    row = Finding.model_validate(draft, update={"reporter": actor.name})
    return revisions.supersede(session, actor.name, "record finding", row, head)


def withdraw(session: Session, actor: Actor, seen: Finding, on: dt.date, reason: str) -> Finding:
    """Take a finding off every page from a day on; earlier days keep it.

    Errors: NotAllowedError, InvalidTextError without a reason, ConflictError.
    """
    rights.demand(actor, Act.LEAD, Where(seen.objective_code, None))
    said = texts.demand(reason, "reason")
    head = newest(session, seen.code)
    revisions.check_seen(head, seen.id)
    row = revisions.revise(seen, on, is_withdrawn=True, reason=said, reporter=actor.name)
    return revisions.supersede(session, actor.name, "withdraw finding", row, head)


def newest(session: Session, code: str) -> Finding | None:
    """The newest revision of a finding."""
    return revisions.newest(session, Finding, Finding.code == code)


def known(session: Session, until: Until) -> list[Finding]:
    """Each finding as its newest revision by then, by objective, the newest day first.

    What was withdrawn by then is left out.
    """
    heads = knowledge.known(Finding, until, col(Finding.is_withdrawn).is_(False))
    order = col(Finding.objective_code), col(Finding.ends_on).desc(), col(Finding.id)
    return list(session.exec(heads.order_by(*order)))
