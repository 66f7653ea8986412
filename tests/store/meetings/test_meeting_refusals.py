"""A meeting or a decision that cannot be is refused with a sentence."""

import datetime as dt
from collections.abc import Callable

import pytest
from sqlmodel import Session

from store.ground import clock
from store.meetings import corrections, decisions, meetings
from store.models import Meeting
from tests.store.meetings.sittings import NEXT_MONTH, TODAY, YESTERDAY, decision, meeting
from tests.store.refusals import told
from tests.store.writing import ANA

pytestmark = pytest.mark.same_sql

Act = Callable[[Session], object]


def planned(session: Session, **content: object) -> Meeting:
    """A meeting that was arranged."""
    return meetings.arrange(session, ANA, meeting(**content))


def opened(session: Session) -> Meeting:
    """A meeting that was opened."""
    return meetings.freeze(session, ANA, planned(session), TODAY, TODAY)


def rearrange_opened(session: Session) -> object:
    """Arrange anew what was opened."""
    held = opened(session)
    return meetings.arrange(session, ANA, meeting(code=held.code), held.id)


def freeze(session: Session, as_of: dt.date, **content: object) -> object:
    """Open a meeting on a day's figures."""
    return meetings.freeze(session, ANA, planned(session, **content), as_of, TODAY)


def decide(session: Session, **content: object) -> object:
    """Decide something at an open meeting."""
    return decisions.record(session, ANA, decision(opened(session), **content))


def take_up(session: Session, held: Meeting, subject: str) -> object:
    """Put something on the agenda of a meeting."""
    return meetings.take_up(session, ANA, held, subject, TODAY)


REFUSALS: dict[str, Act] = {
    "Only the agenda of a planned meeting can still grow.": lambda s: take_up(s, opened(s), "E1"),
    "D4 stands on this agenda already.": lambda s: take_up(s, planned(s), "D4"),
    "There is no plan version 1999.": lambda s: planned(s, plan_code="1999"),
    "There is no goal or objective Z9.": lambda s: planned(s, agenda=["A", "Z9"]),
    "A regional meeting, and no other, names its region.": lambda s: planned(
        s, region_code="R-AFR"
    ),
    "Give it a title of at least three characters.": lambda s: planned(s, title=" ab "),
    "Write at most 200 characters in “place_name”.": lambda s: planned(s, place_name="x" * 201),
    "A goal or objective stands on the agenda once.": lambda s: planned(s, agenda=["A", "A"]),
    "The Initiative had no meeting before its launch.": lambda s: planned(
        s, held_on=clock.LAUNCH - dt.timedelta(days=1)
    ),
    "The meeting was already opened: what it reviews can no longer change.": rearrange_opened,
    "Only a planned meeting can be opened.": lambda s: meetings.freeze(
        s, ANA, opened(s), TODAY, TODAY
    ),
    "The agenda is empty: choose what is taken up.": lambda s: freeze(s, TODAY, agenda=[]),
    "What will be known in the future cannot be frozen today.": lambda s: freeze(s, NEXT_MONTH),
    "Nothing was known before the Initiative was launched.": lambda s: freeze(
        s, clock.LAUNCH - dt.timedelta(days=1)
    ),
    "Only an open meeting can be closed.": lambda s: meetings.close(s, ANA, planned(s), TODAY),
    "Only a closed meeting is published.": lambda s: meetings.publish(s, ANA, opened(s), TODAY),
    "Only a planned meeting can be cancelled.": lambda s: meetings.cancel(
        s, ANA, opened(s), TODAY, "No quorum"
    ),
    "Say it in words in “reason”, with at least 3 characters.": lambda s: meetings.cancel(
        s, ANA, planned(s), TODAY, " no "
    ),
    "Nothing is frozen before a meeting opens.": lambda s: corrections.changed_since(s, planned(s)),
    "There is no meeting nowhere.": lambda s: decide(s, meeting_code="nowhere"),
    "There is nobody called Mallory.": lambda s: decide(s, owner="Mallory"),
    "Decisions are written once the meeting is open.": lambda s: decisions.record(
        s, ANA, decision(planned(s))
    ),
    "Write what was decided.": lambda s: decide(s, text=" no "),
    "Write at most 2000 characters in “note”.": lambda s: decide(s, note="x" * 2001),
    "An action needs a day by which it is due.": lambda s: decide(s, due_on=None),
    "It cannot be due before the meeting.": lambda s: decide(s, due_on=YESTERDAY),
}


@pytest.mark.parametrize("sentence", REFUSALS)
def test_what_cannot_be_is_refused_with_a_sentence(session: Session, sentence: str) -> None:
    assert told(lambda: REFUSALS[sentence](session)) == sentence


def test_a_decision_about_nothing_in_the_plan_is_refused(session: Session) -> None:
    said = told(lambda: decide(session, subject="Z9"))
    assert said == "There is no goal or objective Z9."


def test_what_is_just_long_enough_is_written(session: Session) -> None:
    row = planned(session, title=" abc ", place_name="x" * 200, held_on=clock.LAUNCH)
    assert meetings.cancel(session, ANA, row, TODAY, "why").reason == "why"
    decide(session, text="yes", note="x" * 2000, due_on=TODAY)
