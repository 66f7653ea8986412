"""Titles and aims of goals and objectives, reworded by dated rows with a reason."""

from sqlmodel import Session, col, select

from store.ground.errors import UnknownReferenceError
from store.ledger import revisions
from store.models import Goal, Objective, Wording, WordingPart
from store.plan.wording_draft import WordingDraft
from store.rights import rights
from store.rights.rights import Act, Actor


def reword(session: Session, actor: Actor, draft: WordingDraft) -> Wording:
    """Write what a plan version says from `known_on` on; the text before stays in the history.

    Errors: NotAllowedError, UnknownReferenceError, ConflictError.
    """
    rights.demand(actor, Act.EDIT_PLAN)
    if session.get(Goal if len(draft.subject) == 1 else Objective, draft.subject) is None:
        raise UnknownReferenceError(
            "There is no goal or objective {subject}.", subject=draft.subject
        )
    head = revisions.newest(
        session,
        Wording,
        Wording.plan_code == draft.plan_code,
        Wording.subject == draft.subject,
        Wording.part == draft.part,
    )
    row = Wording.model_validate(draft, update={"reporter": actor.name})
    return revisions.supersede(session, actor.name, "reword", row, head)


def history(session: Session, plan_code: str, subject: str, part: WordingPart) -> list[Wording]:
    """Every rewording of one text, oldest first."""
    return list(
        session.exec(
            select(Wording)
            .where(Wording.plan_code == plan_code, Wording.subject == subject, Wording.part == part)
            .order_by(col(Wording.revision))
        )
    )
