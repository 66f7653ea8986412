"""Rows of one sheet are judged beside each other, with every problem of each told at once."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa
from sqlalchemy import event
from sqlmodel import Session, select

from store import sheets
from store.figures import actions
from store.models import AuditEntry, Measurement
from tests.store.sheets.test_sheets import HELPDESK, Row, bring
from tests.store.writing import ANA, draft

pytestmark = pytest.mark.same_sql

SHEET = "figures.csv"
BOTH = (
    "Rows {} speak of the same days ({}). Leave one out, or say in why_unusual of both why both"
    " stand."
)
STANDING = (
    "Entry {} stands for 2025-12-31, which shares days with this one: 7. To correct it, give its"
    " entry number and its period; if both stand, say in why_unusual why."
)
ANOTHER = (
    "Entry {} is the figure for 2025-12-31. Give that period to correct it, or leave the entry"
    " number out for a figure of another period."
)
SIGNED: Row = HELPDESK | {"indicator": "D4-signed", "place": "WLD"}


def on(day: dt.date, value: float, **others: str | int | None) -> Row:
    """Agreements signed by a day."""
    return SIGNED | {"period_start": day, "period_end": day, "value": value} | others


def told(checked: sheets.Checked) -> list[tuple[int, str, str]]:
    """Where every problem is, and its sentence."""
    return [(one.row, one.column, str(one.reason)) for one in checked.problems]


@contextmanager
def asking(engine: sa.Engine) -> Iterator[list[str]]:
    """The statements that are sent meanwhile."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        sent.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(engine, "before_cursor_execute", note)


def test_an_impossible_figure_is_not_asked_about_as_well(filled: sa.Engine) -> None:
    checked = bring(filled, ANA, SHEET, on(dt.date(2025, 12, 31), 0.5))
    assert [(row, column) for row, column, _reason in told(checked)] == [(2, "value")]


def test_a_total_above_a_later_one_that_stands_is_asked_about(filled: sa.Engine) -> None:
    with Session(filled) as session, session.begin():
        later = {"period_start": dt.date(2025, 12, 31), "period_end": dt.date(2025, 12, 31)}
        actions.report(session, ANA, draft(value=8, **later))
    checked = bring(filled, ANA, SHEET, on(dt.date(2024, 12, 31), 9))
    assert told(checked) == [
        (
            2,
            "why_unusual",
            "This is unusual (a running total is lower later). Say why it is right.",
        )
    ]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_total_that_falls_between_two_rows_is_asked_about(
    filled: sa.Engine, order: tuple[int, int]
) -> None:
    rows = [on(dt.date(2024, 12, 31), 9), on(dt.date(2025, 12, 31), 8)]
    checked = bring(filled, ANA, SHEET, *(rows[place] for place in order))
    falling = 2 + order.index(1)
    assert told(checked) == [
        (
            falling,
            "why_unusual",
            "This is unusual (a running total falls). Say why it is right.",
        )
    ]


def test_two_rows_about_the_same_days_are_one_question(filled: sa.Engine) -> None:
    year = {"period_start": dt.date(2025, 1, 1), "period_end": dt.date(2025, 12, 31)}
    checked = bring(filled, ANA, SHEET, on(dt.date(2025, 12, 31), 90), SIGNED | year | {"value": 9})
    assert told(checked) == [
        (
            2,
            "period_end",
            BOTH.format("2 and 3", "2025-01-01 – 2025-12-31"),
        ),
        (
            3,
            "period_end",
            BOTH.format("3 and 2", "2025-12-31"),
        ),
    ]


def test_a_row_that_overlaps_a_standing_figure_names_it(filled: sa.Engine) -> None:
    with Session(filled) as session, session.begin():
        number = actions.report(session, ANA, draft(value=7)).id
    year: Row = SIGNED | {"value": 8}
    assert told(bring(filled, ANA, SHEET, year)) == [
        (
            2,
            "period_end",
            STANDING.format(number),
        )
    ]
    kept = bring(filled, ANA, SHEET, year | {"why_unusual": "Two registers were counted"})
    assert (len(kept.ready), kept.problems) == (1, ())


