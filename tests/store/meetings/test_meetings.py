"""Meetings: their figures stay as they were frozen, and later corrections are told apart."""

import datetime as dt
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import Session

from store.ground.errors import ConflictError, InvalidMeetingError, NotAllowedError, StoreError
from store.ledger.knowledge import Until
from store.meetings import corrections, decisions, meetings
from store.meetings.meeting_draft import MeetingDraft
from store.models import Meeting, RoleKind, Target
from store.plan.planning import change_target
from store.plan.target_draft import ReasonedTargetDraft
from store.rights.rights import LOCAL_USER, VISITOR, Actor, Grant
from store.standing import PlanStanding, assess_plan
from tests.store.meetings.sittings import (
    LAST_MONTH,
    NEXT_MONTH,
    TODAY,
    YESTERDAY,
    decide,
    decision,
    frozen,
    meeting,
    opened,
    report,
    step,
)
from tests.store.writing import ANA

LEADER = Actor("Lea", (Grant(RoleKind.TASK_FORCE_LEADER, "D4"),))


def review(engine: sa.Engine, one: Meeting) -> PlanStanding:
    """What the meeting shows."""
    with Session(engine) as session:
        return assess_plan(session, one.plan_code, frozen(one))


def since(engine: sa.Engine, one: Meeting) -> corrections.ChangedSince:
    """What was written since the meeting and speaks of what it reviewed."""
    with Session(engine) as session:
        return corrections.changed_since(session, one)


def test_same_day_and_backdated_corrections_leave_a_meeting_as_it_was(filled: sa.Engine) -> None:
    report(filled, LAST_MONTH, value=5)
    report(filled, LAST_MONTH, indicator_code="E1-operators", value=3)
    held = opened(filled)
    before = review(filled, held)
    same_day = report(filled, TODAY, value=6)
    backdated = report(filled, LAST_MONTH, indicator_code="E1-operators", value=4)

    after = review(filled, held)
    assert [one.readings for one in after.indicators] == [one.readings for one in before.indicators]
    assert [one.series for one in after.indicators] == [one.series for one in before.indicators]
    assert [one.status for one in after.objectives] == [one.status for one in before.objectives]
    assert [one.gauge for one in after.goals] == [one.gauge for one in before.goals]
    changed = since(filled, held)
    assert [one.after.id for one in changed.figures] == [same_day, backdated]
    assert [one.before.figure for one in changed.figures if one.before] == [5, 3]
    assert changed.count == 2
    assert assess_now(filled).indicator("D4-signed") != after.indicator("D4-signed")


def assess_now(engine: sa.Engine) -> PlanStanding:
    """What every other page shows today."""
    with Session(engine) as session:
        return assess_plan(session, "2022", Until.day(TODAY))


def test_a_country_that_answers_later_does_not_change_the_count(filled: sa.Engine) -> None:
    content = {"indicator_code": "A1-parties", "value": 1}
    report(filled, LAST_MONTH, **content, place_code="KEN")
    held = opened(filled)
    before = review(filled, held).indicator("A1-parties")
    report(filled, LAST_MONTH, **content, place_code="FRA")
    assert review(filled, held).indicator("A1-parties") == before
    assert [one.after.place_code for one in since(filled, held).figures] == ["FRA"]
    assert assess_now(filled).indicator("A1-parties") != before


def test_a_correction_of_a_later_day_is_told_and_news_of_another_period_is_not(
    filled: sa.Engine,
) -> None:
    report(filled, LAST_MONTH, value=5)
    held = opened(filled, as_of=YESTERDAY)
    correction = report(filled, TODAY, value=7)
    report(filled, TODAY, value=9, period_start=LAST_MONTH, period_end=LAST_MONTH)
    assert [one.after.id for one in since(filled, held).figures] == [correction]


def raised(asked: Target) -> ReasonedTargetDraft:
    """A target that asks for one more, as if it had been decided a month ago."""
    return ReasonedTargetDraft.of(
        asked,
        plan_code="2022",
        low=asked.low + 1,
        high=asked.high + 1,
        source_title="Minutes",
        reason="Decided by the Consortium",
        known_on=LAST_MONTH,
    )


def target_of(standing: PlanStanding) -> Target:
    """The first target of the operators that are reached."""
    found = standing.indicator("E1-operators")
    assert found is not None
    return found.targets[0]


def test_a_target_changed_later_leaves_a_meeting_as_it_was(filled: sa.Engine) -> None:
    held = opened(filled)
    before = review(filled, held)
    asked = target_of(before)
    with Session(filled) as session, session.begin():
        change_target(session, ANA, raised(asked))
    assert review(filled, held).indicator("E1-operators") == before.indicator("E1-operators")
    [row] = since(filled, held).targets
    assert row.before is not None
    assert row.before.low == asked.low
    assert row.after.low == asked.low + 1


def test_what_was_typed_before_the_opening_and_written_after_it_stays_out(
    filled: sa.Engine,
) -> None:
    typed = raised(target_of(assess_now(filled)))
    held = opened(filled)
    before = target_of(review(filled, held))
    with Session(filled) as session, session.begin():
        change_target(session, ANA, typed)
    assert target_of(review(filled, held)) == before
    assert [row.before for row in since(filled, held).targets] == [before]


