"""What task forces and the Initiative do: activities, and the calls for project assessment."""

import datetime as dt
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from store.ground.drafts import Amount, Count, Latitude, Link, Longitude, Source, Text, Title
from store.models.base import Fact, finite, one_of, words
from store.models.places import WORLD


class ActivityKind(StrEnum):
    """What an activity is; an event has a type besides."""

    ACTION = "action"
    PROJECT = "project"
    EVENT = "event"
    STRATEGY = "strategy"
    PLAN = "plan"


class EventType(StrEnum):
    """Which of the plan's events it is."""

    REGIONAL_MEETING = "regional meeting"
    DAY = "day"
    CONSORTIUM = "consortium"
    SIDE_EVENTS = "side events"
    OTHER = "other event"


class ActivityState(StrEnum):
    """How far an activity is."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"


class ActivityStanding(StrEnum):
    """Who may see it: a proposal only its task forces, what is kept everybody, the rest nobody."""

    PROPOSED = "proposed"
    KEPT = "kept"
    WITHDRAWN = "withdrawn"


class ActivityFields(SQLModel):
    """What an activity says; an event, and nothing else, has a type.

    `code` is the same through all revisions. `place_code` is the world, a region or a country; the
    point, if any, lies at `place_name` (a town, or "online"). Unit: `latitude` and `longitude` in
    degrees, `budget` in whole `currency` (ISO 4217).
    """

    code: str = Field(max_length=36)
    kind: ActivityKind = Field(sa_type=words(ActivityKind, 12))
    event_type: EventType | None = Field(default=None, sa_type=words(EventType, 20))
    title: Title
    objectives: list[str] = Field(sa_column=sa.Column(sa.JSON, nullable=False))
    place_code: str = Field(default=WORLD, foreign_key="place.code")
    place_name: Text = ""
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    starts_on: dt.date
    ends_on: dt.date | None = None
    state: ActivityState = Field(sa_type=words(ActivityState, 12))
    budget: Amount | None = None
    currency: str = Field(default="", max_length=3)
    partners: list[Text] = Field(default_factory=list, sa_column=sa.Column(sa.JSON, nullable=False))
    participants: Text = ""
    link: Link = ""
    evidence: Text = ""
    reason: Text = ""


class Activity(ActivityFields, Fact, table=True):
    """One revision of an activity of one or more task forces; a change supersedes.

    A `proposed` one is seen by its task forces only, a `withdrawn` one by nobody.
    """

    SLOT = ("code",)
    RULES = (
        one_of("kind", *ActivityKind),
        one_of("event_type", *EventType),
        one_of("state", *ActivityState),
        one_of("standing", *ActivityStanding),
        finite("budget"),
        sa.CheckConstraint("(kind = 'event') = (event_type IS NOT NULL)", name="event"),
        sa.CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="dates"),
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude"),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude"),
        sa.CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="point"),
        sa.CheckConstraint("(budget IS NULL) = (currency = '')", name="currency"),
    )

    standing: ActivityStanding = Field(
        default=ActivityStanding.KEPT, sa_type=words(ActivityStanding, 12)
    )
    known_on: dt.date = Field(index=True)


class CallFields(SQLModel):
    """The days and counts of a call; what was not published is None, never zero."""

    number: int
    opened_on: dt.date | None = None
    closed_on: dt.date | None = None
    results_on: dt.date | None = None
    received: Count | None = None
    in_line: Count | None = None
    sent_back: Count | None = None
    source_title: Source
    source_link: Link = ""
    note: Text = ""


class AssessmentCall(CallFields, Fact, table=True):
    """One revision of a call for the formative assessment of projects (A2); a change supersedes."""

    __tablename__ = "assessment_call"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it
    SLOT = ("number",)
    RULES = (
        sa.CheckConstraint("number > 0", name="number"),
        sa.CheckConstraint("received >= 0 AND in_line >= 0 AND sent_back >= 0", name="counts"),
        sa.CheckConstraint("closed_on >= opened_on", name="dates"),
    )
