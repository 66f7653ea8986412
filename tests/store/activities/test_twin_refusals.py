"""What cannot be a pair of twin regions is refused with a sentence, and leaves nothing behind."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from store.activities import twins
from store.ground.errors import (
    InvalidTextError,
    InvalidTwinsError,
    StoreError,
    UnknownReferenceError,
)
from store.models import TwinPair, TwinSide
from tests.store.activities.pairs import TUESDAY, pair, sides
from tests.store.writing import ANA, counts


@pytest.mark.parametrize(
    ("changes", "first", "second", "sentence"),
    [
        ({"name": " "}, {}, {}, "Give the pair a name"),
        ({"state": "engaged"}, {}, {}, "no such state"),
        ({"since": TUESDAY}, {}, {}, "Only a proposal can lie in the future"),
        ({"neutrality_year": 2019}, {}, {}, "2020 to 2100"),
        ({"neutrality_year": 2101}, {}, {}, "2020 to 2100"),
        ({"source_title": "x "}, {}, {}, "Name the source"),
        ({"source_link": "javascript:alert(1)"}, {}, {}, "https://"),
        ({}, {"name": ""}, {}, "each of the two places a name"),
        ({}, {"kind": "village"}, {}, "a region, a municipality or a country"),
        ({}, {"latitude": 90.1}, {}, "latitude lies in"),
        ({}, {"longitude": float("nan")}, {}, "latitude lies in"),
        ({}, {"municipalities": ["Upper", " upper "]}, {}, "listed once"),
        ({}, {"municipalities": ["Upper", ""]}, {}, "listed once"),
        ({}, {"name": "Here"}, {"name": " here ", "country": "BEN"}, "two different places"),
        ({}, {"kind": "country"}, {"kind": "country", "country": "BEN"}, "two different places"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    shared: sa.Engine,
    changes: dict[str, Any],
    first: dict[str, Any],
    second: dict[str, Any],
    sentence: str,
) -> None:
    with Session(shared) as session:
        with pytest.raises(InvalidTwinsError, match=sentence):
            twins.report(session, ANA, pair(**changes), sides(first, second))
        assert twins.known(session, dt.date.max) == []


@pytest.mark.parametrize(
    ("country", "sentence"),
    [
        ("", "Choose the country of each"),
        ("XXX", "no country"),
        ("WLD", "no country"),
        ("R-AFR", "no country"),
    ],
)
def test_a_place_lies_in_a_country(shared: sa.Engine, country: str, sentence: str) -> None:
    with Session(shared) as session, pytest.raises(UnknownReferenceError, match=sentence):
        twins.report(session, ANA, pair(), sides({"country": country}))


BELL = "Upper\x07Valley"


@pytest.mark.parametrize(
    "typed",
    [
        lambda: (pair(name=BELL), sides()),
        lambda: (pair(aims=BELL), sides()),
        lambda: (pair(note=BELL), sides()),
        lambda: (pair(), sides({"name": BELL})),
        lambda: (pair(), sides(second={"municipalities": [BELL]})),
    ],
)
def test_control_characters_are_refused(
    shared: sa.Engine, typed: Callable[[], tuple[TwinPair, tuple[TwinSide, TwinSide]]]
) -> None:
    with Session(shared) as session, pytest.raises(InvalidTextError):
        twins.report(session, ANA, *typed())


def test_a_refusal_leaves_nothing_half_written(filled: sa.Engine) -> None:
    def report_two() -> None:
        with Session(filled) as session, session.begin():
            twins.report(session, ANA, pair(), sides())
            twins.report(session, ANA, pair(code="pair-2"), sides({"latitude": -91.0}))

    before = counts(filled)
    with pytest.raises(StoreError):
        report_two()
    assert counts(filled) == before


@pytest.mark.parametrize("table", ["twin_pair", "twin_side"])
def test_what_was_written_stays(filled: sa.Engine, table: str) -> None:
    with Session(filled) as session, session.begin():
        twins.report(session, ANA, pair(), sides())
    for statement in (f"UPDATE {table} SET name = 'x'", f"DELETE FROM {table}"):
        with filled.connect() as connection, pytest.raises(DBAPIError, match="append-only"):
            connection.exec_driver_sql(statement)
