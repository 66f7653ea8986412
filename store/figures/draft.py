"""What somebody typed, as it may become a row of the ledger; `judgement` says whether it can."""

import datetime as dt
from typing import Self
from uuid import NAMESPACE_URL, uuid5

from pydantic import field_validator, model_validator
from sqlmodel import Field, SQLModel

from store.ground import texts
from store.ground.drafts import Figure
from store.ground.errors import InvalidMeasurementError
from store.models import Measurement, Qualifier


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
    value: Figure | None = None
    numerator: Figure | None = Field(default=None, ge=0)
    denominator: Figure | None = Field(default=None, gt=0)
    level: int | None = Field(default=None, ge=0, le=5)
    missing_reason: str | None = None
    qualifier: Qualifier = Qualifier.EXACT
    source_title: str = ""
    source_link: str = ""
    authority: int | None = Field(default=None, ge=1, le=4)
    note: str = ""
    reason: str = ""
    corrects: int | None = None

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
            raise InvalidMeasurementError("The period ends before it starts.").at("period_end")
        if (self.numerator is None) != (self.denominator is None):
            lacking = "numerator" if self.numerator is None else "denominator"
            raise InvalidMeasurementError(
                "A share needs both its numerator and its denominator."
            ).at(lacking)
        contents = (self.value, self.numerator, self.level, self.missing_reason)
        if sum(part is not None for part in contents) != 1:
            raise InvalidMeasurementError("Give one figure, or the reason why there is none.")
        return self


def client_key(draft: MeasurementDraft, reporter: str) -> str:
    """What tells a figure sent twice from two figures: made of all that is sent, and by whom.

    Nothing else makes a key, so none is ever given to another content.
    """
    return str(uuid5(NAMESPACE_URL, f"{reporter} {draft.model_dump_json()}"))


def figure(draft: MeasurementDraft | Measurement) -> float | None:
    """The figure in the indicator's unit; a share in percent; None when there is none."""
    if draft.numerator is not None and draft.denominator is not None:
        return 100 * draft.numerator / draft.denominator
    return draft.value if draft.level is None else float(draft.level)
