"""Meetings that review progress, and what they decide."""

import datetime as dt
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from store.ground.drafts import Text, Title
from store.models.base import KEY, Fact, one_of, words
from store.progress import METHOD_VERSION


class Body(StrEnum):
    """Who meets."""

    CONSORTIUM = "consortium of members"
    FORUM = "forum of partners"
    BUREAU = "bureau"
    COMMITTEE = "scientific and technical committee"
    REGIONAL_MEETING = "regional meeting"
    TASK_FORCE_LEADERS = "task force leaders"


class Stage(StrEnum):
    """How far a meeting is; its figures are frozen from its opening on."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class DecisionKind(StrEnum):
    """A decision holds; an action is due on a day."""

    DECISION = "decision"
    ACTION = "action"


class DecisionState(StrEnum):
    """What became of it."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Office(StrEnum):
    """Who can be asked to act without being a person."""

    SECRETARIAT = "secretariat"
    TASK_FORCE_LEADER = "task force leader"
    REGIONAL_REPRESENTATIVES = "regional representatives"
    COMMITTEE = "scientific and technical committee"
    BUREAU = "bureau"
    MEMBERS = "members"
    PARTNERS = "partners"


class Said(StrEnum):
    """What somebody who attended said of the minutes, and what became of it."""

    PRESENT = "present"  # nothing yet
    ABSENT = "absent"  # named by mistake
    CONFIRMED = "confirmed"
    PROPOSED = "amendment proposed"
    ACCEPTED = "amendment accepted"
    ANSWERED = "amendment answered"  # and not accepted


class MeetingFields(SQLModel):
    """Who meets, when and where.

    `agenda` holds the codes of goals and objectives in the order in which they are taken up.
    """

    body: Body = Field(sa_type=words(Body, 40))
    region_code: str | None = Field(default=None, foreign_key="place.code")
    title: Title
    held_on: dt.date
    place_name: Text = ""
    plan_code: str = Field(foreign_key="plan_version.code")
    agenda: list[str] = Field(default_factory=list, sa_column=sa.Column(sa.JSON, nullable=False))


class Meeting(MeetingFields, Fact, table=True):
    """One revision of a meeting of a body; a change supersedes.

    From its opening on a meeting reads the figures known on `as_of` that were recorded by
    `opened_at`, whatever is written later, and keeps the version of the method it was opened
    under.
    """

    SLOT = ("code",)
    RULES = (
        one_of("body", *Body),
        one_of("stage", *Stage),
        sa.CheckConstraint(
            "(body = 'regional meeting') = (region_code IS NOT NULL)", name="region"
        ),
        sa.CheckConstraint("(as_of IS NULL) = (opened_at IS NULL)", name="frozen"),
        sa.CheckConstraint(
            "(stage IN ('open', 'closed')) = (opened_at IS NOT NULL)", name="opened"
        ),
        sa.CheckConstraint("stage = 'closed' OR NOT is_published", name="published"),
    )

    code: str = Field(max_length=60)
    stage: Stage = Field(default=Stage.PLANNED, sa_type=words(Stage, 12))
    is_published: bool = False
    as_of: dt.date | None = None
    opened_at: dt.datetime | None = None
    method_version: str = Field(
        default=METHOD_VERSION, max_length=8, sa_column_kwargs={"server_default": "1.0"}
    )
    reason: str = ""
    known_on: dt.date = Field(index=True)


class DecisionFields(SQLModel):
    """What was decided, and what came of it.

    `subject` is the goal or objective it is about, "" the plan as a whole. `owner` is an
    Office or a person's number (`person 12`), whose details can be erased. `effect` is what it is
    expected to change, "" where nobody said. What shows that it was done is a document or register
    (`source_title`), a page (`source_link`) or an approved figure (`measurement_id`).
    """

    code: str = Field(max_length=36)
    meeting_code: str = Field(max_length=60, index=True)
    subject: str = Field(default="", max_length=4)
    kind: DecisionKind = Field(sa_type=words(DecisionKind, 12))
    text: Text
    owner: str = Field(max_length=60)
    due_on: dt.date | None = None
    effect: Text = ""
    state: DecisionState = Field(default=DecisionState.OPEN, sa_type=words(DecisionState, 12))
    note: Text = ""
    source_title: Text = ""
    source_link: Text = ""
    measurement_id: int | None = Field(default=None, sa_type=KEY)


class Decision(DecisionFields, Fact, table=True):
    """One revision of a decision or an action of a meeting; a follow-up supersedes."""

    SLOT = ("code",)
    RULES = (
        one_of("kind", *DecisionKind),
        one_of("state", *DecisionState),
        sa.CheckConstraint("kind = 'decision' OR due_on IS NOT NULL", name="due"),
    )

    known_on: dt.date = Field(index=True)


class Attendance(Fact, table=True):
    """One revision of what somebody who attended a meeting said of its minutes.

    `attendee` is a person's number (`person 12`), whose details can be erased. `text` is the
    amendment that they proposed, `answer` what they were told.
    """

    SLOT = ("meeting_code", "attendee")
    RULES = (
        one_of("said", *Said),
        sa.CheckConstraint("said NOT LIKE 'amendment%' OR text <> ''", name="amendment"),
    )

    meeting_code: str = Field(max_length=60, index=True)
    attendee: str = Field(max_length=60, index=True)
    said: Said = Field(default=Said.PRESENT, sa_type=words(Said, 20))
    text: str = ""
    answer: str = ""
    known_on: dt.date = Field(index=True)


def _by_step() -> Any:  # noqa: ANN401  # pydantic makes the field of it
    return Field(default_factory=dict, sa_type=sa.JSON)


class RunningOrderFields(SQLModel):
    """When a meeting begins, how long each step is meant to take, and what the chair is told.

    A step is the code of a goal or an objective, `start` or `end`. `chair` is a person's number
    (`person 12`), "" where nobody is named. Unit: minutes.
    """

    meeting_code: str = Field(max_length=60, index=True)
    chair: str = Field(default="", max_length=60)
    starts_at: str = Field(default="", max_length=5)
    minutes: dict[str, int] = _by_step()
    notes: dict[str, str] = _by_step()


class RunningOrder(RunningOrderFields, Fact, table=True):
    """One revision of a meeting's running order; its chair and who holds meetings read it."""

    __tablename__ = "running_order"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it
    SLOT = ("meeting_code",)

    known_on: dt.date = Field(index=True)
