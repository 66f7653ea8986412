"""A documented fact as somebody typed it."""

from typing import Self

from pydantic import model_validator

from store.ground.drafts import FactDraft
from store.ground.errors import InvalidFindingError
from store.models.findings import FindingFields


class FindingDraft(FindingFields, FactDraft):
    """What a source says of an objective; shown from `known_on` on."""

    @model_validator(mode="after")
    def check_days(self) -> Self:
        """Refuse days in the wrong order, and what was known before it was so."""
        if self.ends_on < self.starts_on:
            raise InvalidFindingError("The last day lies before the first.")
        if self.known_on < self.starts_on:
            raise InvalidFindingError("It cannot have been known before it was so.")
        return self
