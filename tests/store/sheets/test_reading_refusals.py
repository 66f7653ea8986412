"""A file that cannot be read as a sheet is refused with a sentence for whoever uploaded it."""

import io

import openpyxl
import pytest

from store.sheets import reading
from store.sheets.columns import COLUMNS
from tests.store.refusals import told

HEAD = ",".join(COLUMNS).encode()
LIMITS = reading.LIMITS


def book(columns: int) -> bytes:
    """A workbook with a row of so many filled cells."""
    made = openpyxl.Workbook()
    made.active.append(["x"] * columns)  # pyright: ignore[reportOptionalMemberAccess]  # a new book has a sheet
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


REFUSALS = {
    "The file is larger than 10 MB.": ("a.csv", b"x" * (LIMITS.upload + 1)),
    "The file is empty.": ("a.csv", b""),
    "The sheet is empty.": ("a.csv", b"\xef\xbb\xbf"),
    "This is neither an XLSX nor a CSV file.": ("a.pdf", b"%PDF"),
    "The XLSX file is damaged or is not a spreadsheet.": ("a.xlsx", b"PK\x03\x04 torn"),
    "The letters of this CSV file cannot be told. Save it as “CSV UTF-8”, or as Excel workbook"
    " (.xlsx).": ("a.csv", b"Pays,Ann\x8ee\n"),
    "The CSV file is damaged at row 2: a quotation mark is not closed, or stands in the middle of a"
    " cell.": ("a.csv", HEAD + b'\n"open'),
    "The sheet has more than 60 columns.": ("a.xlsx", book(LIMITS.columns + 1)),
    "The sheet has more than 20000 rows.": ("a.csv", HEAD + b"\nx" * (LIMITS.rows + 1)),
}


@pytest.mark.parametrize("sentence", REFUSALS)
def test_a_file_that_cannot_be_read_is_refused(sentence: str) -> None:
    name, content = REFUSALS[sentence]
    assert told(lambda: reading.read(name, content)) == sentence


def test_a_sheet_as_large_as_may_be_is_read() -> None:
    rows = HEAD + b"\n" + b"x" * LIMITS.text + b"\nx" * (LIMITS.rows - 1)
    assert len(reading.read("a.csv", rows).rows) == LIMITS.rows
    wide = ",".join([*COLUMNS, *map(str, range(LIMITS.columns - len(COLUMNS)))])
    assert reading.read("a.csv", f"{wide}\n".encode()).rows == ()
