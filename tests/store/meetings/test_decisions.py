"""Decisions and actions: written beside the figure, followed up, owned by somebody known."""

from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import Session

from store.ground.errors import (
    ConflictError,
    InvalidDecisionError,
    InvalidTextError,
    StoreError,
    UnknownReferenceError,
)
from store.ledger.knowledge import Until
from store.meetings import decisions, meetings
from store.meetings.decision_draft import DecisionDraft
from tests.store.meetings.sittings import (
    LAST_MONTH,
    NEXT_MONTH,
    TODAY,
    YESTERDAY,
    decide,
    decision,
    meeting,
    opened,
    step,
)
from tests.store.writing import ANA


def test_a_decision_is_followed_up_and_an_earlier_day_shows_it_open(filled: sa.Engine) -> None:
    held = opened(filled, held_on=LAST_MONTH, as_of=LAST_MONTH, known_on=LAST_MONTH)
    written = decide(filled, held, known_on=YESTERDAY, due_on=YESTERDAY)
    assert decisions.is_overdue(written, TODAY)
    done = DecisionDraft.of(written, state="done", note="All five answered.", known_on=TODAY)
    with Session(filled) as session, session.begin():
        decisions.record(session, ANA, done, written.id)
    with Session(filled) as session:
        states = [
            [row.state for row in decisions.known(session, ANA, Until.day(day))]
            for day in (YESTERDAY, TODAY)
        ]
    assert states == [["open"], ["done"]]


@pytest.mark.same_sql
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ({"text": " a "}, "what was decided"),
        ({"text": "x" * 2001}, "at most 2000"),
        ({"note": "x" * 2001}, "at most 2000"),
        ({"due_on": None}, "needs a day"),
        ({"due_on": LAST_MONTH}, "before the meeting"),
        ({"owner": "my neighbour"}, "There is nobody called"),
        ({"owner": "person 999"}, "There is nobody called"),
        ({"subject": "Z9"}, "no goal or objective Z9"),
        ({"meeting_code": "none"}, "no meeting none"),
        ({"text": "Tell\x00all"}, "control character"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(
    filled: sa.Engine, content: dict[str, Any], sentence: str
) -> None:
    held = opened(filled)
    with pytest.raises((StoreError, ValidationError), match=sentence):
        decide(filled, held, **content)


def test_decisions_wait_for_the_meeting_and_a_follow_up_says_what_came_of_it(
    filled: sa.Engine,
) -> None:
    planned = step(filled, meetings.arrange, meeting())
    with pytest.raises(InvalidDecisionError, match="once the meeting is open"):
        decide(filled, planned)
    held = step(filled, meetings.freeze, planned, TODAY, TODAY)
    written = decide(filled, held)
    silent = DecisionDraft.of(written, state="done")
    with Session(filled) as session, pytest.raises(InvalidTextError, match="“note”"):
        decisions.record(session, ANA, silent, written.id)
    with Session(filled) as session, pytest.raises(ConflictError):
        decisions.record(session, ANA, decision(held, note="Again."), None)


@pytest.mark.same_sql
def test_a_published_meeting_decides_nothing_more_and_is_followed_up(filled: sa.Engine) -> None:
    held = opened(filled)
    written = decide(filled, held)
    closed = step(filled, meetings.close, held, TODAY)
    step(filled, meetings.publish, closed, TODAY)
    with (
        pytest.raises(
            InvalidDecisionError, match="The meeting is published: what it decided is final"
        ),
        Session(filled) as session,
        session.begin(),
    ):
        decisions.record(session, ANA, decision(held, code="another"))
    done = DecisionDraft.of(written, state="done", note="All five answered.", known_on=TODAY)
    with Session(filled) as session, session.begin():
        assert decisions.record(session, ANA, done, written.id).state == "done"


def test_a_follow_up_leaves_what_was_decided(filled: sa.Engine) -> None:
    written = decide(filled, opened(filled))
    others = {"text": "Ask nobody.", "subject": "E1", "kind": "decision", "meeting_code": "other"}
    with Session(filled) as session:
        for field, other in others.items():
            follow_up = DecisionDraft.of(written, state="done", note="Done.", **{field: other})
            with pytest.raises(InvalidDecisionError, match="A decision cannot be changed"):
                decisions.record(session, ANA, follow_up, written.id)


@pytest.mark.same_sql
def test_what_was_due_is_counted_as_kept_once_it_is_done(filled: sa.Engine) -> None:
    held = opened(filled, held_on=LAST_MONTH, as_of=LAST_MONTH, known_on=LAST_MONTH)
    known = {"known_on": LAST_MONTH}
    rows = [
        decide(filled, held, code=code, due_on=due, **known)
        for code, due in (("a", YESTERDAY), ("b", YESTERDAY), ("c", TODAY), ("d", NEXT_MONTH))
    ]
    for row, state in ((rows[0], "done"), (rows[2], "dropped")):
        news = DecisionDraft.of(row, state=state, note="So it went.", known_on=TODAY)
        with Session(filled) as session, session.begin():
            decisions.record(session, ANA, news, row.id)
    with Session(filled) as session:
        assert decisions.kept(decisions.known(session, ANA, Until.day(TODAY)), TODAY) == (1, 2)


def test_nobody_unknown_owns_a_decision(filled: sa.Engine) -> None:
    held = opened(filled)
    with Session(filled) as session:
        assert decisions.is_owner(session, "bureau")
        assert not decisions.is_owner(session, "person 1")
        with pytest.raises(UnknownReferenceError):
            decisions.record(session, ANA, decision(held, meeting_code="none", owner="bureau"))
