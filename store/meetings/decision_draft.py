"""A decision or an action of a meeting as somebody typed it."""

from typing import Annotated, Self

from pydantic import field_validator, model_validator

from store.ground import texts
from store.ground.drafts import FactDraft, Link, Text, at_most
from store.ground.errors import InvalidDecisionError
from store.models.meetings import DecisionFields, DecisionKind

READABLE = at_most(2000)  # what is read out, and what came of it


class DecisionDraft(DecisionFields, FactDraft):
    """A decision or an action on its way in."""

    text: Annotated[Text, READABLE]
    effect: Annotated[Text, READABLE] = ""
    note: Annotated[Text, READABLE] = ""
    source_title: Annotated[Text, READABLE] = ""
    source_link: Link = ""

    @field_validator("text")
    @classmethod
    def check_text(cls, text: str) -> str:
        """Refuse what decides nothing."""
        if len(text) < texts.SHORTEST:
            raise InvalidDecisionError("Write what was decided.")
        return text

    @model_validator(mode="after")
    def check_due(self) -> Self:
        """Refuse an action without a day."""
        if self.due_on is None and self.kind == DecisionKind.ACTION:
            raise InvalidDecisionError("An action needs a day by which it is due.")
        return self
