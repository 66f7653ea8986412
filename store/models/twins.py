"""Twin regions: the announced pilot's countries, and pairs of places as they were agreed."""

import datetime as dt

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from store.ground import clock
from store.models.base import key_column, one_of, reference_column

PAIR_STATES = ("proposed", "agreed", "active", "ended")
SIDES = ("first", "second")
SIDE_KINDS = ("region", "municipality", "country")
NEUTRALITY = 2035  # the year that the concept aims at


class PilotCountry(SQLModel, table=True):
    """A country of the twin-region pilot; the pairs themselves are not published."""

    __tablename__ = "pilot_country"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it

    place_code: str = Field(foreign_key="place.code", primary_key=True)
    known_on: dt.date
    note: str
    source_title: str


class TwinPair(SQLModel, table=True):
    """One revision of a pair of twin regions; a change supersedes.

    `code` is the same through all revisions; `since` is the day from which the state holds.
    """

    __tablename__ = "twin_pair"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it
    __table_args__ = (
        one_of("state", *PAIR_STATES),
        sa.CheckConstraint("neutrality_year BETWEEN 2020 AND 2100", name="neutrality_year"),
        sa.UniqueConstraint("code", "revision", name="uq_twin_pair_slot"),
    )

    id: int | None = Field(default=None, sa_column=key_column())
    code: str = Field(max_length=36)
    revision: int = 0
    name: str
    state: str = Field(max_length=12)
    since: dt.date
    aims: str = ""
    neutrality_year: int = NEUTRALITY
    source_title: str
    source_link: str = ""
    note: str = ""
    reporter: str = ""
    known_on: dt.date
    recorded_at: dt.datetime = Field(default_factory=clock.now)
    supersedes_id: int | None = Field(
        default=None, sa_column=reference_column("twin_pair.id", unique=True)
    )


class TwinSide(SQLModel, table=True):
    """One of the two places of a pair's revision, with the point where a map writes its name."""

    __tablename__ = "twin_side"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it
    __table_args__ = (
        one_of("side", *SIDES),
        one_of("kind", *SIDE_KINDS),
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude"),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude"),
        sa.UniqueConstraint("pair_id", "side", name="uq_twin_side_slot"),
    )

    id: int | None = Field(default=None, sa_column=key_column())
    pair_id: int = Field(
        sa_type=sa.BigInteger().with_variant(sa.Integer(), "sqlite"),  # pyright: ignore[reportArgumentType]  # an instance works
        foreign_key="twin_pair.id",
    )
    side: str = Field(max_length=8)
    kind: str = Field(max_length=12)
    name: str
    place_code: str = Field(foreign_key="place.code")
    latitude: float
    longitude: float
    municipalities: list[str] = Field(
        default_factory=list, sa_column=sa.Column(sa.JSON, nullable=False)
    )
