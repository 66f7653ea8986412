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
    "The CSV file is not in UTF-8; save it as “CSV UTF-8”.": ("a.csv", b"Pays,Ann\xe9e\n"),
    "The CSV file is damaged: unexpected end of data.": ("a.csv", HEAD + b'\n"open'),
    "The sheet has more than 60 columns.": ("a.xlsx", book(LIMITS.columns + 1)),
    "The sheet has more than 20000 rows.": ("a.csv", HEAD + b"\nx" * (LIMITS.rows + 1)),
    "A cell holds more than 4000 characters.": ("a.csv", HEAD + b"\n" + b"x" * (LIMITS.text + 1)),
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
