"""The demonstration's meetings, who attended and what they decided: invented, and titled so."""

import datetime as dt
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from sqlmodel import Session

from store.meetings import decisions, meetings, minutes, running_order
from store.meetings.decision_draft import DecisionDraft
from store.meetings.meeting_draft import MeetingDraft
from store.meetings.running_order import END, START, RunningOrderDraft
from store.models import Attendance, Body, DecisionKind, DecisionState, Meeting, Office
from store.people import people
from store.rights.rights import Actor


@dataclass(frozen=True, slots=True)
class Decided:
    """What a meeting decided; `came_of_it` is (day, state, note, source) of its follow-up."""

    subject: str
    kind: DecisionKind
    text: str
    owner: str
    due_on: dt.date | None = None
    came_of_it: tuple[dt.date, DecisionState, str, str] | None = None
    effect: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting that never took place.

    `attended` counts the people named as attending; the first of them chaired it.
    """

    body: Body
    town: str
    held_on: dt.date
    agenda: tuple[str, ...]
    decided: tuple[Decided, ...] = ()
    attended: int = 0


MEETINGS = (
    Held(
        Body.CONSORTIUM,
        "Montpellier",
        dt.date(2025, 6, 12),
        ("A", "A1", "A3", "C2", "D2", "E1"),
        (
            Decided(
                "A1",
                DecisionKind.ACTION,
                "Write to the parties whose new contributions leave soils out.",
                Office.SECRETARIAT,
                dt.date(2025, 12, 1),
                (
                    dt.date(2025, 11, 20),
                    DecisionState.DONE,
                    "Letters went to 31 parties.",
                    "Invented register of letters, 2025",
                ),
            ),
            Decided(
                "C2",
                DecisionKind.ACTION,
                "Agree on one definition of a farmer association before the next count.",
                Office.COMMITTEE,
                dt.date(2026, 3, 31),
                effect="The regions count the same, so that C2 can be judged.",
            ),
            Decided(
                "E1",
                DecisionKind.DECISION,
                "The register of operators is kept once a year.",
                "members",
            ),
        ),
    ),
    Held(
        Body.CONSORTIUM,
        "Nairobi",
        dt.date(2026, 6, 11),
        ("C2", "A1", "A2", "B3", "D1", "D4", "E1", "F3"),
        (
            Decided(
                "D4",
                DecisionKind.ACTION,
                "Ask each region for the agreements signed since 2024.",
                "regional representatives",
                dt.date(2026, 12, 15),
            ),
            Decided(
                "",
                DecisionKind.DECISION,
                "Progress is reviewed on frozen figures from now on.",
                Office.MEMBERS,
            ),
        ),
        attended=9,
    ),
)
UNCONFIRMED = Held(
    Body.COMMITTEE,
    "Rome",
    dt.date(2026, 11, 17),
    ("E2", "E3", "B4"),
    (
        Decided(
            "E3",
            DecisionKind.ACTION,
            "Describe how the assessment tools are compared.",
            Office.COMMITTEE,
            dt.date(2027, 3, 31),
            effect="The tools can be counted the same way everywhere.",
        ),
    ),
    attended=5,
)
AMENDMENT = "The comparison covers the tools for grassland too."
STARTS_AT, OPENING, ITEM, CLOSE = "09:30", 15, 20, 30  # minutes of the steps
NOTE = "Invented note: hear the regions that are silent first."
PLANNED = Held(Body.BUREAU, "online", dt.date(2026, 12, 10), ("D4", "C2", "A1", "B1"))
PLAN = "2022"


def fill(session: Session, actor: Actor, today: dt.date) -> None:
    """Write the meetings, those of the past with their figures frozen and published."""
    for example in MEETINGS:
        closed = meetings.close(
            session, actor, _open(session, actor, example, today), example.held_on
        )
        for decided in example.decided:
            _decide(session, actor, closed, decided)
        for present in _attend(session, actor, closed, example):
            minutes.confirm(session, Actor(present.attendee), present, example.held_on)
        meetings.publish(session, actor, closed, example.held_on)
    _leave_unconfirmed(session, actor, today)
    _arrange(session, actor, PLANNED, today)


def _leave_unconfirmed(session: Session, actor: Actor, today: dt.date) -> None:
    """Write a closed meeting whose minutes wait: one confirmed them, one proposed an amendment."""
    closed = meetings.close(
        session, actor, _open(session, actor, UNCONFIRMED, today), UNCONFIRMED.held_on
    )
    for decided in UNCONFIRMED.decided:
        _decide(session, actor, closed, decided)
    first, second, *_silent = _attend(session, actor, closed, UNCONFIRMED)
    minutes.confirm(session, Actor(first.attendee), first, UNCONFIRMED.held_on)
    minutes.amend(session, Actor(second.attendee), second, AMENDMENT, UNCONFIRMED.held_on)


def _attend(session: Session, actor: Actor, meeting: Meeting, example: Held) -> list[Attendance]:
    """Name the first people of the demonstration as having attended."""
    return [
        minutes.name(session, actor, meeting.code, name, example.held_on)
        for name in _names(session, example)
    ]


def _names(session: Session, example: Held) -> list[str]:
    known = people.everybody(session)[: example.attended]
    return [people.name_in_ledger(person.id or 0) for person in known]


def _open(session: Session, actor: Actor, example: Held, today: dt.date) -> Meeting:
    planned = _arrange(session, actor, example, today)
    if names := _names(session, example):
        _plan(session, actor, planned, names[0])
    return meetings.freeze(session, actor, planned, example.held_on, example.held_on)


def _arrange(session: Session, actor: Actor, example: Held, today: dt.date) -> Meeting:
    draft = MeetingDraft(
        body=example.body,
        title=f"Invented meeting, {example.town} {example.held_on.year}",
        held_on=example.held_on,
        place_name=example.town,
        plan_code=PLAN,
        agenda=list(example.agenda),
        known_on=min(example.held_on, today),
    )
    return meetings.arrange(session, actor, draft)


def _plan(session: Session, actor: Actor, meeting: Meeting, chair: str) -> None:
    """Write when each step was to begin, and a note for the chair."""
    draft = RunningOrderDraft(
        meeting_code=meeting.code,
        chair=chair,
        starts_at=STARTS_AT,
        minutes={START: OPENING, **dict.fromkeys(meeting.agenda, ITEM), END: CLOSE},
        notes={meeting.agenda[0]: NOTE},
        known_on=meeting.held_on,
    )
    running_order.plan(session, actor, draft, None)


def _decide(session: Session, actor: Actor, meeting: Meeting, example: Decided) -> None:
    draft = DecisionDraft(
        code=str(uuid5(NAMESPACE_URL, f"{meeting.code} {example.text}")),
        meeting_code=meeting.code,
        subject=example.subject,
        kind=example.kind,
        text=example.text,
        owner=example.owner,
        due_on=example.due_on,
        effect=example.effect,
        known_on=meeting.held_on,
    )
    written = decisions.record(session, actor, draft)
    if example.came_of_it is not None:
        day, state, note, source = example.came_of_it
        follow_up = DecisionDraft.of(
            written, state=state, note=note, source_title=source, known_on=day
        )
        decisions.record(session, actor, follow_up, written.id)
