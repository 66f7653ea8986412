"""Task forces: where each stands with its first tasks, and who asked to join it."""

import datetime as dt
from typing import ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from store.models.base import KEY, Fact, key_column, one_of

TASKS = ("map of ongoing work", "implementation strategy", "action plans")
TASK_STATES = ("not started", "under way", "done")
WANTED_ROLES = ("team member", "regional representative", "task force leader")


class TaskReport(Fact, table=True):
    """How far a task force is with one of its first three tasks; a change supersedes."""

    __tablename__ = "task_report"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it
    SLOT = ("objective_code", "task")
    RULES = (
        one_of("task", *TASKS),
        one_of("state", *TASK_STATES),
    )

    objective_code: str = Field(foreign_key="objective.code")
    task: str = Field(max_length=24)
    state: str = Field(max_length=12)
    note: str = ""
    link: str = ""


class Application(SQLModel, table=True):
    """Somebody's wish to join a task force; without a verdict it waits for the Secretariat."""

    __table_args__ = (
        one_of("role", *WANTED_ROLES),
        one_of("verdict", "accepted", "declined"),
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
    objective_code: str = Field(foreign_key="objective.code")
    role: str = Field(max_length=24)
    region_code: str | None = Field(default=None, foreign_key="place.code")
    organisation_name: str
    motivation: str
    sent_on: dt.date
    verdict: str | None = Field(default=None, max_length=8)
    reason: str = ""
    decided_by: str = ""
    decided_on: dt.date | None = None
