"""A sampling of soil as somebody typed it."""

from typing import Annotated, Self

from pydantic import BeforeValidator, field_validator, model_validator

from store.ground import texts
from store.ground.drafts import Count, Draft, Latitude, Longitude, Source
from store.ground.errors import InvalidSamplingError
from store.models.samplings import SoilSamplingFields

DEEPEST = 300  # cm
MOST_STOCK = 3000  # t C/ha
FIRST_YEAR, LAST_YEAR = 1840, 2100
LEAST_SAMPLES = 2  # of one alone nobody knows the error
LONGEST_NAME = 80  # characters of a site and of a treatment
DECIMALS = 2  # of latitude and longitude


Slot = tuple[str, str, str, int, int, int]  # place, site, treatment, layer, year


def _demand_depth(typed: object) -> object:
    if typed is None or not str(typed).strip():
        raise InvalidSamplingError(
            "To which depth was it sampled? Without a depth a stock means nothing."
        )
    return typed


class SoilSamplingDraft(SoilSamplingFields, Draft):
    """A sampling on its way in; `corrects` numbers the row that its writer saw in its slot."""

    depth_to: Annotated[Count, BeforeValidator(_demand_depth)]
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    source_title: Source
    corrects: int | None = None

    @field_validator("site", "treatment")
    @classmethod
    def check_name(cls, typed: str) -> str:
        """Keep one blank between words; refuse what is no name."""
        name = " ".join(typed.split())
        if len(name) < texts.SHORTEST or len(name) > LONGEST_NAME:
            raise InvalidSamplingError(
                "Site and treatment have a name of {least} to {most} characters.",
                least=texts.SHORTEST,
                most=LONGEST_NAME,
            )
        return name

    @field_validator("stock")
    @classmethod
    def check_stock(cls, stock: float) -> float:
        """Refuse what no soil holds."""
        if not 0 < stock <= MOST_STOCK:
            raise InvalidSamplingError(
                "A stock is more than 0 and at most {most} t C/ha.", most=MOST_STOCK
            )
        return stock

    @field_validator("year", "treatment_since")
    @classmethod
    def check_year(cls, year: int | None) -> int | None:
        """Refuse what is no year in which soils were analysed."""
        if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
            raise InvalidSamplingError(
                "{year} is no year of a sampling: write one from {first} on.",
                year=str(year),
                first=str(FIRST_YEAR),
            )
        return year

    @field_validator("latitude", "longitude")
    @classmethod
    def blur(cls, degrees: float | None) -> float | None:
        """Round to about a kilometre: the map needs no more, and no farm is pointed at."""
        return None if degrees is None else round(degrees, DECIMALS)

    @model_validator(mode="after")
    def check_whole(self) -> Self:
        """Refuse a layer upside down, an error that cannot be, and half a point."""
        if not 0 <= self.depth_from < self.depth_to <= DEEPEST:
            raise InvalidSamplingError(
                "A layer begins at 0 cm or below, and ends deeper, at {deepest} cm at most.",
                deepest=DEEPEST,
            )
        if self.samples < LEAST_SAMPLES:
            raise InvalidSamplingError(
                "A standard error needs {least} samples at least.", least=LEAST_SAMPLES
            )
        if not 0 < self.standard_error < self.stock:
            raise InvalidSamplingError(
                "The standard error is more than 0 and less than the stock, in t C/ha."
            )
        if (self.latitude is None) != (self.longitude is None):
            raise InvalidSamplingError("A point has a latitude and a longitude.")
        return self
