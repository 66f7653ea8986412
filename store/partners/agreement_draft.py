"""An agreement with partners as somebody typed it."""

import datetime as dt

from pydantic import ValidationInfo, field_validator

from store.ground.clock import LAUNCH
from store.ground.drafts import FactDraft
from store.ground.errors import InvalidOrganisationError
from store.models.agreements import AgreementFields


class AgreementDraft(AgreementFields, FactDraft):
    """What was signed, with whom, and from when to when it holds."""

    @field_validator("signed_on")
    @classmethod
    def check_signed(cls, signed_on: dt.date, content: ValidationInfo) -> dt.date:
        """Refuse what was signed before the Initiative, or is not known yet."""
        known_on = content.data.get("known_on")
        if signed_on < LAUNCH:
            raise InvalidOrganisationError("The Initiative signed nothing before its launch.")
        if known_on is not None and signed_on > known_on:
            raise InvalidOrganisationError("What is to be signed in the future is no agreement.")
        return signed_on

    @field_validator("ends_on")
    @classmethod
    def check_end(cls, ends_on: dt.date | None, content: ValidationInfo) -> dt.date | None:
        """Refuse an end before it was signed."""
        signed_on = content.data.get("signed_on")
        if ends_on is not None and signed_on is not None and ends_on < signed_on:
            raise InvalidOrganisationError("An agreement does not end before it was signed.")
        return ends_on
