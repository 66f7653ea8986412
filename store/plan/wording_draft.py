"""A title or an aim of the plan as somebody typed it."""

from pydantic import field_validator

from store.ground import texts
from store.ground.drafts import FactDraft, Words
from store.ground.errors import InvalidPlanError
from store.models.plan import WordingFields

LONGEST = 600  # characters


class WordingDraft(WordingFields, FactDraft):
    """What a plan version says of a goal or an objective from `known_on` on, and why."""

    source_title: Words
    reason: Words

    @field_validator("text")
    @classmethod
    def check_text(cls, text: str) -> str:
        """Refuse a text too short to say anything or too long for its place."""
        if not texts.SHORTEST <= len(text) <= LONGEST:
            raise InvalidPlanError(
                "Write {shortest} to {longest} characters.",
                shortest=texts.SHORTEST,
                longest=LONGEST,
            )
        return text
