"""A meeting as somebody arranged it."""

import datetime as dt

from pydantic import Field, field_validator

from store.ground import texts
from store.ground.clock import LAUNCH
from store.ground.drafts import Draft, Text
from store.ground.errors import InvalidMeetingError
from store.models import Body

LONGEST = 200  # characters of a title or a place, which also stand on the projector


class MeetingDraft(Draft):
    """Who meets, when and where, and the goals and objectives in the order they are taken up.

    `code` is "" for a new meeting, which the store names.
    """

    code: str = ""
    body: Body
    region_code: str | None = None
    title: Text
    held_on: dt.date
    place_name: Text = ""
    plan_code: str
    agenda: list[str] = Field(default_factory=list)
    known_on: dt.date

    @field_validator("title")
    @classmethod
    def check_title(cls, title: str) -> str:
        """Refuse a meeting without a title."""
        if len(title) < texts.SHORTEST:
            raise InvalidMeetingError("Give the meeting a title.")
        return title

    @field_validator("title", "place_name")
    @classmethod
    def check_length(cls, text: str) -> str:
        """Refuse what a projector cannot show."""
        if len(text) > LONGEST:
            raise InvalidMeetingError("A title and a place have at most 200 letters.")
        return text

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
