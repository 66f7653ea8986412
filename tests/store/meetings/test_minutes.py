"""Minutes: who attended reads, confirms and amends them before they are final."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.ground.errors import ConflictError, NotAllowedError
from store.ledger.knowledge import EVER, Until
from store.meetings import attendance, decisions, meetings, minutes
from store.meetings.attendance import PATIENCE, Minutes
from store.models import Attendance, Meeting
from store.rights.rights import VISITOR, Actor, Grant, RoleKind
from tests.store.meetings.sittings import TODAY, YESTERDAY, decide, meeting, opened, somebody, step
from tests.store.refusals import told
from tests.store.writing import ANA, BO

pytestmark = pytest.mark.same_sql

LATER = TODAY + PATIENCE


@pytest.fixture
def lea(filled: sa.Engine) -> Actor:
    """Somebody who attends."""
    return somebody(filled, "Lea")


@pytest.fixture
def kofi(filled: sa.Engine) -> Actor:
    """Somebody else."""
    return somebody(filled, "Kofi")


def write(engine: sa.Engine, act: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
    """Write in a transaction of its own."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        return act(session, *arguments, **named)


def attend(engine: sa.Engine, held: Meeting, *there: Actor) -> list[Attendance]:
    """Name people as attending."""
    return [write(engine, minutes.name, ANA, held.code, one.name, TODAY) for one in there]


def closed(engine: sa.Engine, **content: Any) -> Meeting:
    """A meeting that was just closed, not published."""
    return step(engine, meetings.close, opened(engine, **content), TODAY)


def of(engine: sa.Engine, held: Meeting, until: Until = EVER) -> Minutes:
    """How far its minutes are."""
    with Session(engine, expire_on_commit=False) as session:
        return attendance.of(session, held.code, until)


def test_who_attended_reads_a_closed_meeting_and_its_decisions_and_nobody_else_does(
    filled: sa.Engine, lea: Actor, kofi: Actor
) -> None:
    held = opened(filled)
    decide(filled, held)
    attend(filled, held, lea)
    until = Until.day(TODAY)
    with Session(filled) as session:
        read = {
            actor.name: [
                len(meetings.known(session, actor, until)),
                len(decisions.known(session, actor, until)),
            ]
            for actor in (lea, kofi, VISITOR)
        }
        before = meetings.known(session, lea, Until.day(YESTERDAY))
    assert read == {lea.name: [1, 1], kofi.name: [0, 0], "visitor": [0, 0]}
    assert before == []


def test_minutes_are_published_once_everybody_confirmed(
    filled: sa.Engine, lea: Actor, kofi: Actor
) -> None:
    held = closed(filled)
    first, second = attend(filled, held, lea, kofi)
    write(filled, minutes.confirm, lea, first, TODAY)
    assert [row.attendee for row in of(filled, held).silent] == [kofi.name]
    refused = told(lambda: step(filled, meetings.publish, held, TODAY))
    assert refused.startswith("1 of those who attended have not answered yet: wait until")
    assert str(LATER) in refused
    write(filled, minutes.confirm, kofi, second, TODAY)
    assert step(filled, meetings.publish, held, TODAY).is_published


def test_silence_holds_them_up_for_two_weeks_or_until_the_secretariat_says_why(
    filled: sa.Engine, lea: Actor
) -> None:
    held, other = closed(filled), closed(filled, body="forum of partners")
    attend(filled, held, lea)
    attend(filled, other, lea)
    eve = LATER - dt.timedelta(days=1)
    for day, reason in ((eve, ""), (eve, "  "), (TODAY, "n/a")):
        told(lambda day=day, reason=reason: step(filled, meetings.publish, held, day, reason))
    assert step(filled, meetings.publish, held, LATER).is_published
    final = step(filled, meetings.publish, other, TODAY, "Lea is at sea until June.")
    assert final.reason == "Lea is at sea until June."


def test_an_amendment_is_answered_before_they_are_final(
    filled: sa.Engine, lea: Actor, kofi: Actor
) -> None:
    held = closed(filled)
    first, second = attend(filled, held, lea, kofi)
    wish = write(filled, minutes.amend, lea, first, " The vote was 7 to 2. ", TODAY)
    other = write(filled, minutes.amend, kofi, second, "There was no vote.", TODAY)
    for day, reason in ((LATER, ""), (TODAY, "Nobody has time.")):
        refused = told(
            lambda day=day, reason=reason: step(filled, meetings.publish, held, day, reason)
        )
        assert refused == "An amendment waits for its answer: accept or answer it first."
    taken = write(filled, minutes.answer, BO, wish, TODAY, "", is_accepted=True)
    unsaid = told(lambda: write(filled, minutes.answer, BO, other, TODAY, " ", is_accepted=False))
    assert "“answer”" in unsaid
    write(filled, minutes.answer, BO, other, TODAY, "The list shows it.", is_accepted=False)
    write(filled, minutes.confirm, lea, taken, TODAY)  # hers stays in the minutes
    known = of(filled, held)
    assert [row.text for row in known.accepted] == ["The vote was 7 to 2."]
    assert (known.silent, known.proposed) == ((), ())
    assert step(filled, meetings.publish, held, TODAY).is_published


