"""Soil organic carbon as members measured it at a site: what was found, how, and its review."""

from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from store.ground.drafts import Count, Figure, Link, Text
from store.models.base import KEY, Revision, finite, one_of, words
from store.models.ledger import ReviewStep, Verdict


class Comparison(StrEnum):
    """What the samplings of a site have in common: the depth, or the mass of soil."""

    FIXED_DEPTH = "fixed depth"
    EQUIVALENT_MASS = "equivalent mass"


class BulkDensity(StrEnum):
    """Where the weight of the soil comes from."""

    MEASURED = "measured"
    ESTIMATED = "estimated"


class Laboratory(StrEnum):
    """How organic carbon was found."""

    DRY_COMBUSTION = "dry combustion"
    WALKLEY_BLACK = "Walkley-Black"
    SPECTROSCOPY = "spectroscopy"


class SoilSamplingFields(SQLModel):
    """One sampling of one treatment at one site, in one layer.

    Unit: stock and its standard error in t C/ha, depths in cm, latitude and longitude in degrees
    rounded to 0.01 (about a kilometre, so that no farm is pointed at). `carbon_brought` says
    whether carbon came from other land: manure, compost, straw, biochar.
    """

    place_code: str = Field(foreign_key="place.code")
    site: Text
    treatment: Text
    depth_from: Count = 0
    depth_to: Count
    year: Count
    stock: Figure
    standard_error: Figure
    samples: Count
    comparison: Comparison = Field(sa_type=words(Comparison, 15))
    bulk_density: BulkDensity = Field(sa_type=words(BulkDensity, 9))
    laboratory: Laboratory = Field(sa_type=words(Laboratory, 14))
    treatment_since: Count | None = None
    carbon_brought: bool
    latitude: Figure | None = None
    longitude: Figure | None = None
    is_withdrawn: bool = False
    source_title: Text
    source_link: Link = ""
    note: Text = ""
    reason: Text = ""

    @property
    def slot(self) -> tuple[str, str, str, int, int, int]:
        """What tells this sampling from any other: place, site, treatment, layer and year."""
        return (
            self.place_code,
            self.site,
            self.treatment,
            self.depth_from,
            self.depth_to,
            self.year,
        )


class SoilSampling(SoilSamplingFields, Revision, table=True):
    """What somebody reported of a sampling; a correction is the next revision of its slot.

    One that `is_withdrawn` takes the sampling back.
    """

    __tablename__ = "soil_sampling"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it
    SLOT = ("place_code", "site", "treatment", "depth_from", "depth_to", "year")
    RULES = (
        one_of("comparison", *Comparison),
        one_of("bulk_density", *BulkDensity),
        one_of("laboratory", *Laboratory),
        finite("stock"),
        sa.CheckConstraint("depth_from >= 0 AND depth_to > depth_from", name="layer"),
        sa.CheckConstraint("standard_error > 0 AND samples >= 2", name="error"),
        sa.CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="point"),
    )


class SoilSamplingReview(ReviewStep, table=True):
    """A step of the review of a sampling."""

    __tablename__ = "soil_sampling_review"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it
    __table_args__ = (
        one_of("verdict", *Verdict),
        sa.UniqueConstraint("soil_sampling_id", "step"),
    )

    soil_sampling_id: int = Field(
        sa_type=KEY,
        foreign_key="soil_sampling.id",
    )
