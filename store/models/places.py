"""Where a figure speaks of: the world, a region, a country."""

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from store.models.base import one_of

WORLD = "WLD"
REGIONS = ("AFR", "APA", "EUR", "LAC", "NAM")  # a region's place is `R-` and its code


class Place(SQLModel, table=True):
    """A place with its names and the point where a map writes them."""

    __table_args__ = (
        one_of("kind", "world", "region", "country", "organisation"),
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude"),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude"),
    )

    code: str = Field(primary_key=True, max_length=8)
    kind: str = Field(max_length=12, index=True)
    region_code: str | None = Field(default=None, foreign_key="place.code", index=True)
    name_en: str
    name_fr: str
    name_es: str
    latitude: float | None = None
    longitude: float | None = None
    unfccc_party: bool = False
