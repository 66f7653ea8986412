"""The ledger: measurements, years declared complete, the reviews of both, and the audit trail.

Rows are never changed.
"""

import datetime as dt
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from store.ground.drafts import Figure, InUnit, Link, Text
from store.models.base import KEY, LedgerRow, Revision, Stamped, finite, one_of, words
from store.progress import Qualifier

ONE_CONTENT = (
    "(CASE WHEN value IS NULL THEN 0 ELSE 1 END"
    " + CASE WHEN numerator IS NULL THEN 0 ELSE 1 END"
    " + CASE WHEN level IS NULL THEN 0 ELSE 1 END"
    " + CASE WHEN missing_reason IS NULL THEN 0 ELSE 1 END) = 1"
)


class Verdict(StrEnum):
    """How a review ended."""

    APPROVED = "approved"
    RETURNED = "returned"


class MeasurementFields(SQLModel):
    """What is reported: exactly one of value, share, level or the reason why there is none.

    Unit: `value` is in the indicator's unit; `numerator` and `denominator` are counts of the same
    things; `level` is 0 to 5 on the milestone scale.
    """

    indicator_code: str = Field(foreign_key="indicator.code")
    place_code: str = Field(foreign_key="place.code")
    period_start: dt.date
    period_end: dt.date
    value: InUnit | None = None
    numerator: Figure | None = Field(default=None, ge=0)
    denominator: Figure | None = Field(default=None, gt=0)
    level: int | None = Field(default=None, ge=0, le=5)
    missing_reason: Text | None = None
    qualifier: Qualifier = Field(default=Qualifier.EXACT, sa_type=words(Qualifier, 8))
    source_title: Text = ""
    source_link: Link = ""
    authority: int | None = Field(default=None, ge=1, le=4)
    note: Text = ""
    reason: Text = ""

    @property
    def slot(self) -> tuple[str, str, dt.date, dt.date]:
        """Which figure it is: indicator, place, period."""
        return self.indicator_code, self.place_code, self.period_start, self.period_end


class Measurement(MeasurementFields, Revision, table=True):
    """What somebody reported of one indicator, place and period.

    The period of a level or a total is the day, or the bracket of days between which it was; that
    of a yearly rate is the calendar year.

    A slot (indicator, place, period) holds revisions 0, 1, 2 …; a correction is the next revision
    and names the row it supersedes.
    """

    # The index of slots does two jobs: a slot has one row a revision, and world and regions, which
    # every page reads, lie side by side however many countries report.
    SLOT = ("place_code", "indicator_code", "period_end", "period_start")
    RULES = (
        one_of("qualifier", *Qualifier),
        finite("value"),
        finite("numerator"),
        finite("denominator"),
        sa.CheckConstraint(ONE_CONTENT, name="one_content"),
        sa.CheckConstraint(
            "(numerator IS NULL) = (denominator IS NULL) AND (denominator IS NULL OR"
            " denominator > 0)",
            name="share",
        ),
        sa.CheckConstraint("level BETWEEN 0 AND 5", name="level"),
        sa.CheckConstraint("authority BETWEEN 1 AND 4", name="authority"),
        sa.CheckConstraint("period_end >= period_start", name="period_order"),
        sa.Index("ix_measurement_newest", "indicator_code", "period_end", "id"),
    )

    client_key: str = Field(max_length=36, unique=True)


class CompleteYearFields(SQLModel):
    """Of which indicator, place and year all is reported, and which document says so."""

    indicator_code: str = Field(foreign_key="indicator.code")
    place_code: str = Field(foreign_key="place.code")
    year: int
    is_complete: bool = True
    source_title: Text
    source_link: Link = ""
    note: Text = ""
    reason: Text = ""


class CompleteYear(CompleteYearFields, Revision, table=True):
    """That all there was of a year is reported of an indicator and place: zeros were entered, too.

    A slot (place, indicator, year) holds revisions; one that says `is_complete` no more takes the
    declaration back.
    """

    __tablename__ = "complete_year"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it
    SLOT = ("place_code", "indicator_code", "year")
    RULES = (sa.CheckConstraint("year BETWEEN 2015 AND 2100", name="year"),)


class ReviewStep(Stamped, LedgerRow):
    """One step of a review.

    `known_on` is the day from which pages show what was approved: its publication date, or the
    day of approval for what was entered here.
    """

    step: int = 1
    verdict: Verdict = Field(sa_type=words(Verdict, 8))
    comment: str = ""
    reviewer: str
    known_on: dt.date


class Review(ReviewStep, table=True):
    """A step of a measurement's review; two reviewers at once collide on (measurement, step)."""

    __table_args__ = (
        one_of("verdict", *Verdict),
        sa.UniqueConstraint("measurement_id", "step"),
        sa.Index("ix_review_newest", "recorded_at", "id"),
    )

    measurement_id: int = Field(
        sa_type=KEY,
        foreign_key="measurement.id",
    )


class CompleteYearReview(ReviewStep, table=True):
    """A step of the review of a year declared complete."""

    __tablename__ = "complete_year_review"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it
    __table_args__ = (
        one_of("verdict", *Verdict),
        sa.UniqueConstraint("complete_year_id", "step"),
    )

    complete_year_id: int = Field(
        sa_type=KEY,
        foreign_key="complete_year.id",
    )


class AuditEntry(Stamped, LedgerRow, table=True):
    """Who did what to which row, and when; its highest id tells whether anything was written."""

    __tablename__ = "audit_entry"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it

    actor: str
    action: str = Field(max_length=40)
    subject: str = Field(max_length=80)
    before: dict[str, Any] | None = Field(default=None, sa_column=sa.Column(sa.JSON))
    after: dict[str, Any] | None = Field(default=None, sa_column=sa.Column(sa.JSON))
