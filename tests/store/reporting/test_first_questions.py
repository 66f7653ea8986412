"""The first questions as a sheet: filled in, it comes back as the figures that were asked for."""

import datetime as dt
import io
from collections.abc import Sequence

import openpyxl
import pytest
from sqlmodel import Session

from store import sheets
from store.database import engine
from store.ledger.knowledge import Until
from store.reporting import first_questions
from store.standing import assess_plan, questions
from store.templates import figures
from tests.store.writing import ANA

TODAY = dt.date(2026, 11, 29)
CODES = ("A5", "A6", "B3", "F2")


@pytest.fixture
def session(filled_sqlite_url: str) -> Session:
    """A session on a store with the shipped data."""
    return Session(engine.connect(filled_sqlite_url))


def asked(session: Session) -> list[first_questions.Asked]:
    """What is asked of these objectives."""
    plan = assess_plan(session, "2022", Until.day(TODAY))
    openings = questions.first_questions(plan).openings
    return first_questions.asked(session, [one for one in openings if one.code in CODES], TODAY)


def filled_in(content: bytes) -> bytes:
    """The workbook with an answer, a source and a link in each of its rows."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    answers = {"Counts and values": 1, "Levels": 3, "Yes or no": "yes"}
    for title, answer in answers.items():
        sheet = book[title]
        at = {str(cell.value): cell.column or 0 for cell in sheet[2]}
        for row in range(figures.FIRST, sheet.max_row + 1):
            sheet.cell(row, at["level" if "level" in at else "value"], answer)
            sheet.cell(row, at["source_title"], "Annual report")
            sheet.cell(row, at["source_link"], "https://example.org/report")
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def slots(rows: Sequence[first_questions.Asked]) -> set[tuple[str, str, dt.date]]:
    """Which figures these are."""
    return {(due.indicator.code, due.place.code, due.period[1]) for due, _ in rows}


def test_every_region_has_a_row_and_every_row_says_what_it_opens(session: Session) -> None:
    rows = asked(session)
    assert {code for _, code in rows} == set(CODES)
    assert sum(code == "B3" for _, code in rows) == 5
    end, start = dt.date(2025, 12, 31), dt.date(2020, 12, 31)
    assert {("F2-growth", "WLD", end), ("F2-growth", "WLD", start)} <= slots(rows)
    [sentence] = {
        line.split(",")[2]
        for line in figures.as_csv([rows[0][0]], (), ["It opens."]).decode().splitlines()[1:]
    }
    assert sentence == "It opens."


def test_what_comes_back_filled_in_is_what_was_asked_for(session: Session) -> None:
    rows = asked(session)
    owed = [due for due, _ in rows]
    made = figures.as_xlsx(owed, (), str, [f"{code} has a verdict." for _, code in rows])
    sheet = sheets.read("questions.xlsx", filled_in(made))
    assert sheet.remarks == ()
    checked = sheets.check(session, ANA, sheet, "2022", TODAY)
    assert checked.problems == ()
    brought = {
        (one.draft.indicator_code, one.draft.place_code, one.draft.period_end)
        for one in checked.ready
    }
    assert brought == slots(rows)
