"""Which figures of countries are news, and in which order approvals are told."""

import datetime as dt

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.figures import approved
from store.ledger.knowledge import Until
from tests.store.writing import MONDAY, TUESDAY, WEDNESDAY, publish

pytestmark = pytest.mark.same_sql

PARTY = {"indicator_code": "A1-parties", "value": 1}


def told(engine: sa.Engine, since: dt.date, as_of: dt.date) -> set[str]:
    """The countries whose figure became known between the two days."""
    with Session(engine) as session:
        news = approved.country_news(session, since, Until.day(as_of))
        return {one.place_code for one in news if one.indicator_code == "A1-parties"}


def test_what_was_known_on_the_day_itself_is_no_news_since_then(filled: sa.Engine) -> None:
    publish(filled, MONDAY, **PARTY, place_code="KEN")
    publish(filled, TUESDAY, **PARTY, place_code="FRA")
    assert told(filled, MONDAY, WEDNESDAY) == {"FRA"}
    assert told(filled, MONDAY - dt.timedelta(days=1), WEDNESDAY) == {"FRA", "KEN"}
    assert told(filled, MONDAY - dt.timedelta(days=1), MONDAY) == {"KEN"}
    assert told(filled, TUESDAY, WEDNESDAY) == set()


def test_the_newest_approval_comes_first_however_early_its_figure_was_known(
    filled: sa.Engine,
) -> None:
    publish(filled, WEDNESDAY, value=5)
    publish(filled, MONDAY, **PARTY, place_code="KEN")
    with Session(filled) as session:
        found = approved.approvals(session, Until.day(WEDNESDAY), 2)
        [newest] = approved.approvals(session, Until.day(WEDNESDAY), 1)
    assert [one.known_on for one in found] == [MONDAY, WEDNESDAY]
    assert newest.place_code == "KEN"
