"""The workbook to fill in: what may be typed where, and that it comes back as it went out."""

import datetime as dt
import io
from collections.abc import Mapping

import openpyxl
import pytest
import sqlalchemy as sa
from openpyxl.worksheet.worksheet import Worksheet
from sqlmodel import Session

from store import sheets
from store.figures import heads
from store.reporting import dues
from store.sheets.columns import FIGURE, KEYS
from store.templates import dressing, figures
from tests.store.writing import ANA, publish

TODAY = dt.date(2026, 3, 2)
Book = openpyxl.Workbook


@pytest.fixture
def content(filled: sa.Engine) -> bytes:
    """The workbook with what the world and two regions owe, some of it standing."""
    publish(filled, TODAY, value=7, source_title="=Annual report", note="+ one")
    publish(
        filled,
        TODAY,
        indicator_code="B3-regions",
        place_code="R-AFR",
        value=1,
        period_start=dt.date(2024, 12, 31),
        period_end=dt.date(2024, 12, 31),
    )
    with Session(filled) as session:
        wanted = ("WLD", "R-AFR", "R-EUR")
        owed = [due for due in dues.owed(session, TODAY) if due.place.code in wanted]
        pairs = {(due.indicator.code, due.place.code) for due in owed}
        return figures.as_xlsx(owed, heads.of_pairs(session, pairs))


@pytest.fixture
def book(content: bytes) -> Book:
    """The same, open in a spreadsheet program."""
    return openpyxl.load_workbook(io.BytesIO(content))


def places(sheet: Worksheet) -> dict[str, int]:
    """Where the columns stand, by their codes."""
    return {str(cell.value): cell.column or 0 for cell in sheet[2]}


def row_of(sheet: Worksheet, indicator: str, place: str, year: int) -> int:
    """The number of a figure's row."""
    at = places(sheet)
    for row in range(figures.FIRST, sheet.max_row + 1):
        end = sheet.cell(row, at["period_end"]).value
        assert isinstance(end, dt.date)
        keys = sheet.cell(row, at["indicator"]).value, sheet.cell(row, at["place"]).value
        if keys == (indicator, place) and end.year == year:
            return row
    raise LookupError(indicator)


def saved(book: Book) -> bytes:
    """The workbook as it is saved."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def check(engine: sa.Engine, content: bytes) -> sheets.Checked:
    """Read and check it."""
    with Session(engine) as session:
        return sheets.check(session, ANA, sheets.read("f.xlsx", content), "2022", TODAY)


def test_what_went_out_and_came_back_changes_nothing(filled: sa.Engine, content: bytes) -> None:
    sheet = sheets.read("f.xlsx", content)
    assert {row.sheet for row in sheet.rows} == {str(title) for title in figures.TITLES.values()}
    assert sheet.remarks == ()
    checked = check(filled, content)
    assert (checked.ready, checked.problems) == ((), ())
    assert checked.unchanged >= 2
    assert checked.unchanged + checked.empty == len(sheet.rows)


def test_all_sheets_are_read_as_they_are_filled(filled: sa.Engine, book: Book) -> None:
    filled_cells: list[tuple[str, str, str, Mapping[str, str | int]]] = [
        ("Yes or no", "B3-regions", "R-EUR", {"value": "yes"}),
        ("Levels", "A2-mechanism", "WLD", {"level": 2, "source_link": "https://example.org"}),
        ("Shares", "A3-fair", "WLD", {"numerator": 3, "denominator": 12}),
        ("Counts and values", "A3-studies", "WLD", {"missing_reason": "Nobody counted them"}),
    ]
    for title, indicator, place, cells in filled_cells:
        sheet, at = book[title], places(book[title])
        row = row_of(sheet, indicator, place, 2025)
        for name, value in {"source_title": "Annual report", **cells}.items():
            assert not sheet.cell(row, at[name]).protection.locked
            sheet.cell(row, at[name]).value = value
    checked = check(filled, saved(book))
    assert checked.problems == ()
    assert {(one.draft.indicator_code, one.draft.place_code) for one in checked.ready} == {
        (indicator, place) for _title, indicator, place, _cells in filled_cells
    }


def test_keys_are_locked_without_a_password_and_figures_are_not(book: Book) -> None:
    for sheet in book.worksheets:
        assert sheet.protection.sheet
        assert not sheet.protection.password
    for sheet in book.worksheets[:-1]:
        at = places(sheet)
        for row in range(1, sheet.max_row + 1):
            for name, column in at.items():
                is_free = not sheet.cell(row, column).protection.locked
                if row < figures.FIRST or name in ("indicator", "place", "entry"):
                    assert not is_free
                elif name in FIGURE:
                    assert is_free


def test_a_standing_figures_period_is_locked(book: Book) -> None:
    sheet = book["Counts and values"]
    at = places(sheet)
    held = row_of(sheet, "D4-signed", "WLD", 2025)
    free = row_of(sheet, "A3-studies", "WLD", 2025)
    for name in ("period_start", "period_end"):
        assert sheet.cell(held, at[name]).protection.locked
        assert not sheet.cell(free, at[name]).protection.locked
    start = sheet.cell(free, at["period_start"]).value
    assert isinstance(start, dt.datetime)
    assert start.date() == dt.date(2025, 1, 1)  # a yearly rate


def test_drop_downs_name_lists_on_a_hidden_sheet(book: Book) -> None:
    lists = book[dressing.LISTS]
    assert lists.sheet_state == "hidden"
    found: dict[str, set[tuple[object, ...]]] = {}
    for sheet in book.worksheets[:-1]:
        at = {column: name for name, column in places(sheet).items()}
        for rule in sheet.data_validations.dataValidation:
            [first] = rule.sqref.ranges
            assert first.min_row == figures.FIRST
            assert first.max_row >= sheet.max_row
            cells = str(rule.formula1).split("!")[1].replace("$", "")
            values = tuple(cell.value for (cell,) in lists[cells])
            found.setdefault(f"{sheet.title}: {at[first.min_col]}", set()).add(values)
    exact = ("exact", "at least", "at most", "about")
    assert found == {
        "Counts and values: qualifier": {exact},
        "Shares: qualifier": {exact},
        "Levels: qualifier": {exact},
        "Levels: level": {(0, 1, 2, 3, 4, 5)},
        "Yes or no: qualifier": {exact},
        "Yes or no: value": {("yes", "no")},
    }


def test_the_last_figure_stands_beside_the_cell_to_fill(book: Book) -> None:
    sheet = book["Yes or no"]
    at = places(sheet)
    row = row_of(sheet, "B3-regions", "R-AFR", 2025)
    told = "yes; 2024-12-31; Annual report"
    assert sheet.cell(row, at["last_figure"]).value == told
    comment = sheet.cell(row, at["value"]).comment
    assert comment is not None
    assert comment.text == f"Last figure before: {told}"
    assert "Answering requests" in str(sheet.cell(row, at["what_counts"]).value)
    first = row_of(sheet, "B3-regions", "R-EUR", 2025)
    assert sheet.cell(first, at["last_figure"]).value is None


def test_no_text_can_run_as_a_formula(book: Book) -> None:
    sheet = book["Counts and values"]
    at = places(sheet)
    source = sheet.cell(row_of(sheet, "D4-signed", "WLD", 2025), at["source_title"])
    assert (source.value, source.data_type) == ("=Annual report", "s")


def test_every_column_that_is_read_back_is_in_some_sheet(book: Book) -> None:
    for sheet in book.worksheets[:-1]:
        assert set(KEYS) <= set(places(sheet))
        assert all(sheet.cell(1, column).value for column in places(sheet).values())
