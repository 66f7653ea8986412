"""Readers tell of sources and doubts; the Secretariat and the STC answer; nothing counts."""

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import Session

from store.figures import actions
from store.ground.errors import ConflictError, NotAllowedError, UnknownReferenceError
from store.ledger.knowledge import Until
from store.models import NoticeKind, RoleKind
from store.notices import notices
from store.notices.notice_draft import AnswerDraft, NoticeDraft
from store.rights.rights import VISITOR, Actor, Grant
from store.standing import assess_plan
from tests.store.writing import ANA, MONDAY, draft, publish

pytestmark = pytest.mark.same_sql

READER = Actor("person 12")
MEMBER = Actor("Sam", (Grant(RoleKind.STC_MEMBER),))
LEADER = Actor("Lea", (Grant(RoleKind.TASK_FORCE_LEADER, "D4"),))
SOURCE = NoticeDraft(
    kind=NoticeKind.SOURCE,
    indicator_code="D4-signed",
    text="The annual report of 2025 lists nine.",
    link="https://example.org/report",
)
TAKEN_UP = AnswerDraft(is_taken_up=True, text="We shall report it.")


def test_a_notice_waits_in_one_list_until_it_is_answered(filled: sa.Engine) -> None:
    with Session(filled) as session:
        first = notices.tell(session, READER, SOURCE)
        second = notices.tell(session, READER, SOURCE)
        notices.answer(session, MEMBER, second, TAKEN_UP)
        told = notices.everything(session, MEMBER)
        assert [(one.notice.id, one.answer is None) for one in told] == [
            (first.id, True),
            (second.id, False),
        ]
        assert notices.everything(session, LEADER) == []
        assert [one.notice.id for one in notices.of_author(session, READER)] == [
            second.id,
            first.id,
        ]
        with pytest.raises(ConflictError, match="answered this notice already"):
            notices.answer(session, ANA, second, TAKEN_UP)


def test_who_may_not_is_refused(filled: sa.Engine) -> None:
    with Session(filled) as session:
        with pytest.raises(NotAllowedError, match="Sign in with an account of the dashboard"):
            notices.tell(session, VISITOR, SOURCE)
        left = notices.tell(session, READER, SOURCE)
        with pytest.raises(NotAllowedError, match="no right to answer notices"):
            notices.answer(session, LEADER, left, TAKEN_UP)
        for _ in range(notices.MOST_OPEN - 1):
            notices.tell(session, READER, SOURCE)
        with pytest.raises(
            NotAllowedError,
            match="20 of your notices wait for an answer; leave the next one later",
        ):
            notices.tell(session, READER, SOURCE)
        unknown = SOURCE.model_copy(update={"indicator_code": "Z9"})
        with pytest.raises(UnknownReferenceError, match="There is no Z9"):
            notices.tell(session, MEMBER, unknown)


def test_a_doubt_is_about_an_approved_figure_of_its_indicator(filled: sa.Engine) -> None:
    with pytest.raises(ValidationError, match="Say which figure looks wrong"):
        NoticeDraft(kind=NoticeKind.WRONG, indicator_code="D4-signed", text="Twice as many.")
    with Session(filled) as session:
        hidden = actions.report(session, ANA, draft())
        doubt = NoticeDraft(
            kind=NoticeKind.WRONG,
            indicator_code="D4-signed",
            measurement_id=hidden.id,
            text="Twice as many.",
        )
        for refused in (doubt, doubt.model_copy(update={"measurement_id": 10**6})):
            with pytest.raises(
                UnknownReferenceError, match="There is no such figure of this indicator"
            ):
                notices.tell(session, READER, refused)


def test_a_notice_moves_no_verdict(filled: sa.Engine) -> None:
    publish(filled, MONDAY, value=5)
    with Session(filled) as session:
        before = assess_plan(session, "2020", Until.day(MONDAY)).objective("D4")
        notices.tell(session, READER, SOURCE)
        after = assess_plan(session, "2020", Until.day(MONDAY)).objective("D4")
        assert before is not None
        assert after is not None
        assert before.verdict == after.verdict
