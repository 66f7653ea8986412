"""A baseline or a target of the plan as somebody typed it, and as they change it: with a reason."""

from typing import Self

from pydantic import model_validator

from store.ground.drafts import FactDraft, Words
from store.ground.errors import InvalidPlanError
from store.models.plan import TargetFields, TargetRole


class TargetDraft(TargetFields, FactDraft):
    """What a plan version asks of an indicator; enough to say what it would do to the statuses."""

    @model_validator(mode="after")
    def check_range(self) -> Self:
        """Refuse a range that is turned over."""
        if self.low > self.high:
            raise InvalidPlanError("The low end of the range is above its high end.")
        return self

    @model_validator(mode="after")
    def check_basis(self) -> Self:
        """Refuse the basis of what is no baseline."""
        if self.basis is not None and (self.role != TargetRole.BASELINE or self.is_context):
            raise InvalidPlanError("Only a baseline is observed or coded.")
        return self


class ReasonedTargetDraft(TargetDraft):
    """The same as a change that a person makes: it says why, and from which source."""

    source_title: Words
    reason: Words = ""
