"""What happened and where: published meetings and side events, and the twin-region pilot."""

import datetime as dt

from sqlmodel import Field, SQLModel

from store.models.base import key_column


class Event(SQLModel, table=True):
    """A published meeting of the Initiative; known from the day it ended."""

    id: int | None = Field(default=None, sa_column=key_column())
    kind: str = Field(max_length=40)
    title: str
    starts_on: dt.date
    ends_on: dt.date
    place_name: str
    region_code: str | None = Field(default=None, foreign_key="place.code")
    latitude: float | None = None
    longitude: float | None = None
    participants: str = ""
    source_link: str


class PilotCountry(SQLModel, table=True):
    """A country of the twin-region pilot; the pairs themselves are not published."""

    __tablename__ = "pilot_country"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it

    place_code: str = Field(foreign_key="place.code", primary_key=True)
    known_on: dt.date
    note: str
    source_title: str
