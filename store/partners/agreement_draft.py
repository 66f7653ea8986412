"""An agreement with partners as somebody typed it."""

from typing import Self

from pydantic import model_validator

from store.ground.clock import LAUNCH
from store.ground.drafts import FactDraft
from store.ground.errors import InvalidOrganisationError
from store.models.agreements import AgreementFields


class AgreementDraft(AgreementFields, FactDraft):
    """What was signed, with whom, and from when to when it holds."""

    @model_validator(mode="after")
    def check_days(self) -> Self:
        """Refuse what was signed before the Initiative, is not known yet, or ends before."""
        if self.signed_on < LAUNCH:
            raise InvalidOrganisationError("The Initiative signed nothing before its launch.")
        if self.signed_on > self.known_on:
            raise InvalidOrganisationError("What is to be signed in the future is no agreement.")
        if self.ends_on is not None and self.ends_on < self.signed_on:
            raise InvalidOrganisationError("An agreement does not end before it was signed.")
        return self
