"""The minutes of a meeting before they are final: who attended confirms or proposes amendments."""

import datetime as dt

from sqlmodel import Session, col, select

from store.ground import texts
from store.ground.errors import InvalidMeetingError, NotAllowedError, UnknownReferenceError
from store.ledger import revisions
from store.models import Attendance, Meeting, Said, Stage
from store.people import people
from store.rights import rights
from store.rights.rights import Act, Actor

LONGEST = 300  # characters of an amendment, which is one sentence


def name(
    session: Session, actor: Actor, meeting_code: str, attendee: str, on: dt.date
) -> Attendance:
    """Name somebody as having attended an open or closed meeting.

    Errors: NotAllowedError, InvalidMeetingError, UnknownReferenceError.
    """
    rights.demand(actor, Act.MEET)
    _demand_unpublished(session, meeting_code, (Stage.OPEN, Stage.CLOSED))
    if not people.is_known(session, attendee):
        raise UnknownReferenceError("There is nobody called {owner}.", owner=attendee)
    head = _head(session, meeting_code, attendee)
    if head is not None and head.said != Said.ABSENT:
        raise InvalidMeetingError("This person is named as attending already.")
    row = Attendance(meeting_code=meeting_code, attendee=attendee, reporter=actor.name, known_on=on)
    return revisions.supersede(session, actor.name, "name attendee", row, head)


def unname(session: Session, actor: Actor, seen: Attendance, on: dt.date) -> Attendance:
    """Take back that somebody attended who was named by mistake.

    Errors: NotAllowedError, InvalidMeetingError, ConflictError.
    """
    rights.demand(actor, Act.MEET)
    _demand_unpublished(session, seen.meeting_code, (Stage.OPEN, Stage.CLOSED))
    if seen.said != Said.PRESENT:
        raise InvalidMeetingError("Who said something of the minutes stays named.")
    return _say(session, actor, "take back attendee", seen, on, Said.ABSENT)


def confirm(session: Session, actor: Actor, seen: Attendance, on: dt.date) -> Attendance:
    """Confirm the minutes of a closed meeting as somebody who attended it.

    Errors: NotAllowedError, InvalidMeetingError, ConflictError.
    """
    _demand_own(session, actor, seen)
    return _say(session, actor, "confirm minutes", seen, on, Said.CONFIRMED)


def amend(session: Session, actor: Actor, seen: Attendance, text: str, on: dt.date) -> Attendance:
    """Propose an amendment in one sentence, as somebody who attended.

    Errors: NotAllowedError, InvalidMeetingError, InvalidTextError, ConflictError.
    """
    _demand_own(session, actor, seen)
    sentence = texts.demand(text, "amendment")
    if len(sentence) > LONGEST or "\n" in sentence:
        raise InvalidMeetingError(
            "An amendment is one sentence of at most {count} characters.", count=LONGEST
        )
    return _say(session, actor, "propose amendment", seen, on, Said.PROPOSED, text=sentence)


def answer(  # every argument is part of the answer
    session: Session,
    actor: Actor,
    seen: Attendance,
    on: dt.date,
    words: str,
    *,
    is_accepted: bool,
) -> Attendance:
    """Take an amendment into the minutes, or say why it is not.

    Errors: NotAllowedError, InvalidMeetingError, InvalidTextError, ConflictError.
    """
    rights.demand(actor, Act.MEET)
    if seen.said != Said.PROPOSED:
        raise InvalidMeetingError("No amendment of this person waits for an answer.")
    if seen.attendee == actor.name and not actor.may_review_own:
        raise InvalidMeetingError("Somebody else answers your own amendment.")
    said = Said.ACCEPTED if is_accepted else Said.ANSWERED
    told = texts.check(words).strip() if is_accepted else texts.demand(words, "answer")
    action = "accept amendment" if is_accepted else "answer amendment"
    return _say(session, actor, action, seen, on, said, text=seen.text, answer=told)


def _say(  # every argument is part of what is said
    session: Session,
    actor: Actor,
    action: str,
    seen: Attendance,
    on: dt.date,
    said: Said,
    *,
    text: str = "",
    answer: str = "",
) -> Attendance:
    head = _head(session, seen.meeting_code, seen.attendee)
    revisions.check_seen(head, seen.id)
    news = {"said": said, "text": text, "answer": answer}
    row = revisions.revise(seen, on, reporter=actor.name, **news)
    return revisions.supersede(session, actor.name, action, row, head)


def _head(session: Session, meeting_code: str, attendee: str) -> Attendance | None:
    slot = Attendance.meeting_code == meeting_code, Attendance.attendee == attendee
    return revisions.newest(session, Attendance, *slot)


def _demand_own(session: Session, actor: Actor, seen: Attendance) -> None:
    """Only who was there has a word, and only while it changes something."""
    if seen.attendee != actor.name or seen.said == Said.ABSENT:
        raise NotAllowedError("Only who attended a meeting confirms or amends its minutes.")
    _demand_unpublished(session, seen.meeting_code, (Stage.CLOSED,))


def _demand_unpublished(session: Session, code: str, stages: tuple[Stage, ...]) -> None:
    newest = select(Meeting).where(Meeting.code == code).order_by(col(Meeting.revision).desc())
    meeting = session.exec(newest).first()
    if meeting is None:
        raise UnknownReferenceError("There is no meeting {code}.", code=code)
    if meeting.is_published:
        raise InvalidMeetingError("The minutes are final: the meeting is published.")
    if meeting.stage not in stages:
        raise InvalidMeetingError("Minutes are confirmed once the meeting is closed.")
