"""Twin regions: the announced pilot's countries, and pairs of places as they were agreed."""

import datetime as dt
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from store.ground.drafts import Latitude, Link, Longitude, Source, Text
from store.models.base import KEY, Fact, LedgerRow, one_of, words

NEUTRALITY = 2035  # the year that the concept aims at


class PairState(StrEnum):
    """How far a pair is."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    ACTIVE = "active"
    ENDED = "ended"


class Side(StrEnum):
    """Which of the two places."""

    FIRST = "first"
    SECOND = "second"


class SideKind(StrEnum):
    """What a place of a pair is."""

    REGION = "region"
    MUNICIPALITY = "municipality"
    COUNTRY = "country"


class PilotCountry(SQLModel, table=True):
    """A country of the twin-region pilot; the pairs themselves are not published."""

    __tablename__ = "pilot_country"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it

    place_code: str = Field(foreign_key="place.code", primary_key=True)
    known_on: dt.date
    note: str
    source_title: str


class PairFields(SQLModel):
    """What holds for both places of a pair.

    `code` is the same through all revisions; `since` is the day from which the state holds.
    """

    code: str = Field(max_length=36)
    name: Text
    state: PairState = Field(sa_type=words(PairState, 12))
    since: dt.date
    aims: Text = ""
    neutrality_year: int = NEUTRALITY
    source_title: Source
    source_link: Link = ""
    note: Text = ""


class TwinPair(PairFields, Fact, table=True):
    """One revision of a pair of twin regions; a change supersedes."""

    __tablename__ = "twin_pair"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it
    SLOT = ("code",)
    RULES = (
        one_of("state", *PairState),
        sa.CheckConstraint("neutrality_year BETWEEN 2020 AND 2100", name="neutrality_year"),
    )


class SideFields(SQLModel):
    """One of the two places; the point, in degrees, is where a map writes its name."""

    kind: SideKind = Field(sa_type=words(SideKind, 12))
    name: Text
    place_code: str = Field(foreign_key="place.code")
    latitude: Latitude
    longitude: Longitude
    municipalities: list[Text] = Field(
        default_factory=list, sa_column=sa.Column(sa.JSON, nullable=False)
    )


class TwinSide(SideFields, LedgerRow, table=True):
    """One of the two places of a pair's revision."""

    __tablename__ = "twin_side"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it
    __table_args__ = (
        one_of("side", *Side),
        one_of("kind", *SideKind),
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude"),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude"),
        sa.UniqueConstraint("pair_id", "side", name="uq_twin_side_slot"),
    )

    pair_id: int = Field(
        sa_type=KEY,
        foreign_key="twin_pair.id",
    )
    side: Side = Field(sa_type=words(Side, 8))
