"""Decisions and actions: written beside the figure, followed up, owned by somebody known."""

import datetime as dt
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import Session

from store.figures import actions
from store.ground.errors import (
    ConflictError,
    InvalidDecisionError,
    InvalidTextError,
    StoreError,
    UnknownReferenceError,
)
from store.ledger import revisions
from store.ledger.knowledge import Until
from store.meetings import decisions, meetings
from store.meetings.decision_draft import DecisionDraft
from store.models import Decision, Meeting
from tests.store.meetings.sittings import (
    LAST_MONTH,
    NEXT_MONTH,
    TODAY,
    YESTERDAY,
    decide,
    decision,
    meeting,
    opened,
    report,
    step,
)
from tests.store.writing import ANA, BO, draft

DONE: dict[str, Any] = {
    "state": "done",
    "note": "All five answered.",
    "source_title": "Minutes of the regions",
    "known_on": TODAY,
}


def test_a_decision_is_followed_up_and_an_earlier_day_shows_it_open(filled: sa.Engine) -> None:
    held = opened(filled, held_on=LAST_MONTH, as_of=LAST_MONTH, known_on=LAST_MONTH)
    written = decide(filled, held, known_on=YESTERDAY, due_on=YESTERDAY)
    assert decisions.is_overdue(written, TODAY)
    done = DecisionDraft.of(written, **DONE)
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
    silent = DecisionDraft.of(written, **DONE | {"note": ""})
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
    done = DecisionDraft.of(written, **DONE)
    with Session(filled) as session, session.begin():
        assert decisions.record(session, ANA, done, written.id).state == "done"


def test_a_follow_up_leaves_what_was_decided(filled: sa.Engine) -> None:
    written = decide(filled, opened(filled))
    others = {"text": "Ask nobody.", "subject": "E1", "kind": "decision", "meeting_code": "other"}
    with Session(filled) as session:
        for field, other in others.items():
            follow_up = DecisionDraft.of(written, **DONE | {field: other})
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
        news = DecisionDraft.of(row, **DONE | {"state": state})
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


def follow_up(engine: sa.Engine, written: Decision, **news: Any) -> Decision:
    """Say what came of a decision, in a transaction of its own."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        said = {"note": "All five answered.", "known_on": TODAY} | news
        return decisions.record(session, ANA, DecisionDraft.of(written, **said), written.id)


def test_it_is_done_once_a_figure_a_link_or_a_source_shows_it(filled: sa.Engine) -> None:
    held = opened(filled)
    about_d4 = report(filled, TODAY, indicator_code="D4-signed", value=5)
    about_e1 = report(filled, TODAY, indicator_code="E1-operators", value=5)
    for code, shown in {
        "figure": {"measurement_id": about_d4},
        "link": {"source_link": "https://example.org/list"},
        "source": {"source_title": "Register of agreements"},
    }.items():
        written = decide(filled, held, code=code)
        for bare in ({}, {"source_title": "n/a"}):
            with pytest.raises(InvalidDecisionError, match="done once something shows it"):
                follow_up(filled, written, state="done", **bare)
        with pytest.raises(InvalidDecisionError, match="This figure shows nothing of it"):
            follow_up(filled, written, state="done", measurement_id=about_e1)
        assert decisions.is_finished(follow_up(filled, written, state="done", **shown))


def test_a_figure_that_waits_for_approval_shows_nothing(filled: sa.Engine) -> None:
    written = decide(filled, opened(filled))
    with Session(filled) as session, session.begin():
        waiting = actions.report(session, BO, draft(indicator_code="D4-signed", value=6)).id
    with pytest.raises(InvalidDecisionError, match="it is not approved, or about something else"):
        follow_up(filled, written, state="done", measurement_id=waiting)


@pytest.mark.parametrize("link", ["javascript:alert(1)", "https://"])
def test_a_link_that_leads_nowhere_shows_nothing(filled: sa.Engine, link: str) -> None:
    written = decide(filled, opened(filled))
    with pytest.raises(ValidationError):
        follow_up(filled, written, state="done", source_link=link)


def test_what_was_called_done_without_evidence_comes_back_and_may_change_hands(
    filled: sa.Engine,
) -> None:
    past = {"held_on": YESTERDAY, "as_of": YESTERDAY, "known_on": YESTERDAY}
    written = decide(filled, opened(filled, **past), state="open", due_on=YESTERDAY)
    with Session(filled, expire_on_commit=False) as session, session.begin():
        bare = revisions.revise(written, TODAY, state="done", note="Said before.")
        revisions.supersede(session, "Ana", "follow up", bare, written)  # as before evidence
    assert not decisions.is_finished(bare)
    assert decisions.is_overdue(bare, TODAY)
    assert decisions.kept([bare], TODAY) == (0, 1)
    moved = follow_up(filled, bare, owner="bureau")
    assert (moved.state, moved.owner) == ("done", "bureau")


def test_a_decision_comes_back_to_the_next_meeting_of_its_body(filled: sa.Engine) -> None:
    past = {"held_on": LAST_MONTH, "as_of": LAST_MONTH, "known_on": LAST_MONTH}
    written = decide(filled, opened(filled, **past))
    coming = step(filled, meetings.arrange, meeting())
    others = step(filled, meetings.arrange, meeting(body="forum of partners"))
    earlier = step(filled, meetings.arrange, meeting(held_on=LAST_MONTH - dt.timedelta(days=1)))

    def back(one: Meeting) -> list[str]:
        with Session(filled) as session:
            until = Until.day(TODAY)
            held = meetings.known(session, ANA, until)
            found = decisions.known(session, ANA, until)
            return [row.code for row in decisions.returning(found, held, one)]

    assert (back(coming), back(others), back(earlier)) == ([written.code], [], [])
    follow_up(filled, written, note="Three answered so far.")
    assert back(coming) == [written.code]
    follow_up(filled, newest(filled, written), state="done", source_title="Answers, file 7")
    assert back(coming) == []


def newest(engine: sa.Engine, written: Decision) -> Decision:
    """A decision as it stands now."""
    with Session(engine, expire_on_commit=False) as session:
        return next(
            row
            for row in decisions.known(session, ANA, Until.day(TODAY))
            if row.code == written.code
        )
