"""What cannot be a pair of twin regions is refused with a sentence, and leaves nothing behind."""

import re
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from store.activities import twins
from store.activities.twin_draft import PairDraft, SideDraft
from store.ground.errors import (
    InvalidError,
    UnknownReferenceError,
)
from store.ledger.knowledge import EVER
from tests.store.activities.pairs import TUESDAY, pair, sides
from tests.store.writing import ANA, counts

SOURCE = "Name the source: which document or register says so?"


@pytest.mark.parametrize(
    ("changes", "first", "second", "sentence"),
    [
        ({"name": " "}, {}, {}, "Give the pair a name."),
        ({"since": TUESDAY}, {}, {}, "Only a proposal can lie in the future"),
        ({"neutrality_year": 2019}, {}, {}, "The year of neutrality lies in 2020 to 2100."),
        ({"neutrality_year": 2101}, {}, {}, "The year of neutrality lies in 2020 to 2100."),
        ({"source_title": "x "}, {}, {}, SOURCE),
        ({"source_link": "javascript:alert(1)"}, {}, {}, "A link starts with https:// or http://."),
        ({}, {"name": ""}, {}, "Give each of the two places a name."),
        ({}, {"latitude": 90.1}, {}, "A latitude lies between −90 and 90 degrees."),
        ({}, {"longitude": float("nan")}, {}, "A longitude lies between −180 and 180 degrees."),
        ({}, {"longitude": None}, {}, "A point has a latitude and a longitude."),
        (
            {},
            {"municipalities": ["Upper", " upper "]},
            {},
            "A municipality has a name and is listed once.",
        ),
        (
            {},
            {"municipalities": ["Upper", ""]},
            {},
            "A municipality has a name and is listed once.",
        ),
        (
            {},
            {"name": "Here"},
            {"name": " here ", "country": "BEN"},
            "A pair joins two different places.",
        ),
        (
            {},
            {"kind": "country"},
            {"kind": "country", "country": "BEN"},
            "A pair joins two different places.",
        ),
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
        with pytest.raises((InvalidError, ValidationError), match=re.escape(sentence)):
            twins.report(session, ANA, pair(**changes), sides(first, second))
        assert twins.known(session, EVER) == []


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
    with (
        Session(shared) as session,
        pytest.raises(UnknownReferenceError, match=re.escape(sentence)),
    ):
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
    shared: sa.Engine, typed: Callable[[], tuple[PairDraft, tuple[SideDraft, SideDraft]]]
) -> None:
    with Session(shared) as session, pytest.raises(ValidationError, match="control character"):
        twins.report(session, ANA, *typed())


def test_a_refusal_leaves_nothing_half_written(filled: sa.Engine) -> None:
    def report_two() -> None:
        with Session(filled) as session, session.begin():
            twins.report(session, ANA, pair(), sides())
            twins.report(session, ANA, pair(code="pair-2"), sides({"latitude": -91.0}))

    before = counts(filled)
    with pytest.raises(ValidationError):
        report_two()
    assert counts(filled) == before


@pytest.mark.parametrize("table", ["twin_pair", "twin_side"])
def test_what_was_written_stays(filled: sa.Engine, table: str) -> None:
    with Session(filled) as session, session.begin():
        twins.report(session, ANA, pair(), sides())
    for statement in (f"UPDATE {table} SET name = 'x'", f"DELETE FROM {table}"):
        with filled.connect() as connection, pytest.raises(DBAPIError, match="append-only"):
            connection.exec_driver_sql(statement)
