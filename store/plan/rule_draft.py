"""How an indicator is judged, as somebody typed it."""

from typing import Self

from pydantic import Field, field_validator, model_validator

from store.ground.drafts import FactDraft, Words
from store.ground.errors import InvalidPlanError
from store.models.plan import IndicatorRuleFields
from store.progress import PathName


class RuleDraft(IndicatorRuleFields, FactDraft):
    """Limits, window, fading and paths of an indicator from a day on, and why they are changed."""

    paths: list[PathName] = Field(default_factory=list)
    reason: Words

    @field_validator("paths")
    @classmethod
    def check_once(cls, paths: list[PathName]) -> list[PathName]:
        """Refuse a path that is named twice."""
        if len(set(paths)) != len(paths):
            raise InvalidPlanError("Name each path once.")
        return paths

    @model_validator(mode="after")
    def check_limits(self) -> Self:
        """Refuse limits that are turned over, and a curve between limits that are not there."""
        low, high = self.limit_low, self.limit_high
        if low is not None and high is not None and low >= high:
            raise InvalidPlanError("The least possible is not below the most possible.")
        if PathName.LOGISTIC in self.paths and (low is None or high is None):
            raise InvalidPlanError("A logistic path needs both limits.")
        return self