def test_who_confirmed_is_asked_anew_when_something_more_is_written(
    filled: sa.Engine, lea: Actor
) -> None:
    held = closed(filled)
    [row] = attend(filled, held, lea)
    write(filled, minutes.confirm, lea, row, TODAY)
    assert of(filled, held).silent == ()
    decide(filled, held, code="afterwards")
    assert [one.attendee for one in of(filled, held).silent] == [lea.name]
    with Session(filled) as session:
        waiting = attendance.awaited(session, lea.name, Until.day(TODAY))
    assert [one.code for one in waiting] == [held.code]


def test_only_who_attended_speaks_and_only_the_secretariat_names_and_answers(
    filled: sa.Engine, lea: Actor, kofi: Actor
) -> None:
    held = closed(filled)
    [row] = attend(filled, held, lea)
    wish = write(filled, minutes.amend, lea, row, "The vote was 7 to 2.", TODAY)
    mine = "Only who attended a meeting confirms or amends its minutes"
    for actor in (ANA, kofi, VISITOR):
        with pytest.raises(NotAllowedError, match=mine):
            write(filled, minutes.confirm, actor, wish, TODAY)
        with pytest.raises(NotAllowedError, match=mine):
            write(filled, minutes.amend, actor, wish, "Nothing happened.", TODAY)
    for actor in (lea, kofi, VISITOR):
        for act, arguments in (
            (minutes.name, (held.code, kofi.name, TODAY)),
            (minutes.unname, (wish, TODAY)),
            (minutes.answer, (wish, TODAY, "So be it.")),
        ):
            named = {"is_accepted": True} if act is minutes.answer else {}
            with pytest.raises(NotAllowedError, match="no right to hold a meeting"):
                write(filled, act, actor, *arguments, **named)
    office = Actor(lea.name, (Grant(RoleKind.SECRETARIAT),))
    own = told(lambda: write(filled, minutes.answer, office, wish, TODAY, "", is_accepted=True))
    assert own == "Somebody else answers your own amendment."


def test_what_was_named_by_mistake_is_taken_back_and_has_no_word(
    filled: sa.Engine, lea: Actor
) -> None:
    held = closed(filled)
    [row] = attend(filled, held, lea)
    gone = write(filled, minutes.unname, ANA, row, TODAY)
    assert of(filled, held).attended == ()
    with pytest.raises(NotAllowedError):
        write(filled, minutes.confirm, lea, gone, TODAY)
    with pytest.raises(ConflictError):
        write(filled, minutes.unname, ANA, row, TODAY)
    [again] = attend(filled, held, lea)
    assert again.revision == 2


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "This person is named as attending already."),
        ("person 999", "There is nobody called person 999."),
        ("local user", "There is nobody called local user."),
    ],
)
def test_who_cannot_attend_is_not_named(
    filled: sa.Engine, lea: Actor, name: str, sentence: str
) -> None:
    held = closed(filled)
    attend(filled, held, lea)
    assert told(lambda: attend(filled, held, Actor(name or lea.name))) == sentence


def test_what_says_nothing_or_too_much_amends_nothing(filled: sa.Engine, lea: Actor) -> None:
    held = closed(filled)
    [row] = attend(filled, held, lea)
    for text, sentence in (
        ("A long story " * 25, "An amendment is one sentence of at most 300 characters."),
        ("One.\nTwo.", "An amendment is one sentence of at most 300 characters."),
        (" - ", "Say it in words in “amendment”, with at least 3 characters."),
    ):
        assert told(lambda text=text: write(filled, minutes.amend, lea, row, text, TODAY)) == (
            sentence
        )
    unasked = told(lambda: write(filled, minutes.answer, ANA, row, TODAY, "", is_accepted=True))
    assert unasked == "No amendment of this person waits for an answer."
    confirmed = write(filled, minutes.confirm, lea, row, TODAY)
    stays = told(lambda: write(filled, minutes.unname, ANA, confirmed, TODAY))
    assert stays == "Who said something of the minutes stays named."


def test_nothing_is_said_before_the_closing_or_after_publication(
    filled: sa.Engine, lea: Actor, kofi: Actor
) -> None:
    planned = step(filled, meetings.arrange, meeting(body="forum of partners"))
    early = "Minutes are confirmed once the meeting is closed."
    assert told(lambda: attend(filled, planned, lea)) == early
    held = opened(filled)
    [row] = attend(filled, held, lea)
    assert told(lambda: write(filled, minutes.confirm, lea, row, TODAY)) == early
    over = step(filled, meetings.close, held, TODAY)
    confirmed = write(filled, minutes.confirm, lea, row, TODAY)
    step(filled, meetings.publish, over, TODAY)
    final = "The minutes are final: the meeting is published."
    assert told(lambda: attend(filled, held, kofi)) == final
    assert told(lambda: write(filled, minutes.amend, lea, confirmed, "No.vote", TODAY)) == final


def test_an_earlier_day_shows_who_had_confirmed_by_then(filled: sa.Engine, lea: Actor) -> None:
    held = closed(filled)
    with Session(filled, expire_on_commit=False) as session, session.begin():
        row = minutes.name(session, ANA, held.code, lea.name, YESTERDAY)
        minutes.confirm(session, lea, row, TODAY)
    assert [one.said for one in of(filled, held, Until.day(YESTERDAY)).attended] == ["present"]
    assert [one.said for one in of(filled, held).attended] == ["confirmed"]
