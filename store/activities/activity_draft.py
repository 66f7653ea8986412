"""An activity of one or more task forces as somebody typed it."""

from typing import Self

from babel.numbers import is_currency
from pydantic import field_validator, model_validator

from store.ground.drafts import FactDraft
from store.ground.errors import InvalidActivityError
from store.models.activities import ActivityFields, ActivityKind, ActivityState

MOST_MONEY = 1e15  # far above any budget


class ActivityDraft(ActivityFields, FactDraft):
    """What somebody says of an activity; `known_on` is the day from which pages show it."""

    currency: str = ""

    @field_validator("objectives")
    @classmethod
    def check_objectives(cls, codes: list[str]) -> list[str]:
        """Refuse what belongs to nobody."""
        if not codes:
            raise InvalidActivityError("Name the task force it belongs to.")
        return codes

    @field_validator("budget")
    @classmethod
    def check_budget(cls, budget: float | None) -> float | None:
        """Refuse what is no amount of money."""
        if budget is not None and not 0 <= budget <= MOST_MONEY:
            raise InvalidActivityError("A budget is a positive amount.")
        return budget

    @field_validator("currency")
    @classmethod
    def check_currency(cls, currency: str) -> str:
        """Refuse what is no code of a currency (ISO 4217)."""
        if currency and not is_currency(currency):
            raise InvalidActivityError("A currency is written like EUR or USD.")
        return currency

    @model_validator(mode="after")
    def check_days(self) -> Self:
        """Refuse an end before the beginning, and one that is still to come of what is done."""
        last_day = self.ends_on or self.starts_on
        if last_day < self.starts_on:
            raise InvalidActivityError("It ends before it begins.")
        if self.state == ActivityState.DONE and last_day > self.known_on:
            raise InvalidActivityError("It ends in the future: it cannot be done yet.")
        return self

    @model_validator(mode="after")
    def check_halves(self) -> Self:
        """Refuse one half of what has two: a type of an event, a point, an amount of money."""
        if (self.kind == ActivityKind.EVENT) != (self.event_type is not None):
            raise InvalidActivityError("An event, and nothing else, has a type of event.")
        if (self.latitude is None) != (self.longitude is None):
            raise InvalidActivityError("A point has a latitude and a longitude.")
        if (self.budget is None) != (self.currency == ""):
            raise InvalidActivityError("A budget needs its currency, and a currency its budget.")
        return self
