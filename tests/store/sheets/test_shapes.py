"""Each shape of a file gives the figure that was meant, or a sentence about the file or a cell."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet
from sqlmodel import Session

from store import sheets
from store.database import engine
from store.sheets import cells
from tests.store.refusals import told
from tests.store.sheets.right_shapes import RIGHT
from tests.store.sheets.shapes import (
    FIGURE,
    below_a_title,
    book,
    cell,
    extra_column,
    fill,
    filtered,
    first_sheet_of_notes,
    hidden_list,
    text,
)
from tests.store.sheets.wrong_shapes import WRONG

MEANT = {cells.FIELDS.get(column, column): value for column, value in FIGURE.items()}


@pytest.fixture(scope="module")
def known(real_store: Path) -> Iterator[cells.Known]:
    """The indicators and places that ship."""
    opened = engine.connect(f"sqlite:///{real_store}")
    with Session(opened) as session:
        yield cells.known(session)
    opened.dispose()


@pytest.mark.parametrize("shape", RIGHT)
def test_a_right_figure_is_read(known: cells.Known, shape: str) -> None:
    name, content, differs = RIGHT[shape]
    [row] = sheets.read(name, content).rows
    read = cells.draft_content(row.cells, known)
    assert [str(problem) for problem in read.problems] == []
    assert read.said == MEANT | differs


@pytest.mark.parametrize("shape", WRONG)
def test_what_cannot_be_read_is_told(known: cells.Known, shape: str) -> None:
    name, content, column, sentence = WRONG[shape]
    if not column:
        assert sentence in told(lambda: sheets.read(name, content))
        return
    [row] = sheets.read(name, content).rows
    [problem] = cells.draft_content(row.cells, known).problems
    assert problem.column == column
    assert sentence in str(problem.reason)


def remarks(content: bytes) -> list[str]:
    """What is said about a file that was read."""
    return [str(remark) for remark in sheets.read("a.xlsx", content).remarks]


def test_what_was_not_read_is_said() -> None:
    assert remarks(book()) == []
    assert remarks(book(change=hidden_list)) == []
    assert remarks(book(change=first_sheet_of_notes)) == [
        "The sheet “Read me” was not read: its columns are others."
    ]
    assert remarks(book(change=extra_column)) == [
        "The column V, “Comment”, was not read: the template has none of that name."
    ]
    assert remarks(book(change=filtered)) == [
        "Rows of the sheet “figures” that are hidden were read, too: 1."
    ]


def test_what_is_hidden_or_stands_below_no_head_is_said() -> None:
    def hidden_column(_book: openpyxl.Workbook, sheet: Worksheet) -> None:
        sheet.column_dimensions["J"].hidden = True

    def hidden_sheet(made: openpyxl.Workbook, _sheet: Worksheet) -> None:
        fill(made.create_sheet("old"), FIGURE)
        made.worksheets[1].sheet_state = "hidden"

    def merged_head(_book: openpyxl.Workbook, sheet: Worksheet) -> None:
        sheet["K2"] = 3
        sheet.merge_cells("J1:L1")

    assert remarks(book(change=hidden_column)) == [
        "Columns of the sheet “figures” that are hidden were read, too: J."
    ]
    assert remarks(book(change=hidden_sheet)) == ["The sheet “old” is hidden and was read, too."]
    assert remarks(book(change=merged_head)) == [
        "The column K was not read: its head does not say what it is."
    ]


def test_days_that_count_from_1904_are_the_days_that_were_meant(known: cells.Known) -> None:
    def change(made: openpyxl.Workbook, sheet: Worksheet) -> None:
        made.epoch = CALENDAR_MAC_1904
        for column, kept in (("period_start", 2025), ("period_end", 44560)):
            sheet[cell(column)] = kept
            sheet[cell(column)].number_format = "General"

    [row] = sheets.read("a.xlsx", book(change=change)).rows
    assert cells.draft_content(row.cells, known).said == MEANT


def test_every_sheet_whose_columns_fit_is_read() -> None:
    def change(made: openpyxl.Workbook, _sheet: Worksheet) -> None:
        fill(made.create_sheet("more"), FIGURE, FIGURE)

    sheet = sheets.read("a.xlsx", book(change=change))
    read = [(row.sheet, row.number) for row in sheet.rows]
    assert read == [("figures", 2), ("more", 2), ("more", 3)]


def test_merged_cells_are_told_with_their_address(known: cells.Known) -> None:
    def change(_book: openpyxl.Workbook, sheet: Worksheet) -> None:
        sheet.merge_cells("B2:B3")

    for row in sheets.read("a.xlsx", book(FIGURE, FIGURE, change=change)).rows:
        [problem] = cells.draft_content(row.cells, known).problems
        assert problem.column == "place"
        assert str(problem.reason) == (
            "The cells B2:B3 are merged. Split them, and write in each what holds for it."
        )


def test_rows_have_the_numbers_that_the_spreadsheet_shows() -> None:
    rows = sheets.read("a.xlsx", book({}, FIGURE, {}, FIGURE, change=below_a_title)).rows
    assert [row.number for row in rows] == [6, 8]
    rows = sheets.read("a.csv", b"\r\n\r\n" + text("\t", "utf-8")).rows
    assert [row.number for row in rows] == [4]
