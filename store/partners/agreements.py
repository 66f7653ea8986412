"""Agreements with partners (D4): what was signed, and what is in force on a day.

They are evidence beside the figures: no figure is made of them.
"""

import datetime as dt
from collections.abc import Iterable

from sqlmodel import Session, col, select

from store.ground import texts
from store.ledger import knowledge, revisions
from store.ledger.knowledge import Until
from store.models import Agreement
from store.partners.agreement_draft import AgreementDraft
from store.rights import rights
from store.rights.rights import Act, Actor, Where

OBJECTIVE = "D4"


def known(session: Session, until: Until) -> list[Agreement]:
    """Each agreement as its newest revision by then, the first one signed first."""
    heads = knowledge.known(Agreement, until)
    return list(session.exec(heads.order_by(col(Agreement.signed_on), col(Agreement.code))))


def in_force(agreements: Iterable[Agreement], on: dt.date) -> list[Agreement]:
    """Those that hold on a day; one without a printed end holds until somebody says otherwise."""
    return [
        row
        for row in agreements
        if row.signed_on <= on and (row.ends_on is None or on <= row.ends_on)
    ]


def report(
    session: Session, actor: Actor, draft: AgreementDraft, seen: int | None = None
) -> Agreement:
    """Write an agreement; where `seen` names its newest revision, the new row supersedes that.

    Errors: NotAllowedError, InvalidTextError for a change without a reason,
            ConflictError when it was changed since it was seen.
    """
    head = revisions.newest(session, Agreement, Agreement.code == draft.code)
    check(actor, draft, head)
    revisions.check_seen(head, seen)
    row = Agreement.model_validate(draft, update={"reporter": actor.name})
    return revisions.supersede(session, actor.name, "report agreement", row, head)


def check(actor: Actor, draft: AgreementDraft, head: Agreement | None) -> None:
    """Refuse what may not be written over the newest revision, None for a new agreement.

    Errors: NotAllowedError, InvalidTextError for a change without a reason.
    """
    rights.demand(actor, Act.LEAD, Where(OBJECTIVE, None))
    if head is not None:
        texts.demand(draft.reason, "reason")


def history(session: Session, code: str) -> list[Agreement]:
    """Every revision of an agreement, oldest first."""
    statement = select(Agreement).where(Agreement.code == code)
    return list(session.exec(statement.order_by(col(Agreement.revision))))
