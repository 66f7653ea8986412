"""Who attended a meeting and what they said of its minutes: read, and weighed for publication."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from store.ground.errors import InvalidMeetingError
from store.ledger import knowledge
from store.ledger.knowledge import EVER, Until
from store.models import Attendance, Decision, Meeting, Said, Stage
from store.people import people

PATIENCE = dt.timedelta(days=14)  # for who attended, from the day the minutes were last written


@dataclass(frozen=True, slots=True)
class Minutes:
    """How far the minutes of a meeting are from final.

    `silent` said nothing since they were last written, `proposed` wait for an answer, `accepted`
    are the amendments in them, whatever their authors said later. From `due_on` on silence holds
    up nothing; None while the meeting is open.
    """

    attended: tuple[Attendance, ...] = ()
    silent: tuple[Attendance, ...] = ()
    proposed: tuple[Attendance, ...] = ()
    accepted: tuple[Attendance, ...] = ()
    due_on: dt.date | None = None


def of(session: Session, code: str, until: Until) -> Minutes:
    """The minutes of a meeting as they stood; whoever asks has read the meeting."""
    rows = session.exec(
        select(Attendance)
        .where(Attendance.meeting_code == code, until.covers(Attendance))
        .order_by(col(Attendance.revision), col(Attendance.id))
    ).all()
    newest = {row.attendee: row for row in rows}
    attended = [row for row in newest.values() if _was_there(row)]
    written = _written(session, code, until)
    last = max((instant for _day, instant in written), default=None)
    return Minutes(
        attended=tuple(attended),
        silent=tuple(row for row in attended if _is_silent(row, last)),
        proposed=tuple(row for row in attended if row.said == Said.PROPOSED),
        accepted=tuple(row for row in rows if row.said == Said.ACCEPTED),
        due_on=max(day for day, _instant in written) + PATIENCE if written else None,
    )


def attended(session: Session, attendee: str, until: Until) -> set[str]:
    """The codes of the meetings that somebody attended; none for who is no person."""
    if people.number_in_ledger(attendee) is None:
        return set()
    rows = knowledge.known(Attendance, until, Attendance.attendee == attendee)
    return {row.meeting_code for row in session.exec(rows) if _was_there(row)}


def awaited(session: Session, attendee: str, until: Until) -> list[Meeting]:
    """The closed meetings whose minutes wait for somebody's word, the last one first."""
    codes = attended(session, attendee, until)
    heads = knowledge.known(Meeting, until, col(Meeting.code).in_(codes))
    closed = [
        row
        for row in session.exec(heads.order_by(col(Meeting.held_on).desc()))
        if row.stage == Stage.CLOSED and not row.is_published
    ]
    return [
        row
        for row in closed
        if attendee in {one.attendee for one in of(session, row.code, until).silent}
    ]


def demand_settled(session: Session, meeting: Meeting, on: dt.date, reason: str) -> None:
    """Refuse to make minutes final while somebody may still have a word on them.

    Errors: InvalidMeetingError.
    """
    minutes = of(session, meeting.code, EVER)
    if minutes.proposed:
        raise InvalidMeetingError("An amendment waits for its answer: accept or answer it first.")
    is_due = minutes.due_on is not None and minutes.due_on <= on
    if minutes.silent and not (is_due or reason):
        raise InvalidMeetingError(
            "{count} of those who attended have not answered yet: wait until {day}, or say why"
            " not.",
            count=len(minutes.silent),
            day=minutes.due_on,
        )


def _was_there(row: Attendance) -> bool:
    return row.said != Said.ABSENT


def _is_silent(row: Attendance, written: dt.datetime | None) -> bool:
    """Whether somebody said nothing, or confirmed before something was written."""
    is_old = written is not None and row.recorded_at < written
    return row.said == Said.PRESENT or (row.said == Said.CONFIRMED and is_old)


def _written(session: Session, code: str, until: Until) -> Sequence[tuple[dt.date, dt.datetime]]:
    """The day and instant of the closing and of each decision; nothing while it is open."""
    closings = session.exec(
        select(Meeting)
        .where(Meeting.code == code, Meeting.stage == Stage.CLOSED, until.covers(Meeting))
        .order_by(col(Meeting.revision))
        .limit(1)
    ).all()
    decided = session.exec(
        select(Decision).where(
            Decision.meeting_code == code, Decision.revision == 0, until.covers(Decision)
        )
    ).all()
    return [(row.known_on, row.recorded_at) for row in (*closings, *decided)] if closings else []
