"""Running orders: clock times of the steps, private notes, read by those who hold meetings."""

from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.ground.errors import ConflictError, NotAllowedError
from store.ledger.knowledge import Until
from store.meetings import meetings, minutes, running_order
from store.meetings.running_order import RunningOrderDraft
from store.models import Meeting, RunningOrder
from store.rights.rights import VISITOR, Actor
from tests.store.meetings.sittings import TODAY, YESTERDAY, meeting, opened, somebody, step
from tests.store.refusals import told
from tests.store.writing import ANA

pytestmark = pytest.mark.same_sql


def planned(engine: sa.Engine) -> Meeting:
    """A meeting on D4 and goal A that is arranged."""
    return step(engine, meetings.arrange, meeting())


def plan(engine: sa.Engine, held: Meeting, seen: int | None = None, **content: Any) -> RunningOrder:
    """Write a running order in a transaction of its own."""
    usual = {"meeting_code": held.code, "known_on": TODAY, "starts_at": "09:30"}
    with Session(engine, expire_on_commit=False) as session, session.begin():
        return running_order.plan(session, ANA, RunningOrderDraft(**usual | content), seen)


def test_each_step_begins_when_those_before_it_are_over(filled: sa.Engine) -> None:
    held = planned(filled)
    row = plan(filled, held, starts_at="23:45", minutes={"start": 5, "A": 20}, notes={"A": "Ask."})
    run = running_order.steps(held)
    shown = [(one.step, one.begins, one.note) for one in running_order.slots(row, run)]
    assert shown == [
        ("start", "23:45", ""),
        ("D4", "23:50", ""),  # ten minutes, where nobody said otherwise
        ("A", "00:00", "Ask."),
        ("end", "00:20", ""),
    ]
    assert running_order.ends(row, run) == "00:30"
    nameless = plan(filled, held, row.id, starts_at="")
    assert {one.begins for one in running_order.slots(nameless, run)} == {""}
    assert running_order.ends(None, run) == ""


def test_only_those_who_hold_meetings_read_or_write_it(filled: sa.Engine) -> None:
    lea, held = somebody(filled, "Lea"), opened(filled)
    row = plan(filled, held, notes={"A": "Ask Lea last."})
    with Session(filled) as session, session.begin():
        minutes.name(session, ANA, held.code, lea.name, TODAY)
    draft = RunningOrderDraft.of(row)

    def refuse(actor: Actor, act: Callable[[Session, Actor], object]) -> None:
        with Session(filled) as session, pytest.raises(NotAllowedError, match="hold a meeting"):
            act(session, actor)

    for actor in (lea, VISITOR):  # an attendee reads the meeting, and not its notes
        refuse(actor, lambda s, a: running_order.known(s, a, held.code, Until.day(TODAY)))
        refuse(actor, lambda s, a: running_order.plan(s, a, draft, row.id))
    with Session(filled) as session:
        until = [Until.day(day) for day in (YESTERDAY, TODAY)]
        shown = [running_order.known(session, ANA, held.code, one) for one in until]
    assert [one and one.notes for one in shown] == [None, {"A": "Ask Lea last."}]


def test_what_somebody_else_changed_meanwhile_is_not_written_over(filled: sa.Engine) -> None:
    held = planned(filled)
    row = plan(filled, held)
    plan(filled, held, row.id, starts_at="10:00")
    with pytest.raises(ConflictError):
        plan(filled, held, row.id, starts_at="11:00")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ({"starts_at": "25:00"}, "Write the time of the day as in 09:30."),
        ({"starts_at": "9.30"}, "Write the time of the day as in 09:30."),
        ({"minutes": {"A": 241}}, "A step takes 0 to 240 minutes."),
        ({"minutes": {"A": -1}}, "A step takes 0 to 240 minutes."),
        ({"notes": {"A": "x" * 501}}, "Write at most 500 characters in “notes”."),
        ({"notes": {"A": "Tell\x00all"}}, "control character"),
        ({"notes": {"F1": "Ask."}}, "F1 is no step of this meeting."),
        ({"minutes": {"F1": 5}}, "F1 is no step of this meeting."),
        ({"meeting_code": "nowhere"}, "There is no meeting nowhere."),
    ],
)
def test_what_cannot_be_is_refused(
    filled: sa.Engine, content: dict[str, Any], sentence: str
) -> None:
    held = planned(filled)
    assert sentence in told(lambda: plan(filled, held, **content))


def test_a_meeting_that_is_over_runs_no_more(filled: sa.Engine) -> None:
    over = step(filled, meetings.close, opened(filled), TODAY)
    said = told(lambda: plan(filled, over))
    assert said == "Only a meeting that is not over has a running order to change."


def test_the_chair_reads_the_running_order_of_a_meeting_to_come_and_changes_nothing(
    filled: sa.Engine,
) -> None:
    lea, kofi, held = somebody(filled, "Lea"), somebody(filled, "Kofi"), planned(filled)
    row = plan(filled, held, chair=lea.name, notes={"A": "Ask Kofi last."})
    until = Until.day(TODAY)

    def read(actor: Actor) -> bool:
        with Session(filled) as session:
            if not meetings.known(session, actor, until):
                return False
            order = running_order.known(session, actor, held.code, until)
            return order is not None and order.notes == {"A": "Ask Kofi last."}

    assert (read(lea), read(kofi), read(VISITOR)) == (True, False, False)
    with Session(filled) as session, pytest.raises(NotAllowedError, match="hold a meeting"):
        running_order.plan(session, lea, RunningOrderDraft.of(row), row.id)
    plan(filled, held, row.id, chair=kofi.name, notes=row.notes)
    assert (read(lea), read(kofi)) == (False, True)
    assert told(lambda: plan(filled, held, chair="person 999")) == (
        "There is nobody called person 999."
    )
