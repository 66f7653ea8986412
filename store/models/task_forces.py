"""Task forces: where each stands with its first tasks, and who asked to join it."""

import datetime as dt
from enum import StrEnum
from typing import ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from store.ground.drafts import Link, Text
from store.models.base import KEY, Fact, key_column, one_of, words
from store.models.people import RoleKind

# The roles that one may ask for.
WANTED_ROLES = (
    RoleKind.TEAM_MEMBER,
    RoleKind.REGIONAL_REPRESENTATIVE,
    RoleKind.TASK_FORCE_LEADER,
)


class Task(StrEnum):
    """What the plan asks of every task force first."""

    MAP = "map of ongoing work"
    STRATEGY = "implementation strategy"
    PLANS = "action plans"


class TaskState(StrEnum):
    """How far a task is."""

    NOT_STARTED = "not started"
    UNDER_WAY = "under way"
    DONE = "done"


class Answer(StrEnum):
    """What the Secretariat answered to a wish."""

    ACCEPTED = "accepted"
    DECLINED = "declined"


class TaskFields(SQLModel):
    """How far the task force of an objective is with one of its first three tasks."""

    objective_code: str = Field(foreign_key="objective.code")
    task: Task = Field(sa_type=words(Task, 24))
    state: TaskState = Field(sa_type=words(TaskState, 12))
    note: Text = ""
    link: Link = ""


class TaskReport(TaskFields, Fact, table=True):
    """A report on a task of a task force; a change supersedes."""

    __tablename__ = "task_report"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it
    SLOT = ("objective_code", "task")
    RULES = (
        one_of("task", *Task),
        one_of("state", *TaskState),
    )


class ApplicationFields(SQLModel):
    """Which role in which task force somebody wishes, and what they say of themselves."""

    objective_code: str = Field(foreign_key="objective.code")
    role: RoleKind = Field(sa_type=words(RoleKind, 24))
    region_code: str | None = Field(default=None, foreign_key="place.code")
    organisation_name: Text
    motivation: Text
    sent_on: dt.date


class Application(ApplicationFields, table=True):
    """Somebody's wish to join a task force; without a verdict it waits for the Secretariat."""

    __table_args__ = (
        one_of("role", *WANTED_ROLES),
        one_of("verdict", *Answer),
        sa.CheckConstraint("(verdict IS NULL) = (decided_on IS NULL)", name="decision"),
        sa.CheckConstraint(
            "(role = 'regional representative') = (region_code IS NOT NULL)", name="region"
        ),
    )
    # Never in an audit entry, which nobody can erase.
    personal: ClassVar[frozenset[str]] = frozenset({"organisation_name", "motivation"})

    id: int | None = Field(default=None, sa_column=key_column())
    person_id: int = Field(
        sa_type=KEY,
        foreign_key="person.id",
        index=True,
    )
    verdict: Answer | None = Field(default=None, sa_type=words(Answer, 8))
    reason: str = ""
    decided_by: str = ""
    decided_on: dt.date | None = None
