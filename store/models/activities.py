"""What task forces and the Initiative do: activities, and the calls for project assessment."""

import datetime as dt

import sqlalchemy as sa
from sqlmodel import Field

from store.models.base import Fact, finite, one_of
from store.models.places import WORLD

KINDS = ("action", "project", "event", "strategy", "plan")
EVENT_TYPES = ("regional meeting", "day", "consortium", "side events", "other event")
STATES = ("planned", "running", "done", "stopped")
STANDINGS = ("proposed", "kept", "withdrawn")


class Activity(Fact, table=True):
    """One revision of an activity of one or more task forces; a change supersedes.

    `code` is the same through all revisions. A `proposed` one is seen by its task forces only,
    a `withdrawn` one by nobody. `place_code` is the world, a region or a country; the point, if
    any, lies at `place_name` (a town, or "online"). Unit: `budget` in whole `currency` (ISO 4217).
    """

    SLOT = ("code",)
    RULES = (
        one_of("kind", *KINDS),
        one_of("event_type", *EVENT_TYPES),
        one_of("state", *STATES),
        one_of("standing", *STANDINGS),
        finite("budget"),
        sa.CheckConstraint("(kind = 'event') = (event_type IS NOT NULL)", name="event"),
        sa.CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="dates"),
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude"),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude"),
        sa.CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="point"),
        sa.CheckConstraint("(budget IS NULL) = (currency = '')", name="currency"),
    )

    code: str = Field(max_length=36)
    standing: str = Field(default="kept", max_length=12)
    kind: str = Field(max_length=12)
    event_type: str | None = Field(default=None, max_length=20)
    title: str
    objectives: list[str] = Field(
        default_factory=list, sa_column=sa.Column(sa.JSON, nullable=False)
    )
    place_code: str = Field(default=WORLD, foreign_key="place.code")
    place_name: str = ""
    latitude: float | None = None
    longitude: float | None = None
    starts_on: dt.date
    ends_on: dt.date | None = None
    state: str = Field(max_length=12)
    budget: float | None = None
    currency: str = Field(default="", max_length=3)
    partners: list[str] = Field(default_factory=list, sa_column=sa.Column(sa.JSON, nullable=False))
    participants: str = ""
    link: str = ""
    evidence: str = ""
    reason: str = ""
    known_on: dt.date = Field(index=True)


class AssessmentCall(Fact, table=True):
    """One revision of a call for the formative assessment of projects (A2); a change supersedes.

    What was not published is None, never zero.
    """

    __tablename__ = "assessment_call"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it
    SLOT = ("number",)
    RULES = (
        sa.CheckConstraint("number > 0", name="number"),
        sa.CheckConstraint("received >= 0 AND in_line >= 0 AND sent_back >= 0", name="counts"),
        sa.CheckConstraint("closed_on >= opened_on", name="dates"),
    )

    number: int
    opened_on: dt.date | None = None
    closed_on: dt.date | None = None
    results_on: dt.date | None = None
    received: int | None = None
    in_line: int | None = None
    sent_back: int | None = None
    source_title: str
    source_link: str = ""
    note: str = ""
