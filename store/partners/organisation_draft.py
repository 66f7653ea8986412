"""An organisation of the register as somebody typed it."""

import datetime as dt

from pydantic import ValidationInfo, field_validator

from store.ground.clock import LAUNCH
from store.ground.drafts import FactDraft
from store.ground.errors import InvalidOrganisationError
from store.models.people import College, OrganisationFields


class OrganisationDraft(OrganisationFields, FactDraft):
    """What is known of an organisation, a member being a partner too; shown from `known_on` on.

    What the register and the day of writing do not allow, `organisations.problems` finds.
    """

    @field_validator("name")
    @classmethod
    def check_name(cls, name: str) -> str:
        """Refuse what has no name."""
        if not name:
            raise InvalidOrganisationError("Fill in the name.")
        return name

    @field_validator("is_member")
    @classmethod
    def check_member(cls, value: bool, info: ValidationInfo) -> bool:  # pydantic's
        """Refuse companies as members."""
        if value and info.data.get("college") == College.COMPANIES:
            raise InvalidOrganisationError("Companies can be partners, not members.")
        return value

    @field_validator("is_partner")
    @classmethod
    def count_members(cls, value: bool, info: ValidationInfo) -> bool:  # pydantic's
        """Make a partner of every member."""
        return value or info.data.get("is_member", True)

    @field_validator("joined_on", "left_on")
    @classmethod
    def check_stay(cls, day: dt.date | None, info: ValidationInfo) -> dt.date | None:
        """Refuse a day of joining or leaving of what is not in the register."""
        if day is not None and not info.data.get("is_partner", True):
            raise InvalidOrganisationError(
                "What is neither partner nor member cannot have joined or left."
            )
        return day

    @field_validator("member_since")
    @classmethod
    def check_since(cls, day: dt.date | None, info: ValidationInfo) -> dt.date | None:
        """Refuse a day of becoming a member of who is none, or was before it joined."""
        if day is None:
            return None
        if not info.data.get("is_member", True):
            raise InvalidOrganisationError("Only members have a day on which they became one.")
        joined_on = info.data.get("joined_on")
        if joined_on is not None and day < joined_on:
            raise InvalidOrganisationError(
                "It cannot have been a member before it joined on {day}.", day=joined_on
            )
        return day

    @field_validator("left_on")
    @classmethod
    def check_left(cls, day: dt.date | None, info: ValidationInfo) -> dt.date | None:
        """Refuse leaving before joining."""
        began = info.data.get("member_since") or info.data.get("joined_on") or LAUNCH
        if day is not None and day < began:
            raise InvalidOrganisationError(
                "It joined on {day}; it cannot have left before that.", day=began
            )
        return day
