"""A meeting as somebody arranged it."""

import datetime as dt
from typing import Annotated

from pydantic import field_validator

from store.ground.clock import LAUNCH
from store.ground.drafts import FactDraft, Text, Title, at_most
from store.ground.errors import InvalidMeetingError
from store.models.meetings import MeetingFields

SHORT = at_most(200)  # a title or a place, which also stand on the projector


class MeetingDraft(MeetingFields, FactDraft):
    """A meeting on its way in; `code` is "" for a new one, which the store names."""

    code: str = ""
    title: Annotated[Title, SHORT]
    place_name: Annotated[Text, SHORT] = ""

    @field_validator("held_on")
    @classmethod
    def check_day(cls, day: dt.date) -> dt.date:
        """Refuse a meeting of an Initiative that was not there yet."""
        if day < LAUNCH:
            raise InvalidMeetingError("The Initiative had no meeting before its launch.")
        return day

    @field_validator("agenda")
    @classmethod
    def check_agenda(cls, codes: list[str]) -> list[str]:
        """Refuse what is taken up twice."""
        if len(set(codes)) != len(codes):
            raise InvalidMeetingError("A goal or objective stands on the agenda once.")
        return codes
