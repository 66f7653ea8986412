"""The running order of a meeting: clock times, and notes for its chair and who holds meetings.

Nothing that is public or given out reads it, and the projector the clock alone, for those who may
read the rest; a test keeps it so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import field_validator
from sqlmodel import Session

from store.ground.drafts import FactDraft, Text, at_most
from store.ground.errors import InvalidMeetingError, NotAllowedError, UnknownReferenceError
from store.ledger import knowledge, revisions
from store.ledger.knowledge import Until
from store.models import Meeting, RunningOrder, Stage
from store.models.meetings import RunningOrderFields
from store.people import people
from store.rights import rights
from store.rights.rights import Act, Actor

START, END = "start", "end"  # the steps around the agenda
LONGEST = 240  # minutes of one step
USUAL = 10  # minutes of a step of which nobody said otherwise
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_DAY = 24 * 60


class RunningOrderDraft(RunningOrderFields, FactDraft):
    """A running order on its way in."""

    notes: dict[str, Annotated[Text, at_most(500)]] = {}  # noqa: RUF012  # frozen by pydantic

    @field_validator("starts_at")
    @classmethod
    def check_clock(cls, clock: str) -> str:
        """Refuse what is no time of the day."""
        if clock and not _CLOCK.fullmatch(clock):
            raise InvalidMeetingError("Write the time of the day as in 09:30.")
        return clock

    @field_validator("minutes")
    @classmethod
    def check_minutes(cls, minutes: dict[str, int]) -> dict[str, int]:
        """Refuse what fits in no meeting."""
        if any(not 0 <= one <= LONGEST for one in minutes.values()):
            raise InvalidMeetingError("A step takes 0 to {count} minutes.", count=LONGEST)
        return minutes


@dataclass(frozen=True, slots=True)
class Slot:
    """A step with the time at which it begins, "" where nobody said when the meeting does."""

    step: str
    begins: str
    minutes: int
    note: str


def known(session: Session, actor: Actor, code: str, until: Until) -> RunningOrder | None:
    """The running order of a meeting as it stood; None where there is none.

    Errors: NotAllowedError.
    """
    if not may_read(session, actor, code, until):
        raise NotAllowedError.of(rights.REFUSALS[Act.MEET])
    return session.exec(
        knowledge.known(RunningOrder, until, RunningOrder.meeting_code == code)
    ).first()


def may_read(session: Session, actor: Actor, code: str, until: Until) -> bool:
    """Whether the actor holds meetings or chairs this one."""
    return rights.may_somewhere(actor, Act.MEET) or code in chaired(session, actor.name, until)


def chaired(session: Session, name: str, until: Until) -> set[str]:
    """The codes of the meetings that somebody chairs, planned ones too."""
    if people.number_in_ledger(name) is None:
        return set()
    rows = session.exec(knowledge.known(RunningOrder, until, RunningOrder.chair == name))
    return {row.meeting_code for row in rows}


def plan(
    session: Session, actor: Actor, draft: RunningOrderDraft, seen: int | None
) -> RunningOrder:
    """Write the running order of a meeting that is not over; the new one supersedes `seen`.

    Errors: NotAllowedError, InvalidMeetingError, UnknownReferenceError, ConflictError.
    """
    rights.demand(actor, Act.MEET)
    meeting = revisions.newest(session, Meeting, Meeting.code == draft.meeting_code)
    if meeting is None:
        raise UnknownReferenceError("There is no meeting {code}.", code=draft.meeting_code)
    if meeting.stage not in (Stage.PLANNED, Stage.OPEN):
        raise InvalidMeetingError("Only a meeting that is not over has a running order to change.")
    if others := {*draft.minutes, *draft.notes} - {*steps(meeting)}:
        raise InvalidMeetingError("{step} is no step of this meeting.", step=min(others))
    if draft.chair and not people.is_known(session, draft.chair):
        raise UnknownReferenceError("There is nobody called {owner}.", owner=draft.chair)
    head = revisions.newest(session, RunningOrder, RunningOrder.meeting_code == draft.meeting_code)
    revisions.check_seen(head, seen)
    row = RunningOrder.model_validate(draft, update={"reporter": actor.name})
    return revisions.supersede(session, actor.name, "plan running order", row, head)


def steps(meeting: Meeting) -> list[str]:
    """What a meeting goes through, in its order."""
    return [START, *meeting.agenda, END]


def slots(order: RunningOrder | None, run: Sequence[str]) -> Iterator[Slot]:
    """Each step of a run with the time at which it begins."""
    at = _minute(order.starts_at) if order and order.starts_at else None
    for step in run:
        minutes = order.minutes.get(step, USUAL) if order else USUAL
        yield Slot(step, _clock(at), minutes, order.notes.get(step, "") if order else "")
        at = None if at is None else at + minutes


def ends(order: RunningOrder | None, run: Sequence[str]) -> str:
    """When the last step is over, "" where nobody said when the first begins."""
    if order is None or not order.starts_at:
        return ""
    return _clock(_minute(order.starts_at) + sum(slot.minutes for slot in slots(order, run)))


def _minute(clock: str) -> int:
    hour, minute = map(int, clock.split(":"))
    return hour * 60 + minute


def _clock(minute: int | None) -> str:
    return "" if minute is None else f"{minute % _DAY // 60:02}:{minute % 60:02}"
