"""Decisions and actions of meetings: written beside the figure, followed up, never changed."""

import datetime as dt
from collections.abc import Iterable

from sqlmodel import Session, col

from store.figures import approved
from store.ground import texts
from store.ground.errors import InvalidDecisionError, UnknownReferenceError
from store.ledger import knowledge, revisions
from store.ledger.knowledge import Until
from store.meetings import meetings
from store.meetings.decision_draft import DecisionDraft
from store.models import Decision, Goal, Indicator, Measurement, Meeting, Objective
from store.models.meetings import DecisionState, Office, Stage
from store.people import people
from store.rights import rights
from store.rights.rights import Act, Actor


def record(
    session: Session, actor: Actor, draft: DecisionDraft, seen: int | None = None
) -> Decision:
    """Write a decision or an action; where `seen` names its newest revision, follow that up.

    A follow-up brings news of its state, of who acts and by when; what was decided stays. It is
    done once something shows it.
    Errors: NotAllowedError, InvalidDecisionError, UnknownReferenceError,
            ConflictError when it was followed up since it was seen.
    """
    rights.demand(actor, Act.MEET)
    head = revisions.newest(session, Decision, Decision.code == draft.code)
    revisions.check_seen(head, seen)
    if head is not None and _decided(head) != _decided(draft):
        raise InvalidDecisionError("A decision cannot be changed; write another one.")
    meeting = _check(session, draft)
    _check_evidence(session, draft, head)
    if head is not None:
        texts.demand(draft.note, "note")
    elif meeting.is_published:
        raise InvalidDecisionError("The meeting is published: what it decided is final.")
    row = Decision.model_validate(draft, update={"reporter": actor.name})
    action = "follow up" if head else "decide"
    return revisions.supersede(session, actor.name, action, row, head)


def known(session: Session, actor: Actor, until: Until) -> list[Decision]:
    """Each as it stood, of the meetings that the actor may read; the newest first."""
    readable = {meeting.code for meeting in meetings.known(session, actor, until)}
    heads = knowledge.known(Decision, until).order_by(col(Decision.id).desc())
    return [row for row in session.exec(heads) if row.meeting_code in readable]


def unfinished(found: Iterable[Decision]) -> list[Decision]:
    """Those that are not finished, the most urgent first, without a day by which they are due last.

    Whatever counts open decisions counts these.
    """
    waiting = [row for row in found if not is_finished(row)]
    return sorted(waiting, key=lambda row: row.due_on or dt.date.max)


def is_overdue(row: Decision, on: dt.date) -> bool:
    """Whether it should have been done by now."""
    return not is_finished(row) and row.due_on is not None and row.due_on < on


def is_finished(row: Decision) -> bool:
    """Whether it was dropped, or done with something that shows it."""
    return row.state == DecisionState.DROPPED or is_shown(row)


def is_shown(row: Decision) -> bool:
    """Whether it was done, and a figure, a page or a source shows it."""
    return row.state == DecisionState.DONE and _has_evidence(row)


def _has_evidence(row: Decision | DecisionDraft) -> bool:
    return texts.says_something(row.source_title) or bool(row.source_link or row.measurement_id)


def returning(
    found: Iterable[Decision], held: Iterable[Meeting], meeting: Meeting | meetings.Planned
) -> list[Decision]:
    """Those that come back to a meeting: its own body decided them before, none is finished."""
    bodies = {
        one.code: (one.body, one.region_code)
        for one in held
        if one.code != meeting.code and one.held_on <= meeting.held_on
    }
    body = meeting.body, meeting.region_code
    return [row for row in unfinished(found) if bodies.get(row.meeting_code) == body]


def kept(found: Iterable[Decision], on: dt.date) -> tuple[int, int]:
    """How many of those that were due by the day were shown to be done, and how many were due.

    What a meeting dropped, and what has no day, was promised for none.
    """
    due = [
        row
        for row in found
        if row.due_on is not None and row.due_on <= on and row.state != DecisionState.DROPPED
    ]
    return sum(map(is_shown, due)), len(due)


def _decided(decision: Decision | DecisionDraft) -> tuple[str, ...]:
    """What nobody changes of a decision."""
    said = decision.text.strip(), decision.effect.strip()
    return decision.meeting_code, decision.subject, decision.kind, *said


def _check(session: Session, draft: DecisionDraft) -> Meeting:
    meeting = revisions.newest(session, Meeting, Meeting.code == draft.meeting_code)
    if meeting is None:
        raise UnknownReferenceError("There is no meeting {code}.", code=draft.meeting_code)
    subject = Goal if len(draft.subject) == 1 else Objective
    if draft.subject and session.get(subject, draft.subject) is None:
        raise UnknownReferenceError(
            "There is no goal or objective {subject}.", subject=draft.subject
        )
    if not is_owner(session, draft.owner):
        raise UnknownReferenceError("There is nobody called {owner}.", owner=draft.owner)
    if meeting.stage not in (Stage.OPEN, Stage.CLOSED):
        raise InvalidDecisionError("Decisions are written once the meeting is open.")
    if draft.due_on is not None and draft.due_on < meeting.held_on:
        raise InvalidDecisionError("It cannot be due before the meeting.")
    return meeting


def _check_evidence(session: Session, draft: DecisionDraft, head: Decision | None) -> None:
    """Refuse what is newly called done while nothing shows it, and a figure that shows it not.

    What was called done before evidence was asked for may still change its owner.
    """
    was_bare = head is not None and head.state == DecisionState.DONE and not _has_evidence(head)
    if draft.state == DecisionState.DONE and not (_has_evidence(draft) or was_bare):
        raise InvalidDecisionError(
            "It is done once something shows it: name a figure, a link or a source."
        )
    if draft.measurement_id is not None and not _is_figure_about(session, draft):
        raise InvalidDecisionError(
            "This figure shows nothing of it: it is not approved, or about something else."
        )


def _is_figure_about(session: Session, draft: DecisionDraft) -> bool:
    found = approved.approved(session, col(Measurement.id) == draft.measurement_id)
    codes = [session.get_one(Indicator, row.indicator_code).objective_code for row in found]
    return any((code or "").startswith(draft.subject) for code in codes)


def is_owner(session: Session, owner: str) -> bool:
    """Whether an office or a person of this name in the ledger can be asked to act."""
    return owner in tuple(Office) or people.is_known(session, owner)
