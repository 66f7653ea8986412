"""Meetings: arranged, opened with their figures frozen, closed, published; rows only supersede."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sqlmodel import Session, col, select

from store.ground import texts
from store.ground.clock import LAUNCH
from store.ground.errors import InvalidMeetingError, UnknownReferenceError
from store.ledger import audit, knowledge, revisions
from store.ledger.knowledge import Until
from store.meetings import attendance, running_order
from store.meetings.meeting_draft import MeetingDraft
from store.models import Goal, Meeting, Objective, Place, PlaceKind, PlanVersion, Stage
from store.models.meetings import Body
from store.progress import METHOD_VERSION
from store.rights import rights
from store.rights.rights import Act, Actor

Step = Callable[[Session, Actor], Meeting]


@dataclass(frozen=True, slots=True)
class Planned:
    """As much of a meeting as says what it reviews, while it is being arranged."""

    code: str
    body: Body
    region_code: str | None
    held_on: dt.date
    plan_code: str
    as_of: None = None
    opened_at: None = None


def arrange(
    session: Session, actor: Actor, draft: MeetingDraft, seen: int | None = None
) -> Meeting:
    """Write a planned meeting; where `seen` names its newest revision, the new row supersedes it.

    Errors: NotAllowedError, InvalidMeetingError, UnknownReferenceError,
            ConflictError when it was changed since it was seen.
    """
    rights.demand(actor, Act.MEET)
    _check(session, draft)
    code = _free_code(session, draft) if seen is None else draft.code
    head = _head(session, code)
    revisions.check_seen(head, seen)
    if head is not None and head.stage != Stage.PLANNED:
        raise InvalidMeetingError(
            "The meeting was already opened: what it reviews can no longer change."
        )
    row = Meeting.model_validate(draft, update={"code": code, "reporter": actor.name})
    return revisions.supersede(session, actor.name, "arrange meeting", row, head)


def take_up(session: Session, actor: Actor, seen: Meeting, subject: str, on: dt.date) -> Meeting:
    """Put a goal or an objective at the end of a planned meeting's agenda.

    Errors: NotAllowedError, InvalidMeetingError, UnknownReferenceError, ConflictError.
    """
    rights.demand(actor, Act.MEET)
    if seen.stage != Stage.PLANNED:
        raise InvalidMeetingError("Only the agenda of a planned meeting can still grow.")
    if subject in seen.agenda:
        raise InvalidMeetingError("{subject} stands on this agenda already.", subject=subject)
    _check_subjects(session, [subject])
    agenda = [*seen.agenda, subject]
    return _advance(session, actor, "put on agenda", seen, on, {"agenda": agenda})


def freeze(session: Session, actor: Actor, seen: Meeting, as_of: dt.date, on: dt.date) -> Meeting:
    """Open a planned meeting on a day: from this instant on it shows what was known on `as_of`.

    Errors: NotAllowedError, InvalidMeetingError, ConflictError.
    """
    rights.demand(actor, Act.MEET)
    opened_at = audit.instant(session)
    if seen.stage != Stage.PLANNED:
        raise InvalidMeetingError("Only a planned meeting can be opened.")
    if not seen.agenda:
        raise InvalidMeetingError("The agenda is empty: choose what is taken up.")
    if as_of > opened_at.date():
        raise InvalidMeetingError("What will be known in the future cannot be frozen today.")
    if as_of < LAUNCH:
        raise InvalidMeetingError("Nothing was known before the Initiative was launched.")
    news = {
        "stage": Stage.OPEN,
        "as_of": as_of,
        "opened_at": opened_at,
        "method_version": METHOD_VERSION,
    }
    return _advance(session, actor, "open meeting", seen, on, news)


def close(session: Session, actor: Actor, seen: Meeting, on: dt.date) -> Meeting:
    """Close an open meeting; its decisions are followed up all the same.

    Errors: NotAllowedError, InvalidMeetingError, ConflictError.
    """
    rights.demand(actor, Act.MEET)
    if seen.stage != Stage.OPEN:
        raise InvalidMeetingError("Only an open meeting can be closed.")
    return _advance(session, actor, "close meeting", seen, on, {"stage": Stage.CLOSED})


def publish(
    session: Session, actor: Actor, seen: Meeting, on: dt.date, reason: str = ""
) -> Meeting:
    """Let everybody read a closed meeting with its decisions: its minutes are final.

    `reason` says why it does not wait for everybody who attended, "" where there is none.
    Errors: NotAllowedError, InvalidMeetingError, InvalidTextError, ConflictError.
    """
    rights.demand(actor, Act.MEET)
    if seen.stage != Stage.CLOSED:
        raise InvalidMeetingError("Only a closed meeting is published.")
    said = texts.demand(reason, "reason") if reason.strip() else ""
    attendance.demand_settled(session, seen, on, said)
    news = {"is_published": True, "reason": said}
    return _advance(session, actor, "publish meeting", seen, on, news)


def cancel(session: Session, actor: Actor, seen: Meeting, on: dt.date, reason: str) -> Meeting:
    """Take a planned meeting off every list; its revisions stay.

    Errors: NotAllowedError, InvalidMeetingError, InvalidTextError, ConflictError.
    """
    rights.demand(actor, Act.MEET)
    if seen.stage != Stage.PLANNED:
        raise InvalidMeetingError("Only a planned meeting can be cancelled.")
    news = {"stage": Stage.CANCELLED, "reason": texts.demand(reason, "reason")}
    return _advance(session, actor, "cancel meeting", seen, on, news)


def known(session: Session, actor: Actor, until: Until) -> list[Meeting]:
    """Each meeting as it stood, the last one first, as far as the actor may read.

    That is what was published; for who attended or chairs also theirs, for who holds them all.
    """
    heads = knowledge.known(Meeting, until).order_by(
        col(Meeting.held_on).desc(), col(Meeting.id).desc()
    )
    found = [row for row in session.exec(heads) if row.stage != Stage.CANCELLED]
    if rights.may_somewhere(actor, Act.MEET):
        return found
    own = attendance.attended(session, actor.name, until)
    own |= running_order.chaired(session, actor.name, until)
    return [row for row in found if row.is_published or row.code in own]


def until(meeting: Meeting | Planned) -> Until | None:
    """What a meeting reads, from its opening on; None before."""
    if meeting.as_of is None or meeting.opened_at is None:
        return None
    return Until(meeting.as_of, meeting.opened_at, meeting.method_version)


def previous(meetings: Iterable[Meeting], meeting: Meeting | Planned) -> Meeting | None:
    """The meeting of the same body, in the same region, whose figures were frozen before."""
    earlier = [
        candidate
        for candidate in meetings
        if (candidate.body, candidate.region_code) == (meeting.body, meeting.region_code)
        and candidate.code != meeting.code
        and candidate.as_of is not None
        and candidate.opened_at is not None
        and (candidate.held_on, candidate.as_of)
        <= (meeting.held_on, meeting.as_of or meeting.held_on)
        and (meeting.opened_at is None or candidate.opened_at < meeting.opened_at)
    ]
    return max(
        earlier, key=lambda candidate: (candidate.held_on, candidate.opened_at), default=None
    )


def _advance(  # every argument is part of the step
    session: Session,
    actor: Actor,
    action: str,
    seen: Meeting,
    on: dt.date,
    news: Mapping[str, object],
) -> Meeting:
    head = _head(session, seen.code)
    revisions.check_seen(head, seen.id)
    row = revisions.revise(seen, on, reporter=actor.name, **news)
    return revisions.supersede(session, actor.name, action, row, head)


def _head(session: Session, code: str) -> Meeting | None:
    return revisions.newest(session, Meeting, Meeting.code == code)


def _free_code(session: Session, draft: MeetingDraft) -> str:
    """A name for the address: the body and the day, numbered where that is taken."""
    start = f"{re.sub(r'[^a-z]+', '-', draft.body)}-{draft.held_on.isoformat()}"
    taken = set(session.exec(select(Meeting.code).where(col(Meeting.code).startswith(start))))
    names = (start, *(f"{start}-{number}" for number in range(2, len(taken) + 2)))
    return next(name for name in names if name not in taken)


def _check(session: Session, draft: MeetingDraft) -> None:
    if session.get(PlanVersion, draft.plan_code) is None:
        raise UnknownReferenceError("There is no plan version {code}.", code=draft.plan_code)
    place = session.get(Place, draft.region_code) if draft.region_code else None
    _check_subjects(session, draft.agenda)
    names_region = place is not None and place.kind == PlaceKind.REGION
    if (draft.body == Body.REGIONAL_MEETING) != names_region:
        raise InvalidMeetingError("A regional meeting, and no other, names its region.")


def _check_subjects(session: Session, codes: Iterable[str]) -> None:
    for code in codes:
        if session.get(Goal if len(code) == 1 else Objective, code) is None:
            raise UnknownReferenceError("There is no goal or objective {subject}.", subject=code)
