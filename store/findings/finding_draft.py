"""A documented fact as somebody typed it."""

import datetime as dt

from pydantic import ValidationInfo, field_validator

from store.ground.drafts import FactDraft
from store.ground.errors import InvalidFindingError
from store.models.findings import FindingFields


class FindingDraft(FindingFields, FactDraft):
    """What a source says of an objective; shown from `known_on` on."""

    @field_validator("starts_on")
    @classmethod
    def check_known(cls, starts_on: dt.date, content: ValidationInfo) -> dt.date:
        """Refuse what was known before it was so."""
        known_on = content.data.get("known_on")
        if known_on is not None and known_on < starts_on:
            raise InvalidFindingError("It cannot have been known before it was so.")
        return starts_on

    @field_validator("ends_on")
    @classmethod
    def check_order(cls, ends_on: dt.date, content: ValidationInfo) -> dt.date:
        """Refuse days in the wrong order."""
        starts_on = content.data.get("starts_on")
        if starts_on is not None and ends_on < starts_on:
            raise InvalidFindingError("The last day lies before the first.")
        return ends_on
