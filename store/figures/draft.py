"""What somebody typed, checked before it may become a row of the ledger."""

import datetime as dt
from typing import Self
from uuid import uuid4

from pydantic import FiniteFloat, field_validator, model_validator
from sqlmodel import Field, SQLModel

from store.ground import texts
from store.ground.drafts import SHORTEST
from store.ground.errors import InvalidMeasurementError
from store.models import Indicator, Measurement, Qualifier, UnitType
from store.progress import Kind


class MeasurementDraft(SQLModel):
    """A figure on its way in: exactly one of value, share, level or the reason why there is none.

    Unit: `value` is in the indicator's unit; `numerator` and `denominator` are counts of the same
    things; `level` is 0 to 5 on the milestone scale.
    `corrects` is the figure the reporter saw in this slot, None for an empty one.
    """

    indicator_code: str
    place_code: str
    period_start: dt.date
    period_end: dt.date
    value: FiniteFloat | None = None
    numerator: FiniteFloat | None = Field(default=None, ge=0)
    denominator: FiniteFloat | None = Field(default=None, gt=0)
    level: int | None = Field(default=None, ge=0, le=5)
    missing_reason: str | None = Field(default=None, min_length=SHORTEST)
    qualifier: Qualifier = Qualifier.EXACT
    source_title: str = Field(min_length=SHORTEST)
    source_link: str = ""
    authority: int | None = Field(default=None, ge=1, le=4)
    note: str = ""
    reason: str = ""
    corrects: int | None = None
    client_key: str = Field(default_factory=lambda: str(uuid4()), min_length=36, max_length=36)

    @property
    def slot(self) -> tuple[str, str, dt.date, dt.date]:
        """Which figure it is: indicator, place, period."""
        return self.indicator_code, self.place_code, self.period_start, self.period_end

    @field_validator("missing_reason", "source_title", "source_link", "note", "reason")
    @classmethod
    def check_text(cls, text: str | None) -> str | None:
        """Refuse characters that cannot be kept everywhere."""
        return None if text is None else texts.check(text)

    @field_validator("source_link")
    @classmethod
    def check_link(cls, link: str) -> str:
        """Refuse what is no address of the web: tables make a link of it."""
        return texts.check_link(link)

    @model_validator(mode="after")
    def check_content(self) -> Self:
        """Refuse a draft that says two things, or nothing."""
        if self.period_end < self.period_start:
            raise ValueError("The period ends before it starts.")
        if (self.numerator is None) != (self.denominator is None):
            raise ValueError("A share needs both its numerator and its denominator.")
        contents = (self.value, self.numerator, self.level, self.missing_reason)
        if sum(part is not None for part in contents) != 1:
            raise ValueError("Give one figure, or the reason why there is none.")
        return self


def check_against(indicator: Indicator, draft: MeasurementDraft) -> None:
    """Refuse a figure that this indicator cannot have.

    Errors: InvalidMeasurementError, with a sentence for the person who typed it.
    """
    if draft.missing_reason is not None:
        return
    if (indicator.kind == Kind.MILESTONE) != (draft.level is not None):
        raise InvalidMeasurementError(
            "{name} is a milestone: give its level, 0 to 5."
            if indicator.kind == Kind.MILESTONE
            else "{name} is not a milestone: give its value.",
            name=indicator.name,
        )
    if draft.numerator is not None and indicator.unit_type != UnitType.SHARE:
        raise InvalidMeasurementError(
            "{name} is not a share: give its value, not a numerator.", name=indicator.name
        )
    value = figure(draft)
    if indicator.unit_type == UnitType.INTEGER and value is not None and value != int(value):
        raise InvalidMeasurementError(
            "{name} counts whole things: give a whole number.", name=indicator.name
        )
    low, high = indicator.limit_low, indicator.limit_high
    if value is not None and (
        (low is not None and value < low) or (high is not None and value > high)
    ):
        raise _impossible(indicator, value)


def _impossible(indicator: Indicator, value: float) -> InvalidMeasurementError:
    name, low, high = indicator.name, indicator.limit_low, indicator.limit_high
    if low is None:
        return InvalidMeasurementError(
            "{value} is impossible for {name}: give {high} or less.",
            value=value,
            name=name,
            high=high,
        )
    if high is None:
        return InvalidMeasurementError(
            "{value} is impossible for {name}: give {low} or more.", value=value, name=name, low=low
        )
    return InvalidMeasurementError(
        "{value} is impossible for {name}: give a number from {low} to {high}.",
        value=value,
        name=name,
        low=low,
        high=high,
    )


def figure(draft: MeasurementDraft | Measurement) -> float | None:
    """The figure in the indicator's unit; a share in percent; None when there is none."""
    if draft.numerator is not None and draft.denominator is not None:
        return 100 * draft.numerator / draft.denominator
    return draft.value if draft.level is None else float(draft.level)
