"""What a figure of the day would be read as, and that it is read so once it is entered."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.database import engine
from store.ledger.knowledge import Until
from store.progress import Kind, Status
from store.standing import IndicatorStanding, assess_plan
from store.standing.meaning import Meaning, meaning
from tests.store.writing import publish

TODAY = dt.date(2026, 11, 29)


@pytest.fixture
def own(filled_sqlite_url: str) -> Iterator[sa.Engine]:
    """The shipped store in a copy of the test's own."""
    opened = engine.connect(filled_sqlite_url)
    yield opened
    opened.dispose()


def standing(store: sa.Engine, code: str, plan: str = "2022") -> IndicatorStanding:
    """An indicator as it stands today."""
    with Session(store) as session:
        found = assess_plan(session, plan, Until.day(TODAY)).indicator(code)
    assert found is not None
    return found


def asked(store: sa.Engine, code: str, plan: str = "2022") -> Meaning:
    """What a figure of it would mean."""
    found = meaning(standing(store, code, plan), TODAY)
    assert found is not None
    return found


@pytest.mark.parametrize("code", ["A5-schemes", "F1-countries", "A3-fair", "A6-framework"])
def test_a_figure_that_is_entered_is_read_as_was_said(own: sa.Engine, code: str) -> None:
    said, indicator = asked(own, code), standing(own, code).indicator
    zone = said.zones[1]
    is_level, is_rate = indicator.kind == Kind.MILESTONE, indicator.kind == Kind.RATE
    publish(
        own,
        TODAY,
        indicator_code=code,
        place_code="WLD",
        period_start=said.day.replace(month=1, day=1) if is_rate else said.day,
        period_end=said.day,
        source_link="https://example.org/report",
        **{"value": None, "level": int(zone.high)} if is_level else {"value": zone.high},
    )
    assert standing(own, code).statuses == zone.statuses


def test_zones_meet_and_rise_from_going_back_to_achieved(own: sa.Engine) -> None:
    zones = asked(own, "A6-framework").zones
    assert [zone.statuses[0] for zone in zones] == [
        Status.REGRESSING,
        Status.OFF_TRACK,
        Status.BEHIND,
        Status.ON_TRACK,
        Status.ACHIEVED,
    ]
    assert all(before.high + 1 == after.low for before, after in pairwise(zones))
    shares = asked(own, "A3-fair").zones  # which has no whole steps
    assert all(0 <= after.low - before.high < 0.1 for before, after in pairwise(shares))


def test_what_is_counted_by_the_year_speaks_of_the_last_whole_year(own: sa.Engine) -> None:
    assert asked(own, "A3-fair").day == dt.date(2025, 12, 31)
    assert asked(own, "A5-schemes").day == TODAY


@pytest.mark.parametrize("code", ["E1-operators", "A1-members", "A3-events"])
def test_where_no_figure_alone_would_be_judged_nothing_is_said(own: sa.Engine, code: str) -> None:
    assert meaning(standing(own, code), TODAY) is None
