"""A pair of twin regions and its two places as somebody typed them."""

from typing import Self

from pydantic import field_validator, model_validator

from store.ground import texts
from store.ground.drafts import Draft, FactDraft
from store.ground.errors import InvalidTwinsError
from store.models.twins import PairFields, PairState, SideFields

NEUTRALITY_YEARS = (2020, 2100)


class SideDraft(SideFields, Draft):
    """What somebody says of one of the two places."""

    @field_validator("name")
    @classmethod
    def check_name(cls, name: str) -> str:
        """Refuse a place without a name."""
        if not name:
            raise InvalidTwinsError("Give each of the two places a name.")
        return name

    @field_validator("municipalities")
    @classmethod
    def check_municipalities(cls, names: list[str]) -> list[str]:
        """Refuse what names no municipality, or one of them twice."""
        spelled = [texts.fold(name) for name in names]
        if "" in spelled or len(set(spelled)) < len(spelled):
            raise InvalidTwinsError("A municipality has a name and is listed once.")
        return names


class PairDraft(PairFields, FactDraft):
    """What somebody says of the pair as a whole."""

    @field_validator("name")
    @classmethod
    def check_name(cls, name: str) -> str:
        """Refuse a pair without a name."""
        if not name:
            raise InvalidTwinsError("Give the pair a name.")
        return name

    @field_validator("neutrality_year")
    @classmethod
    def check_neutrality(cls, year: int) -> int:
        """Refuse a year that the plan cannot mean."""
        first, last = NEUTRALITY_YEARS
        if not first <= year <= last:
            raise InvalidTwinsError("The year of neutrality lies in 2020 to 2100.")
        return year

    @model_validator(mode="after")
    def check_since(self) -> Self:
        """Refuse a state that is still to come, unless it is proposed."""
        if self.state != PairState.PROPOSED and self.since > self.known_on:
            raise InvalidTwinsError("Only a proposal can lie in the future.")
        return self
