"""What cannot be a figure is refused with a sentence, and nothing is written."""

import math
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import Session

from store.figures import actions
from store.figures.draft import MeasurementDraft, client_key
from store.ground.errors import ConflictError, InvalidMeasurementError, UnknownReferenceError
from store.ledger import audit
from store.models import Measurement
from tests.store.writing import ANA, counts, draft


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_not_a_number_is_refused_by_the_form(value: float) -> None:
    with pytest.raises(ValidationError, match="finite number"):
        draft(value=value)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_not_a_number_is_refused_by_the_database(shared: sa.Engine, value: float) -> None:
    form = draft()
    key = client_key(form, "Ana")
    row = Measurement.model_validate(form, update={"reporter": "Ana", "client_key": key})
    row.value = value
    with Session(shared) as session:
        with pytest.raises(ConflictError) as refusal:
            audit.write(session, "Ana", "report", row)
        assert "ck_measurement_" in str(refusal.value.__cause__)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ({"value": 1, "level": 2}, "Give one figure, or the reason why there is none."),
        ({}, "Give one figure, or the reason why there is none."),
        ({"numerator": 3}, "A share needs both its numerator and its denominator."),
        ({"value": 1, "period_start": "2026-01-01"}, "The period ends before it starts."),
        (
            {"value": 1, "source_link": "javascript:alert(1)"},
            "A link starts with https:// or http://.",
        ),
    ],
)
def test_a_form_that_says_two_things_or_nothing_is_refused(
    content: dict[str, Any], sentence: str
) -> None:
    whole = draft().model_dump(exclude={"value"}) | content
    with pytest.raises(ValidationError, match=sentence):
        MeasurementDraft.model_validate(whole)


@pytest.mark.same_sql
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ({"value": -1}, "-1 is impossible for .+: give 0 or more."),
        ({"value": 2.5}, "counts whole things: give a whole number."),
        ({"indicator_code": "A1-parties", "value": 199}, "give a number from 0 to 198."),
        ({"indicator_code": "A2-mechanism", "value": 2}, "is a milestone: give its level, 0 to 5."),
        ({"level": 2}, "is not a milestone: give its value."),
        ({"numerator": 1, "denominator": 2}, "is not a share: give its value, not a numerator."),
        (
            {"indicator_code": "A1-members", "numerator": 3, "denominator": 2},
            "give a number from 0 to 100.",
        ),
    ],
)
def test_an_impossible_figure_is_refused_with_a_sentence(
    filled: sa.Engine, content: dict[str, Any], sentence: str
) -> None:
    before = counts(filled)
    with (
        pytest.raises(InvalidMeasurementError, match=sentence),
        Session(filled) as session,
        session.begin(),
    ):
        actions.report(session, ANA, draft(**content))
    assert counts(filled) == before


@pytest.mark.parametrize(
    ("unknown", "sentence"),
    [
        ({"indicator_code": "Z9-none"}, "There is no indicator Z9-none or no place WLD."),
        ({"place_code": "ATLANTIS"}, "There is no indicator D4-signed or no place ATLANTIS."),
    ],
)
def test_a_figure_of_nothing_we_know_is_refused(
    shared: sa.Engine, unknown: dict[str, str], sentence: str
) -> None:
    with Session(shared) as session, pytest.raises(UnknownReferenceError, match=sentence):
        actions.report(session, ANA, draft(**unknown))
