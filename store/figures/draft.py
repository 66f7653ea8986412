"""What somebody typed, as it may become a row of the ledger; `judgement` says whether it can."""

from typing import Self
from uuid import NAMESPACE_URL, uuid5

from pydantic import model_validator

from store.ground.drafts import Draft
from store.ground.errors import InvalidMeasurementError
from store.models.ledger import MeasurementFields


class MeasurementDraft(MeasurementFields, Draft):
    """A figure on its way in.

    `corrects` is the figure the reporter saw in this slot, None for an empty one.
    """

    corrects: int | None = None

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


def figure(draft: MeasurementFields) -> float | None:
    """The figure in the indicator's unit; a share in percent; None when there is none."""
    if draft.numerator is not None and draft.denominator is not None:
        return 100 * draft.numerator / draft.denominator
    return draft.value if draft.level is None else float(draft.level)
