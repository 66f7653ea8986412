"""A call for project assessment as somebody typed it."""

from typing import Self

from pydantic import field_validator, model_validator

from store.ground.drafts import FactDraft
from store.ground.errors import InvalidActivityError
from store.models.activities import CallFields


class CallDraft(CallFields, FactDraft):
    """What somebody says of a call; its days and counts fit together."""

    @field_validator("number")
    @classmethod
    def check_number(cls, number: int) -> int:
        """Refuse what is no number of a call."""
        if number < 1:
            raise InvalidActivityError("Calls are numbered from 1 on.")
        return number

    @field_validator("received", "in_line", "sent_back")
    @classmethod
    def check_count(cls, count: int | None) -> int | None:
        """Refuse what counts nothing."""
        if count is not None and count < 0:
            raise InvalidActivityError("A count is not below zero.")
        return count

    @model_validator(mode="after")
    def check_days(self) -> Self:
        """Refuse a call without a day, or with its days in another order."""
        days = [day for day in (self.opened_on, self.closed_on, self.results_on) if day]
        if not days:
            raise InvalidActivityError("Give at least one of its days.")
        if days != sorted(days):
            raise InvalidActivityError("A call opens, closes and has results in this order.")
        return self

    @model_validator(mode="after")
    def check_judged(self) -> Self:
        """Refuse results that are not there yet, and more of them than were received."""
        judged = (self.in_line or 0) + (self.sent_back or 0)
        if judged and self.results_on is not None and self.results_on > self.known_on:
            raise InvalidActivityError("What is to be decided in the future cannot be known yet.")
        if self.received is not None and judged > self.received:
            raise InvalidActivityError("More were judged than received.")
        return self
