"""Meetings as the Secretariat arranges and opens them, and what they decide."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from store.figures import actions
from store.ground import clock
from store.ledger.knowledge import Until
from store.meetings import decisions, meetings
from store.meetings.decision_draft import DecisionDraft
from store.meetings.meeting_draft import MeetingDraft
from store.models import Decision, Meeting
from store.people import people
from store.people.person_draft import PersonDraft
from store.plan.wording_draft import WordingDraft
from store.rights.rights import Actor, program
from tests.store.writing import ANA, BO, draft, on_top

TODAY = clock.today()
YESTERDAY = TODAY - dt.timedelta(days=1)
LAST_MONTH = TODAY - dt.timedelta(days=30)
NEXT_MONTH = TODAY + dt.timedelta(days=30)


def meeting(**content: Any) -> MeetingDraft:
    """A planned meeting of the Bureau today, unless told otherwise."""
    usual = {
        "code": "",
        "body": "bureau",
        "title": "Review of progress",
        "held_on": TODAY,
        "plan_code": "2022",
        "agenda": ["D4", "A"],
        "known_on": TODAY,
    }
    return MeetingDraft(**usual | content)


def opened(engine: sa.Engine, **content: Any) -> Meeting:
    """A meeting that was just opened."""
    as_of = content.pop("as_of", TODAY)
    with Session(engine, expire_on_commit=False) as session, session.begin():
        planned = meetings.arrange(session, ANA, meeting(**content))
        return meetings.freeze(session, ANA, planned, as_of, TODAY)


def report(engine: sa.Engine, known_on: dt.date, **content: Any) -> int:
    """Report a figure, over what stands in its slot, and approve it; return its number."""
    with Session(engine) as session, session.begin():
        row = actions.report(session, ANA, on_top(session, draft(**content)))
        actions.approve(session, BO, row, known_on)
        return row.id or 0


def somebody(engine: sa.Engine, name: str) -> Actor:
    """Somebody with an account and no role."""
    with Session(engine) as session, session.begin():
        row = people.add_person(session, program("test"), PersonDraft(name=name))
        return Actor(people.name_in_ledger(row.id or 0))


def step(engine: sa.Engine, work: Callable[..., Meeting], *arguments: Any) -> Meeting:
    """Bring a meeting one step on, in a transaction of its own."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        return work(session, ANA, *arguments)


def decision(held: Meeting, **content: Any) -> DecisionDraft:
    """An action of the Secretariat about D4, unless told otherwise."""
    usual = {
        "code": "one",
        "meeting_code": held.code,
        "subject": "D4",
        "kind": "action",
        "text": "Ask the five regions for their agreements.",
        "owner": "secretariat",
        "due_on": NEXT_MONTH,
        "known_on": TODAY,
    }
    return DecisionDraft(**usual | content)


def decide(engine: sa.Engine, held: Meeting, **content: Any) -> Decision:
    """Write a decision in a transaction of its own."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        return decisions.record(session, ANA, decision(held, **content))


def title(text: str, **content: Any) -> WordingDraft:
    """A new title of D4 in the plan of 2022, unless told otherwise."""
    usual: dict[str, Any] = {"plan_code": "2022", "subject": "D4", "part": "title"}
    said = {"source_title": "Minutes", "reason": "Clearer", "known_on": TODAY}
    return WordingDraft(**usual | said | content, text=text)


def frozen(one: Meeting) -> Until:
    """What an opened meeting reads."""
    until = meetings.until(one)
    assert until is not None
    return until
