"""How exactly a figure is known: which words it takes, in a form and in a sheet alike."""

import datetime as dt
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.figures import actions, approved, judgement
from store.ground import words
from store.ledger.knowledge import EVER
from store.models import Indicator, Qualifier
from tests.store.writing import draft, publish

pytestmark = pytest.mark.same_sql

TODAY = dt.date(2026, 3, 2)
YES = {"indicator_code": "B3-regions", "place_code": "R-AFR", "value": 1}
YEAR = {"period_start": dt.date(2025, 1, 1), "period_end": dt.date(2025, 12, 31)}
QUARTER = {"period_start": dt.date(2025, 10, 1), "period_end": dt.date(2025, 12, 31)}
RATE = {"indicator_code": "C1-events"}


def told(engine: sa.Engine, **content: Any) -> list[str]:
    """The sentences about a figure that cannot be."""
    with Session(engine) as session:
        form = draft(**content)
        indicator = session.get_one(Indicator, form.indicator_code)
        return [str(one.message) for one in judgement.problems(indicator, form, TODAY)]


@pytest.mark.parametrize("qualifier", list(Qualifier))
@pytest.mark.parametrize(
    ("content", "is_bracket_refused"),
    [({}, False), (QUARTER, False), (RATE | YEAR, False), (RATE | QUARTER, True)],
)
def test_every_qualifier_goes_with_a_day_a_bracket_and_a_year(
    filled: sa.Engine, qualifier: Qualifier, content: dict[str, Any], is_bracket_refused: bool
) -> None:
    found = told(filled, **content, qualifier=qualifier)
    assert [("give one whole year" in one) for one in found] == [True] * is_bracket_refused


@pytest.mark.parametrize("qualifier", [one for one in Qualifier if one != Qualifier.EXACT])
def test_a_yes_or_no_is_exact(filled: sa.Engine, qualifier: Qualifier) -> None:
    [sentence] = told(filled, **YES, qualifier=qualifier)
    assert sentence.endswith("is answered by yes or no here: such an answer is exact.")
    assert told(filled, **YES) == []


def test_a_bound_from_above_is_kept_and_read_as_one(filled: sa.Engine) -> None:
    publish(filled, TODAY, value=7, qualifier="at most", **QUARTER)
    with Session(filled) as session:
        head = actions.slot_head(session, "D4-signed", "WLD", *QUARTER.values())
        found = [row for row in approved.all_readings(session, EVER) if head and row.id == head.id]
    assert [(row.figure, row.qualifier) for row in found] == [(7, Qualifier.AT_MOST)]


@pytest.mark.parametrize("said", ["at most", "At most", "au plus", "a lo sumo", "≤", "<="])
def test_a_sheet_says_at_most_in_each_language(said: str) -> None:
    assert words.meaning("qualifier", said) == Qualifier.AT_MOST
