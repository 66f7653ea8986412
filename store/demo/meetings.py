"""The demonstration's meetings and what they decided: invented, and titled so."""

import datetime as dt
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from sqlmodel import Session

from store.meetings import decisions, meetings
from store.meetings.decision_draft import DecisionDraft
from store.meetings.meeting_draft import MeetingDraft
from store.models import Body, DecisionKind, DecisionState, Meeting, Office
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
    """A meeting that never took place."""

    body: Body
    town: str
    held_on: dt.date
    agenda: tuple[str, ...]
    decided: tuple[Decided, ...] = ()


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
    ),
)
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
        meetings.publish(session, actor, closed, example.held_on)
    _arrange(session, actor, PLANNED, today)


def _open(session: Session, actor: Actor, example: Held, today: dt.date) -> Meeting:
    planned = _arrange(session, actor, example, today)
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
