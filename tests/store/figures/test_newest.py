"""What is found without reading the rest is what reading everything finds."""

import datetime as dt
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col

from store.database import engine
from store.figures import approved
from store.figures.approved import MOST_LISTED
from store.figures.reading import Reading
from store.ledger import revisions
from store.ledger.knowledge import Until
from store.models import Measurement, Review
from tests.bench import ledger_store

MANY = 16_000
DAYS = (dt.date(2021, 6, 30), dt.date(2024, 2, 29), dt.date(2026, 11, 1))
CODE = "A1-parties"
TAKING_BACK = ("KEN", "FRA", "IND")


@pytest.fixture
def grown(filled_url: str) -> Iterator[sa.Engine]:
    """A store in which countries reported, corrected and took back many figures."""
    ledger_store.grow(filled_url, MANY)
    opened = engine.connect(filled_url)
    _take_back(opened)
    yield opened
    opened.dispose()


def _take_back(opened: sa.Engine) -> None:
    """Let the newest word of some countries be that there is no figure, in slots old and new."""
    there = (col(Measurement.indicator_code) == CODE, col(Measurement.place_code).in_(TAKING_BACK))
    with Session(opened) as session, session.begin():
        for head in revisions.heads(session, Measurement, *there)[-20:]:
            kept = head.model_dump(exclude={"id", "value"})
            news = {"missing_reason": "Counted twice", "client_key": f"taken back {head.id}"}
            row = revisions.follow(Measurement.model_validate(kept | news), head)
            session.add(row)
            session.flush()
            approval = {"measurement_id": row.id, "verdict": "approved", "reviewer": "bench"}
            days = {"known_on": row.period_end, "recorded_at": row.recorded_at}
            session.add(Review.model_validate(approval | days))


def test_the_newest_of_each_country_is_the_last_of_all_it_said(grown: sa.Engine) -> None:
    words: dict[str, Reading] = {}
    with Session(grown) as session:
        for day in DAYS:
            until = Until.day(day)
            everything = approved.country_readings(session, CODE, until)
            words = {one.place_code: one for one in everything}
            figures = {one.place_code: one for one in everything if one.figure is not None}
            assert _by_place(approved.newest_words(session, CODE, until)) == words
            assert _by_place(approved.newest_figures(session, CODE, until)) == words | figures
        assert words["KEN"].figure is None


def test_figures_of_later_years_are_not_the_newest_of_an_earlier_one(grown: sa.Engine) -> None:
    until = Until.day(DAYS[-1])
    with Session(grown) as session:
        everything = approved.country_readings(session, CODE, until)
        early = [one for one in everything if one.period_end <= DAYS[0]]
        figures = {one.place_code: one for one in early if one.figure is not None}
        words = {one.place_code: one for one in early}
        found = approved.newest_figures(session, CODE, until, DAYS[0])
    assert _by_place(found) == words | figures


def test_a_list_holds_the_newest_figures_of_all_places_or_of_a_region(grown: sa.Engine) -> None:
    until = Until.day(DAYS[-1])
    with Session(grown) as session:
        everything = approved.country_readings(session, CODE, until)[::-1]
        assert len(everything) > MOST_LISTED
        assert approved.newest_periods(session, CODE, until) == everything[:MOST_LISTED]
        african = approved.newest_periods(session, CODE, until, "R-AFR")
        assert {"KEN"} <= {one.place_code for one in african} < {"KEN", *_places(everything)}
        assert african == [one for one in everything if one in african]
        kenyan = [one for one in everything if one.place_code == "KEN"]
        assert approved.of_country(session, CODE, "KEN", until) == kenyan[::-1]


def test_years_are_those_of_which_a_country_has_a_figure(grown: sa.Engine) -> None:
    with Session(grown) as session:
        for day in DAYS:
            until = Until.day(day)
            everything = approved.country_readings(session, CODE, until)
            years = {one.period_end.year for one in everything if one.figure is not None}
            assert approved.country_years(session, CODE, until) == sorted(years)
        assert approved.country_years(session, "D4-signed", Until.day(DAYS[-1])) == []


def test_a_history_begins_with_a_whole_period(grown: sa.Engine) -> None:
    until = Until.day(DAYS[-1])
    with Session(grown) as session:
        found = approved.every_reading(session, (CODE,), until)
        oldest = min(one.period_end for one in found)
        of_it = approved.country_readings(session, CODE, until)
    assert 0 < len(found) < MOST_LISTED
    assert {one.id for one in of_it if one.period_end >= oldest} <= {one.id for one in found}


def _by_place(readings: list[Reading]) -> dict[str, Reading]:
    assert len({one.place_code for one in readings}) == len(readings)
    return {one.place_code: one for one in readings}


def _places(readings: list[Reading]) -> set[str]:
    return {one.place_code for one in readings}
