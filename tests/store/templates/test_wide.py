"""The wide sheet of one indicator: out with what stands, in with what was filled."""

import datetime as dt
import io

import openpyxl
import pytest
import sqlalchemy as sa
from openpyxl.utils import get_column_letter
from sqlmodel import Session

from store import sheets
from store.reporting import dues
from store.templates import wide
from tests.store.writing import ANA, publish

TODAY = dt.date(2026, 3, 2)
YEAR_END = dt.date(2025, 12, 31)


@pytest.fixture
def book(filled: sa.Engine) -> openpyxl.Workbook:
    """The sheet of an indicator that countries answer with yes or no; Kenya has, for 2025."""
    publish(
        filled,
        TODAY,
        indicator_code="A1-parties",
        place_code="KEN",
        value=1,
        period_start=YEAR_END,
        period_end=YEAR_END,
    )
    with Session(filled) as session:
        owed = [
            due
            for due in dues.owed(session, TODAY)
            if due.indicator.code == "A1-parties" and due.place.region_code == "R-AFR"
        ]
        return openpyxl.load_workbook(io.BytesIO(wide.as_xlsx(owed)))


def check(engine: sa.Engine, book: openpyxl.Workbook) -> sheets.Checked:
    """Save, read and check it."""
    target = io.BytesIO()
    book.save(target)
    with Session(engine) as session:
        return sheets.check(session, ANA, sheets.read("w.xlsx", target.getvalue()), "2022", TODAY)


def fill(book: openpyxl.Workbook, place: str, year: int, value: str | int) -> str:
    """Fill in one cell; its name."""
    sheet = book["A1-parties"]
    column = next(
        get_column_letter(place)
        for place, cell in enumerate(sheet[wide.HEAD], start=1)
        if cell.value == year
    )
    row = next(cell.row for cell in sheet["A"] if cell.value == place)
    sheet[f"{column}{row}"] = value
    return f"{column}{row}"


def test_an_unchanged_wide_sheet_changes_nothing(
    filled: sa.Engine, book: openpyxl.Workbook
) -> None:
    checked = check(filled, book)
    assert (checked.ready, checked.problems, checked.unchanged) == ((), (), 1)


def test_cells_become_figures_with_one_source(filled: sa.Engine, book: openpyxl.Workbook) -> None:
    sheet = book["A1-parties"]
    sheet["B2"] = "Registry of NDCs"
    fill(book, "GHA", 2025, "yes")
    fill(book, "MLI", 2025, "no data: The office was closed")
    checked = check(filled, book)
    assert checked.problems == ()
    found = {one.draft.place_code: one.draft for one in checked.ready}
    assert found["GHA"].value == 1
    assert found["MLI"].missing_reason == "The office was closed"
    assert {draft.source_title for draft in found.values()} == {"Registry of NDCs"}
    assert {draft.period_end for draft in found.values()} == {dt.date(2025, 12, 31)}
    with Session(filled) as session, session.begin():
        assert len(sheets.write(session, ANA, checked.ready)) == 2
    assert check(filled, book).unchanged == 3


def test_a_standing_figure_is_corrected_with_its_reason(
    filled: sa.Engine, book: openpyxl.Workbook
) -> None:
    cell = fill(book, "KEN", 2025, "no")
    book["A1-parties"]["B2"] = "Registry of NDCs"
    [problem] = check(filled, book).problems
    assert (problem.column, problem.cell) == ("reason", cell)
    book["A1-parties"]["B5"] = "Recounted"
    [ready] = check(filled, book).ready
    assert ready.before is not None
    assert (ready.before.value, ready.draft.value, ready.draft.corrects) == (1, 0, ready.before.id)


def test_a_wrong_cell_is_told_where_it_stands(filled: sa.Engine, book: openpyxl.Workbook) -> None:
    book["A1-parties"]["B2"] = "Registry of NDCs"
    cell = fill(book, "GHA", 2025, 5)
    [problem] = check(filled, book).problems
    assert (problem.cell, problem.column) == (cell, "value")
    assert "answered by yes or no" in str(problem.reason)


def test_a_wide_sheet_has_years_that_nobody_owes_too(filled: sa.Engine) -> None:
    with Session(filled) as session:
        asked = [
            due
            for due in dues.owed(session, TODAY)
            if due.indicator.code == "A1-parties" and due.place.code in ("GHA", "KEN")
        ]
        assert 2019 not in {due.year for due in asked}
        every = dues.of_years(session, asked, range(2019, 2026), TODAY)
        made = openpyxl.load_workbook(io.BytesIO(wide.as_xlsx(every)))
    heads = [cell.value for cell in made["A1-parties"][wide.HEAD]]
    assert heads[2:9] == list(range(2019, 2026))
    made["A1-parties"]["B2"] = "Registry of NDCs"
    fill(made, "GHA", 2019, "no")
    [ready] = check(filled, made).ready
    assert (ready.draft.place_code, ready.draft.value) == ("GHA", 0)
    assert ready.draft.period_end == dt.date(2019, 12, 31)


def test_a_wide_sheet_of_somebodys_own_is_read(filled: sa.Engine) -> None:
    own = openpyxl.Workbook()
    sheet = own.worksheets[0]
    for row in (
        ["Indicator", "A1-parties"],
        ["Source", "Registry of NDCs"],
        ["Country", 2024, 2025],
        ["Ghana", None, "oui"],
        ["Côte d’Ivoire", "non", None],
    ):
        sheet.append(row)
    checked = check(filled, own)
    assert checked.problems == ()
    assert {(one.draft.place_code, one.draft.value) for one in checked.ready} == {
        ("GHA", 1),
        ("CIV", 0),
    }
