"""A version of the plan as somebody typed it, and as they add it: with a reason."""

import re

from pydantic import field_validator

from store.ground.drafts import Draft, Words
from store.ground.errors import InvalidPlanError
from store.models.plan import PlanVersionFields


class VersionDraft(PlanVersionFields, Draft):
    """A version by its year; enough to say what it would do to the statuses."""

    @field_validator("code")
    @classmethod
    def check_code(cls, code: str) -> str:
        """Refuse what is no year of a plan."""
        if not re.fullmatch(r"20\d\d", code):
            raise InvalidPlanError("Call a version by its year, such as 2027.")
        return code


class ReasonedVersionDraft(VersionDraft):
    """The same as a person adds it: the title is the source, the note says why."""

    title: Words
    note: Words = ""