def test_an_entry_of_another_period_is_not_taken_for_a_correction(filled: sa.Engine) -> None:
    with Session(filled) as session, session.begin():
        number = actions.report(session, ANA, draft(value=7)).id
    row = on(dt.date(2024, 12, 31), 7, entry=number, reason="The year was mistyped")
    assert told(bring(filled, ANA, SHEET, row)) == [
        (
            2,
            "entry",
            ANOTHER.format(number),
        )
    ]


def test_everything_that_is_wrong_with_a_row_is_told_at_once(filled: sa.Engine) -> None:
    row = HELPDESK | {
        "value": "many",
        "source_title": "---",
        "source_link": "www.example.org",
        "period_end": dt.date(2205, 12, 31),
        "qualifier": "roughly",
    }
    assert {column for _, column, _ in told(bring(filled, ANA, SHEET, row))} == {
        *("value", "source_title", "source_link", "period_end", "qualifier")
    }


@pytest.mark.parametrize("words", ["#N/A", "---", "N/A", "...", "null", "néant", "s/o", "xxx", "?"])
def test_what_says_nothing_is_no_reason_source_or_answer(filled: sa.Engine, words: str) -> None:
    for row, column in (
        (HELPDESK | {"value": None, "missing_reason": words}, "missing_reason"),
        (HELPDESK | {"source_title": words}, "source_title"),
        (HELPDESK | {"why_unusual": words}, "why_unusual"),
    ):
        assert [problem[1] for problem in told(bring(filled, ANA, SHEET, row))] == [column]


def test_an_answer_that_cannot_be_kept_is_refused_at_its_row(filled: sa.Engine) -> None:
    checked = bring(filled, ANA, SHEET, HELPDESK | {"why_unusual": "Counted\x07twice"})
    [(_, column, said)] = told(checked)
    assert (column, checked.ready) == ("why_unusual", ())
    assert said == "The text contains a control character (U+0007). Type it again without it."


def test_no_data_needs_a_reason_and_no_source(filled: sa.Engine) -> None:
    row = HELPDESK | {"value": None, "source_title": None, "missing_reason": "No log was kept"}
    checked = bring(filled, ANA, SHEET, row)
    assert (len(checked.ready), checked.problems) == (1, ())
    with Session(filled) as session, session.begin():
        assert len(sheets.write(session, ANA, checked.ready)) == 1
        [kept] = session.exec(select(Measurement).where(Measurement.reporter == "Ana"))
        assert (kept.missing_reason, kept.source_title) == ("No log was kept", "")


def test_more_rows_ask_the_store_no_more(filled: sa.Engine) -> None:
    answers = [
        HELPDESK
        | {"indicator": "A1-parties", "place": place}
        | dict.fromkeys(("period_start", "period_end"), dt.date(year, 12, 31))
        for place in ("KEN", "MLI", "BEN", "SEN", "FRA", "DEU")
        for year in range(2016, 2026)
    ]
    asked, written = [], []
    for rows in (answers[:2], answers[2:]):
        with asking(filled) as sent:
            checked = bring(filled, ANA, SHEET, *rows)
        asked.append(len(sent))
        with asking(filled) as sent, Session(filled) as session, session.begin():
            sheets.write(session, ANA, checked.ready)
        written.append(sum(statement.startswith("SELECT") for statement in sent))
    assert asked[0] == asked[1]
    assert written[0] == written[1]
    with Session(filled) as session:
        rows = session.exec(select(Measurement.id).where(Measurement.reporter == "Ana")).all()
        subjects = set(session.exec(select(AuditEntry.subject).where(AuditEntry.actor == "Ana")))
    assert subjects == {f"measurement {number}" for number in rows}
    assert len(rows) == len(answers)
