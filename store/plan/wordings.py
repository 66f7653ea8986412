"""Titles and aims of goals and objectives, reworded by dated rows with a reason."""

from sqlmodel import Session, col, select

from store.ground import texts
from store.ground.errors import InvalidPlanError, UnknownReferenceError
from store.ledger import revisions
from store.models import Goal, Objective, Wording, WordingPart
from store.plan import planning
from store.rights import rights
from store.rights.rights import Act, Actor

SHORTEST, LONGEST = 3, 600  # characters


def reword(session: Session, actor: Actor, wording: Wording) -> Wording:
    """Write what a plan version says from `known_on` on; the text before stays in the history.

    Errors: NotAllowedError, UnknownReferenceError, InvalidPlanError without reason or source or
            with a text too short or too long, ConflictError.
    """
    rights.demand(actor, Act.EDIT_PLAN)
    if session.get(Goal if len(wording.subject) == 1 else Objective, wording.subject) is None:
        raise UnknownReferenceError(
            "There is no goal or objective {subject}.", subject=wording.subject
        )
    planning.check_reason(wording.reason, wording.source_title)
    if not SHORTEST <= len(texts.check(wording.text).strip()) <= LONGEST:
        raise InvalidPlanError(
            "Write {shortest} to {longest} characters.", shortest=SHORTEST, longest=LONGEST
        )
    head = revisions.newest(
        session,
        Wording,
        Wording.plan_code == wording.plan_code,
        Wording.subject == wording.subject,
        Wording.part == wording.part,
    )
    wording.text, wording.reporter = wording.text.strip(), actor.name
    return revisions.supersede(session, actor.name, "reword", wording, head)


def history(session: Session, plan_code: str, subject: str, part: WordingPart) -> list[Wording]:
    """Every rewording of one text, oldest first."""
    return list(
        session.exec(
            select(Wording)
            .where(Wording.plan_code == plan_code, Wording.subject == subject, Wording.part == part)
            .order_by(col(Wording.revision))
        )
    )
