"""A title or an aim of the plan as somebody typed it."""

import datetime as dt
from typing import Self

from pydantic import field_validator, model_validator

from store.ground.drafts import SHORTEST, Draft, Text
from store.ground.errors import InvalidPlanError
from store.models import WordingPart
from store.plan import planning

LONGEST = 600  # characters


class WordingDraft(Draft):
    """What a plan version says of a goal or an objective from `known_on` on, and why."""

    plan_code: str
    subject: str
    part: WordingPart
    text: Text
    source_title: Text
    reason: Text
    known_on: dt.date

    @field_validator("text")
    @classmethod
    def check_text(cls, text: str) -> str:
        """Refuse a text too short to say anything or too long for its place."""
        if not SHORTEST <= len(text) <= LONGEST:
            raise InvalidPlanError(
                "Write {shortest} to {longest} characters.", shortest=SHORTEST, longest=LONGEST
            )
        return text

    @model_validator(mode="after")
    def check_reason(self) -> Self:
        """Refuse a change that does not say why, or from which source."""
        planning.check_reason(self.reason, self.source_title)
        return self
