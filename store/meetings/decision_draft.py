"""A decision or an action of a meeting as somebody typed it."""

import datetime as dt
from typing import Self

from pydantic import field_validator, model_validator

from store.ground import texts
from store.ground.drafts import Draft, Text
from store.ground.errors import InvalidDecisionError
from store.models import DecisionKind, DecisionState

LONGEST = 2000  # characters


class DecisionDraft(Draft):
    """What was decided about a goal or an objective, "" for the plan, and what came of it."""

    code: str
    meeting_code: str
    subject: str = ""
    kind: DecisionKind
    text: Text
    owner: str
    due_on: dt.date | None = None
    state: DecisionState = DecisionState.OPEN
    note: Text = ""
    known_on: dt.date

    @field_validator("text")
    @classmethod
    def check_text(cls, text: str) -> str:
        """Refuse what decides nothing."""
        if len(text) < texts.SHORTEST:
            raise InvalidDecisionError("Write what was decided.")
        return text

    @field_validator("text", "note")
    @classmethod
    def check_length(cls, text: str) -> str:
        """Refuse what nobody would read."""
        if len(text) > LONGEST:
            raise InvalidDecisionError("A decision has at most 2,000 letters, and so has its note.")
        return text

    @model_validator(mode="after")
    def check_due(self) -> Self:
        """Refuse an action without a day."""
        if self.due_on is None and self.kind == DecisionKind.ACTION:
            raise InvalidDecisionError("An action needs a day by which it is due.")
        return self
