"""Thousands of pairs cost a reader's click no more than a few."""

import time
from uuid import uuid4

import pytest
from sqlmodel import Session
from streamlit.testing.v1 import AppTest

from store import twins
from store.models import TwinPair, TwinSide
from store.models.twins import PAIR_STATES
from store.queries import places
from tests.pages.acting import TODAY, Open, writing
from tests.pages.words import words
from tests.store.pairs import pair, sides
from tests.store.writing import ANA

MANY = 5_000
MOST_MORE = 0.050  # seconds of the server's processor for a click
CLICKS = 7


def enter(session: Session, count: int) -> None:
    """Pairs of countries all over the world, all but one written straight into the tables."""
    twins.report(session, ANA, pair(), sides())  # whose audit entry says that the store changed
    countries = [place for place in places(session) if place.kind == "country"]
    pairs = [
        TwinPair(
            code=str(uuid4()),
            name=f"Pair {number}",
            state=PAIR_STATES[number % 4],
            since=TODAY,
            source_title="Agreement",
            known_on=TODAY,
        )
        for number in range(count - 1)
    ]
    session.add_all(pairs)
    session.flush()
    for number, row in enumerate(pairs):
        for side, step in (("first", 1), ("second", 7)):
            place = countries[number * step % len(countries)]
            session.add(
                TwinSide(
                    pair_id=row.id or 0,
                    side=side,
                    kind="region",
                    name=f"Place {number}",
                    place_code=place.code,
                    latitude=place.latitude or 0.0,
                    longitude=place.longitude or 0.0,
                    municipalities=[f"Village {number}"],
                )
            )


def click(app: AppTest) -> float:
    """The processor's seconds for the quickest of some warm runs of the page."""
    spent = []
    for _again in range(CLICKS):
        begun = time.process_time()
        app.run()
        spent.append(time.process_time() - begun)
    assert not app.exception
    return min(spent)


@pytest.mark.parametrize("page", ["regions", "activities"])
def test_five_thousand_pairs_cost_a_click_little_more(open_page: Open, page: str) -> None:
    none = click(open_page("Sofia", page))
    with writing() as session:
        enter(session, MANY)
    app = open_page("Sofia", page)
    many = click(app)
    assert many - none <= MOST_MORE, f"{none:.3f} s without pairs, {many:.3f} s with {MANY}"


def test_many_pairs_come_a_page_at_a_time(open_page: Open) -> None:
    with writing() as session:
        enter(session, 450)
    app = open_page("nobody", "regions")
    assert "There are 450 pairs" in words(app)
    assert "twin pairs of two countries, wider for more" in words(app)
    [pages] = [box for box in app.selectbox if box.key == "page_twins"]
    assert pages.options == ["1–100", "101–200", "201–300", "301–400", "401–450"]
    assert "Pair 448" in words(app)
    pages.select_index(4).run()
    [table] = [one.value for one in app.dataframe if "First place" in one.value.columns]
    assert len(table) == 50
