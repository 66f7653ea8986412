"""Notices of readers: anybody with an account tells, the Secretariat and the STC answer.

They count for nothing: a figure comes of one only when somebody reports it.
"""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.ground.errors import ConflictError, NotAllowedError, UnknownReferenceError
from store.ledger import audit
from store.models import Indicator, Measurement, Notice, NoticeAnswer, Review, Verdict
from store.notices.notice_draft import AnswerDraft, NoticeDraft
from store.rights import rights
from store.rights.rights import VISITOR, Act, Actor

MOST_OPEN = 20  # notices of one person that wait at once


@dataclass(frozen=True, slots=True)
class Told:
    """A notice with its answer, None while it waits."""

    notice: Notice
    answer: NoticeAnswer | None


def may_tell(actor: Actor) -> bool:
    """Whether the ledger has a name for the actor: it keeps no other."""
    return actor.name != VISITOR.name


def tell(session: Session, actor: Actor, draft: NoticeDraft) -> Notice:
    """Write what a reader knows or doubts.

    Errors: NotAllowedError for a visitor, and for who has too many notices waiting;
            UnknownReferenceError, InvalidTextError.
    """
    if not may_tell(actor):
        raise NotAllowedError("Sign in with an account of the dashboard to leave a notice.")
    if session.get(Indicator, draft.indicator_code) is None:
        raise UnknownReferenceError("There is no {code}.", code=draft.indicator_code)
    if draft.measurement_id is not None:
        _demand_public(session, draft)
    waiting = _told(session, Notice.author == actor.name, col(NoticeAnswer.id).is_(None))
    if len(waiting) >= MOST_OPEN:
        raise NotAllowedError(
            "{count} of your notices wait for an answer; leave the next one later.",
            count=MOST_OPEN,
        )
    row = Notice.model_validate(draft, update={"author": actor.name})
    return audit.write(session, actor.name, "leave notice", row)


def answer(session: Session, actor: Actor, notice: Notice, draft: AnswerDraft) -> NoticeAnswer:
    """Answer a notice, which closes it.

    Errors: NotAllowedError, ConflictError when somebody answered it already.
    """
    rights.demand(actor, Act.ANSWER)
    given = session.exec(select(NoticeAnswer).where(NoticeAnswer.notice_id == notice.id)).first()
    if given is not None:
        raise ConflictError("Somebody has answered this notice already.")
    row = NoticeAnswer(
        notice_id=notice.id or 0,
        is_taken_up=draft.is_taken_up,
        text=draft.text,
        author=actor.name,
    )
    return audit.write(session, actor.name, "answer notice", row)


def everything(session: Session, actor: Actor) -> list[Told]:
    """All notices, those that wait first, the newest of each first; nothing for who may not see."""
    if not rights.may_somewhere(actor, Act.ANSWER):
        return []
    return sorted(_told(session), key=lambda one: one.answer is not None)


def of_author(session: Session, actor: Actor) -> list[Told]:
    """What the actor told, the newest first."""
    return _told(session, Notice.author == actor.name)


def _told(session: Session, *which: sa.ColumnElement[bool] | bool) -> list[Told]:
    rows = session.exec(
        select(Notice, NoticeAnswer)
        .join(NoticeAnswer, col(NoticeAnswer.notice_id) == col(Notice.id), isouter=True)
        .where(*which)
        .order_by(col(Notice.id).desc())
    )
    return [Told(notice, given) for notice, given in rows]


def _demand_public(session: Session, draft: NoticeDraft) -> None:
    """A figure of the indicator that readers can see: an approved one.

    Of what is not approved nobody learns here whether it is there.
    """
    figure = session.get(Measurement, draft.measurement_id)
    approval = select(Review).where(
        Review.measurement_id == draft.measurement_id, Review.verdict == Verdict.APPROVED
    )
    is_public = session.exec(approval).first() is not None
    if figure is None or figure.indicator_code != draft.indicator_code or not is_public:
        raise UnknownReferenceError("There is no such figure of this indicator.")
