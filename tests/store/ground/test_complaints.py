"""What pydantic finds wrong is said in sentences of ours, with the field as the form calls it."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, ValidationError, field_validator

from store.ground import texts
from store.ground.complaints import Complaint, complaints, named
from store.ground.errors import InvalidTextError
from store.ground.messages import Message


class Sort(StrEnum):
    """A closed set."""

    PEAR = "pear"
    APPLE = "apple"


class Fruit(BaseModel):
    """A draft with a limit of every kind."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=3, max_length=5)]
    code: Annotated[str, Field(min_length=1)] = "x"
    weight: Annotated[FiniteFloat, Field(ge=0, le=5.5)] = 1
    size: Annotated[FiniteFloat, Field(gt=0, lt=10)] = 1
    count: int = 1
    picked_on: dt.date = dt.date(2024, 1, 1)
    ripe: bool = True
    sort: Sort = Sort.PEAR
    colour: Literal["red", "green"] = "red"
    parts: Annotated[list[str], Field(min_length=1, max_length=2)] = ["a"]
    note: str = ""

    @field_validator("note")
    @classmethod
    def check_note(cls, note: str) -> str:
        """Refuse what the store refuses, and one word more."""
        if note == "bad":
            raise ValueError("A note is never bad.")
        return texts.check(note)


NAMES: dict[str, Message | str] = {"weight": "Weight, in kg"}


def found(**content: Any) -> list[Complaint]:
    """What is wrong with a fruit."""
    with pytest.raises(ValidationError) as caught:
        Fruit.model_validate({"name": "Fruit"} | content)
    return list(complaints(caught.value, NAMES))


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "ab", "Write at least 3 characters in “name”."),
        ("name", "abcdef", "Write at most 5 characters in “name”."),
        ("name", 7, "“name” must be text."),
        ("code", "", "Fill in “code”."),
        ("weight", "much", "“Weight, in kg” must be a number, such as 12.5."),
        ("weight", float("nan"), "“Weight, in kg” must be a number, such as 12.5."),
        ("weight", None, "“Weight, in kg” must be a number, such as 12.5."),
        ("weight", -1, "“Weight, in kg” must be 0 or more."),
        ("weight", 6, "“Weight, in kg” must be 5.5 or less."),
        ("size", 0, "“size” must be more than 0."),
        ("size", 10, "“size” must be less than 10."),
        ("count", "two", "“count” must be a whole number, such as 12."),
        ("count", 1.5, "“count” must be a whole number, such as 12."),
        ("count", "9" * 5000, "“count” must be a whole number, such as 12."),
        ("picked_on", "31.12.2025", "“picked_on” must be a date like 2023-01-31."),
        ("picked_on", [], "“picked_on” must be a date like 2023-01-31."),
        ("picked_on", "2023-01-31T10:00", "“picked_on” must be a date like 2023-01-31."),
        ("ripe", "maybe", "“ripe” must be yes or no."),
        ("sort", "plum", "“sort” must be one of these: pear, apple."),
        ("colour", "blue", "“colour” must be one of these: red, green."),
        ("parts", [], "List at least 1 in “parts”."),
        ("parts", ["a", "b", "c"], "List at most 2 in “parts”."),
        ("parts", 3, "“parts” cannot be read. Type it again."),
        ("juice", "much", "There is no field “juice” here. Leave it out."),
        ("note", "bad", "A note is never bad."),
    ],
)
def test_a_field_that_cannot_be_is_told_with_what_to_type(
    field: str, value: object, sentence: str
) -> None:
    assert found(**{field: value}) == [Complaint(field, Message(sentence))]


def test_a_missing_field_is_asked_for() -> None:
    with pytest.raises(ValidationError) as caught:
        Fruit.model_validate({})
    assert list(complaints(caught.value)) == [Complaint("name", Message("Fill in “name”."))]


@pytest.mark.parametrize(
    ("text", "least"), [("", 3), (" ab\n", 3), ("Too short", 10), ("n/a", 3), ("xxx", 3)]
)
def test_a_text_that_says_nothing_is_refused_and_its_field_named(text: str, least: int) -> None:
    with pytest.raises(InvalidTextError) as caught:
        texts.demand(text, "reason", least)
    assert str(caught.value) == f"Say it in words in “reason”, with at least {least} characters."
    said = named(caught.value.message, {"reason": "Why it is changed"})
    assert str(said) == f"Say it in words in “Why it is changed”, with at least {least} characters."
    assert named(caught.value.message, {"note": "Note"}) == caught.value.message


def test_a_text_that_says_something_is_kept_without_the_space_around_it() -> None:
    assert texts.demand(" abc\n", "reason") == "abc"
    with pytest.raises(InvalidTextError, match="control character"):
        texts.demand("abc\x07", "reason")


def test_what_a_validator_of_ours_refuses_keeps_its_template() -> None:
    [complaint] = found(note="a\x07b")
    with pytest.raises(InvalidTextError) as caught:
        texts.check("a\x07b")
    assert complaint == Complaint("note", caught.value.message)
    assert complaint.message.parameters == {"code": "U+0007"}
