"""Around the ledger: when figures are due, what people remark on them, and what is half typed."""

import datetime as dt
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from store.ground.drafts import Text
from store.models.base import KEY, Fact, LedgerRow, Stamped, key_column, one_of, words


class RemarkKind(StrEnum):
    """What a remark is for."""

    ACKNOWLEDGEMENT = "acknowledgement"
    RECOMMENDATION = "recommendation"
    ANNOTATION = "annotation"
    QUALITY_FLAG = "quality flag"


class ScheduleFields(SQLModel):
    """From when, how often and by which day of the next year an indicator is due, and why."""

    indicator_code: str = Field(foreign_key="indicator.code")
    first_year: int = 2025
    every_years: int = Field(default=1, ge=1, le=10)
    due_month: int = Field(default=3, ge=1, le=12)
    due_day: int = Field(default=28, ge=1, le=28)
    reason: Text


class Schedule(ScheduleFields, Fact, table=True):
    """The reporting calendar of an indicator.

    A change is a new row that supersedes the old one; an indicator without a row has the default.
    """

    SLOT = ("indicator_code",)
    RULES = (
        sa.CheckConstraint("every_years BETWEEN 1 AND 10", name="every_years"),
        sa.CheckConstraint("due_month BETWEEN 1 AND 12", name="due_month"),
        sa.CheckConstraint("due_day BETWEEN 1 AND 28", name="due_day"),
    )


class Remark(Stamped, LedgerRow, table=True):
    """What somebody said about a reported figure. It changes no figure and is never changed.

    A reporter acknowledges a warning, a Task Force Leader recommends, a member of the STC
    annotates or flags the quality.
    """

    __table_args__ = (one_of("kind", *RemarkKind),)

    measurement_id: int = Field(
        sa_type=KEY,
        foreign_key="measurement.id",
        index=True,
    )
    kind: RemarkKind = Field(sa_type=words(RemarkKind, 16))
    text: str
    author: str


class SavedDraft(SQLModel, table=True):
    """What one person has typed so far for one slot. Private, outside the ledger, overwritten.

    The draft of a sampling of soil has no slot yet: everybody has one at most.
    """

    __tablename__ = "saved_draft"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it
    __table_args__ = (
        sa.UniqueConstraint(
            "author", "indicator_code", "place_code", "year", name="uq_saved_draft_slot"
        ),
        sa.CheckConstraint(
            "(indicator_code IS NULL) = (place_code IS NULL)"
            " AND (indicator_code IS NULL) = (year IS NULL)",
            name="slot",
        ),
        sa.Index(
            "uq_saved_draft_sampling",
            "author",
            unique=True,
            sqlite_where=sa.text("indicator_code IS NULL"),
            postgresql_where=sa.text("indicator_code IS NULL"),
        ),
    )

    id: int | None = Field(default=None, sa_column=key_column())
    author: str
    indicator_code: str | None = Field(default=None, foreign_key="indicator.code")
    place_code: str | None = Field(default=None, foreign_key="place.code")
    year: int | None = None
    content: dict[str, Any] = Field(
        default_factory=dict, sa_column=sa.Column(sa.JSON, nullable=False)
    )
    saved_at: dt.datetime
