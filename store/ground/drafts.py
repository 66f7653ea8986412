"""What every draft shares: the rules of text, links and points, each with its sentence.

A draft is what somebody typed. It refuses by itself what cannot be, whoever makes it, and is never
changed; what needs the store to be judged, the store's functions refuse. The fields that a draft
and its table share are declared once, beside the table.
"""

import datetime as dt
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    FiniteFloat,
    StringConstraints,
    ValidationInfo,
)
from pydantic_core import PydanticKnownError
from sqlmodel import SQLModel

from store.ground import numbers, texts
from store.ground.errors import InvalidError, InvalidTextError

LATITUDES, LONGITUDES = (-90.0, 90.0), (-180.0, 180.0)  # degrees


class Draft(SQLModel):
    """A record on its way in, made from its fields or from a row.

    Errors: ValidationError, which `complaints` turns into sentences.
    """

    model_config = {
        "frozen": True,
        "extra": "forbid",
        "from_attributes": True,
        "validate_default": True,
    }

    @classmethod
    def of(cls, row: BaseModel, **news: object) -> Self:
        """What a row says, with news.

        Errors: ValidationError.
        """
        return cls.model_validate(row.model_dump(include=set(cls.model_fields)) | news)


class FactDraft(Draft):
    """A draft of what pages show from the day `known_on` on."""

    known_on: dt.date


def at_most(longest: int) -> AfterValidator:
    """The rule of a text that has to fit its place: no more characters than that."""

    def check(text: str) -> str:
        if len(text) > longest:
            raise PydanticKnownError("string_too_long", {"max_length": longest})
        return text

    return AfterValidator(check)


def _demand(text: str, field: ValidationInfo) -> str:
    return texts.demand(text, field.field_name or "")


def _check_title(title: str) -> str:
    if len(title) < texts.SHORTEST:
        raise InvalidTextError("Give it a title of at least three characters.")
    return title


def _check_source(source: str) -> str:
    if len(source) < texts.SHORTEST:
        raise InvalidTextError("Name the source: which document or register says so?")
    return source


def _read_figure(typed: object) -> object:
    return numbers.figure(str(typed)) if isinstance(typed, str | bool) else typed


def _demand_number(given: object) -> object:
    """Whoever knows the unit reads a text: 0.45 may be meant as 45 %."""
    if isinstance(given, str | bool):
        numbers.read(str(given))
        raise InvalidError("“{typed}” has to be read in its unit first.", typed=str(given))
    return given


def _read_latitude(typed: object) -> object:
    return numbers.figure(typed, between=LATITUDES) if isinstance(typed, str) else typed


def _read_longitude(typed: object) -> object:
    return numbers.figure(typed, between=LONGITUDES) if isinstance(typed, str) else typed


def _check_latitude(degrees: float) -> float:
    if not LATITUDES[0] <= degrees <= LATITUDES[1]:
        raise InvalidError("A latitude lies between −90 and 90 degrees.")
    return degrees


def _check_longitude(degrees: float) -> float:
    if not LONGITUDES[0] <= degrees <= LONGITUDES[1]:
        raise InvalidError("A longitude lies between −180 and 180 degrees.")
    return degrees


def _check_given(degrees: object) -> object:
    if degrees is None:
        raise InvalidError("A point has a latitude and a longitude.")
    return degrees


Text = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(texts.check)]
Words = Annotated[Text, AfterValidator(_demand)]  # what may not be left out: a reason, a document
Title = Annotated[Text, AfterValidator(_check_title)]
Source = Annotated[Text, AfterValidator(_check_source)]
Link = Annotated[Text, AfterValidator(texts.check_link)]
# Numbers, or texts that `numbers` reads; truth is no number.
Amount = Annotated[float, BeforeValidator(_read_figure)]  # judged by whoever asks for it
Figure = Annotated[FiniteFloat, BeforeValidator(_read_figure)]
Count = Annotated[int, BeforeValidator(_read_figure)]
InUnit = Annotated[FiniteFloat, BeforeValidator(_demand_number)]  # never a text, see there
Latitude = Annotated[
    float,
    BeforeValidator(_check_given),
    BeforeValidator(_read_latitude),
    AfterValidator(_check_latitude),
]
Longitude = Annotated[
    float,
    BeforeValidator(_check_given),
    BeforeValidator(_read_longitude),
    AfterValidator(_check_longitude),
]
