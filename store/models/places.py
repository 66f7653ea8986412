"""Where a figure speaks of: the world, a region, a country."""

from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from store.models.base import one_of, words


class PlaceKind(StrEnum):
    """What a place is; an organisation's own figures are at no place on a map."""

    WORLD = "world"
    REGION = "region"
    COUNTRY = "country"
    ORGANISATION = "organisation"


WORLD = "WLD"
REGIONS = ("AFR", "APA", "EUR", "LAC", "NAM")  # a region's place is `R-` and its code


class Place(SQLModel, table=True):
    """A place with its names and the point where a map writes them."""

    __table_args__ = (
        one_of("kind", *PlaceKind),
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude"),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude"),
    )

    code: str = Field(primary_key=True, max_length=8)
    kind: PlaceKind = Field(sa_type=words(PlaceKind, 12), index=True)
    region_code: str | None = Field(default=None, foreign_key="place.code", index=True)
    name_en: str
    name_fr: str
    name_es: str
    latitude: float | None = None
    longitude: float | None = None
    unfccc_party: bool = False