def test_a_meeting_is_opened_once_and_keeps_its_agenda(filled: sa.Engine) -> None:
    held = opened(filled)
    with pytest.raises(InvalidMeetingError, match="Only a planned meeting"):
        step(filled, meetings.freeze, held, TODAY, TODAY)
    changed = MeetingDraft.of(held, agenda=["E1"])
    with pytest.raises(InvalidMeetingError, match="can no longer change"):
        step(filled, meetings.arrange, changed, held.id)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ({"title": "  x "}, "title"),
        ({"title": "x" * 201}, "at most 200"),
        ({"place_name": "x" * 201}, "at most 200"),
        ({"body": "regional meeting"}, "names its region"),
        ({"region_code": "R-AFR"}, "names its region"),
        ({"body": "regional meeting", "region_code": "KEN"}, "names its region"),
        ({"agenda": ["A1", "A1"]}, "once"),
        ({"agenda": ["Z9"]}, "no goal or objective Z9"),
        ({"plan_code": "1999"}, "no plan version 1999"),
        ({"held_on": dt.date(2010, 1, 1)}, "before its launch"),
        ({"title": "a\x07b"}, "control character"),
    ],
)
def test_a_meeting_that_cannot_be_is_refused(
    filled: sa.Engine, content: dict[str, Any], sentence: str
) -> None:
    with pytest.raises((StoreError, ValidationError), match=sentence):
        step(filled, meetings.arrange, meeting(**content))


def test_what_cannot_be_frozen_is_refused(filled: sa.Engine) -> None:
    planned = step(filled, meetings.arrange, meeting(agenda=[]))
    with pytest.raises(InvalidMeetingError, match="agenda is empty"):
        step(filled, meetings.freeze, planned, TODAY, TODAY)
    planned = step(filled, meetings.arrange, meeting())
    with pytest.raises(InvalidMeetingError, match="future"):
        step(filled, meetings.freeze, planned, NEXT_MONTH, TODAY)
    with pytest.raises(InvalidMeetingError, match="before the Initiative"):
        step(filled, meetings.freeze, planned, dt.date(2001, 1, 1), TODAY)


def test_two_who_change_one_meeting_are_told(filled: sa.Engine) -> None:
    planned = step(filled, meetings.arrange, meeting())
    step(
        filled,
        meetings.arrange,
        MeetingDraft.of(planned, title="Another title"),
        planned.id,
    )
    with pytest.raises(ConflictError):
        step(filled, meetings.freeze, planned, TODAY, TODAY)


def test_two_meetings_of_a_body_on_one_day_have_two_addresses(filled: sa.Engine) -> None:
    codes = [step(filled, meetings.arrange, meeting()).code for _time in range(3)]
    day = TODAY.isoformat()
    assert codes == [f"bureau-{day}", f"bureau-{day}-2", f"bureau-{day}-3"]


def test_only_a_published_meeting_is_everybodys(filled: sa.Engine) -> None:
    def seen_by(actor: Actor) -> tuple[int, int]:
        with Session(filled) as session:
            known = meetings.known(session, actor, Until.day(TODAY))
            return len(known), len(decisions.known(session, actor, Until.day(TODAY)))

    held = opened(filled)
    decide(filled, held)
    assert (seen_by(ANA), seen_by(LEADER), seen_by(VISITOR)) == ((1, 1), (0, 0), (0, 0))
    closed = step(filled, meetings.close, held, TODAY)
    assert seen_by(VISITOR) == (0, 0)
    step(filled, meetings.publish, closed, TODAY)
    assert (seen_by(LEADER), seen_by(VISITOR)) == ((1, 1), (1, 1))


def test_a_cancelled_meeting_is_on_no_list(filled: sa.Engine) -> None:
    planned = step(filled, meetings.arrange, meeting())
    with pytest.raises(StoreError, match="“reason”"):
        step(filled, meetings.cancel, planned, TODAY, " ")
    step(filled, meetings.cancel, planned, TODAY, "No quorum")
    with Session(filled) as session:
        assert meetings.known(session, ANA, Until.day(TODAY)) == []


@pytest.mark.parametrize("actor", [VISITOR, LEADER])
def test_only_the_secretariat_holds_meetings(filled: sa.Engine, actor: Actor) -> None:
    held = opened(filled)
    with Session(filled) as session:
        for work in (
            lambda: meetings.arrange(session, actor, meeting()),
            lambda: meetings.close(session, actor, held, TODAY),
            lambda: decisions.record(session, actor, decision(held)),
        ):
            with pytest.raises(NotAllowedError):
                work()


def test_the_meeting_before_is_of_the_same_body(filled: sa.Engine) -> None:
    first = opened(filled, held_on=LAST_MONTH, as_of=LAST_MONTH)
    opened(filled, body="forum of partners", held_on=YESTERDAY)
    last = opened(filled)
    with Session(filled) as session:
        known = meetings.known(session, LOCAL_USER, Until.day(TODAY))
    before = [meetings.previous(known, one) for one in (last, first)]
    assert [one and one.code for one in before] == [first.code, None]
