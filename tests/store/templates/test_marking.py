"""The copy of a sheet with its problems marked: theirs otherwise, and good to be sent again."""

import io

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from store import sheets
from store.sheets.columns import COLUMNS
from store.sheets.writing import Row
from store.templates import marking

ROW: Row = {"indicator": "A3-studies", "place": "WLD", "value": "1,234", "note": "=1+1"}
SENTENCE = "“1,234” may be 1.234 or 1234."
WRITERS = {"f.xlsx": sheets.as_xlsx, "f.csv": sheets.as_csv}


def opened(content: bytes) -> Worksheet:
    """The first sheet as a spreadsheet program shows it."""
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


def note(sheet: Worksheet, cell: str) -> str:
    """What is said at a cell."""
    comment = sheet[cell].comment
    return "" if comment is None else comment.text


@pytest.mark.parametrize("name", WRITERS)
def test_a_problem_is_marked_and_the_rest_is_as_it_was(name: str) -> None:
    content = WRITERS[name]([ROW])
    title = sheets.read(name, content).name
    copy = marking.mark(name, content, [(title, "J2", SENTENCE), (title, "A2", "Another.")])
    sheet = opened(copy)
    assert (note(sheet, "J2"), note(sheet, "A2"), note(sheet, "B2")) == (SENTENCE, "Another.", "")
    assert sheet["J2"].fill.fgColor.rgb != sheet["B2"].fill.fgColor.rgb
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    before, again = sheets.read(name, content), sheets.read("again.xlsx", copy)
    assert [row.cells for row in again.rows] == [row.cells for row in before.rows]


def test_a_mark_goes_when_its_problem_is_mended() -> None:
    content = sheets.as_xlsx([ROW])
    once = marking.mark("f.xlsx", content, [("figures", "J2", SENTENCE)])
    twice = opened(marking.mark("f.xlsx", once, [("figures", "B2", "Another.")]))
    assert (note(twice, "J2"), note(twice, "B2")) == ("", "Another.")
    assert twice["J2"].fill.fill_type is None


def test_merged_cells_are_marked_at_their_first() -> None:
    book = openpyxl.load_workbook(io.BytesIO(sheets.as_xlsx([ROW])))
    book.worksheets[0].merge_cells("A2:B2")
    target = io.BytesIO()
    book.save(target)
    copy = marking.mark("f.xlsx", target.getvalue(), [("figures", "B2", "Split them.")])
    assert note(opened(copy), "A2") == "Split them."


def test_where_a_file_cannot_be_opened_whole_the_sentences_are_listed() -> None:
    sheet = opened(marking.mark("f.xlsx", b"PK damaged", [("figures", "J2", SENTENCE)]))
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        ["sheet", "cell", "problem"],
        ["figures", "J2", SENTENCE],
    ]
