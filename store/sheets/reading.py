"""Bytes that somebody uploads, read with bounds: no formula runs, no size is taken on trust."""

import csv
import datetime as dt
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree  # for its error only

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from store.ground import texts
from store.ground.errors import InvalidSheetError
from store.sheets.columns import FILLED

if not openpyxl.DEFUSEDXML:
    raise ImportError("defusedxml is missing: spreadsheets would be read without guard.")

# A damaged file breaks the reader anywhere; these are all that thousands of cut and changed files
# made it raise.
DAMAGED = (
    ArithmeticError,
    AttributeError,
    EOFError,
    ElementTree.ParseError,
    InvalidFileException,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
Cell = str | float | int | dt.date | None


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a file is read before it is refused."""

    upload: int = 10_000_000  # bytes
    unpacked: int = 100_000_000  # bytes
    parts: int = 2_000
    rows: int = 20_000
    columns: int = 60
    text: int = 4_000  # characters in one cell


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's name and its rows: the number that the spreadsheet shows, and cells by column."""

    name: str
    rows: tuple[tuple[int, dict[str, Cell]], ...]


def read(name: str, content: bytes, needed: Sequence[str] = FILLED) -> Sheet:
    """Read an XLSX or CSV file, of figures where `needed` does not name other columns.

    Errors: InvalidSheetError with a sentence for whoever uploaded it.
    """
    if len(content) > LIMITS.upload:
        raise InvalidSheetError("The file is larger than {most} MB.", most=LIMITS.upload // 10**6)
    if not content:
        raise InvalidSheetError("The file is empty.")
    if content.startswith(b"PK"):
        title, rows = _read_xlsx(content)
    elif name.lower().endswith(".csv"):
        title, rows = name, _read_csv(content)
    else:
        raise InvalidSheetError("This is neither an XLSX nor a CSV file.")
    return Sheet(title, tuple(_by_column(rows, needed)))


def _by_column(
    rows: Iterable[tuple[Cell, ...]], needed: Sequence[str]
) -> Iterator[tuple[int, dict[str, Cell]]]:
    head: list[str] | None = None
    for number, row in enumerate(rows, start=1):
        if number > LIMITS.rows + 1:
            raise InvalidSheetError("The sheet has more than {most} rows.", most=LIMITS.rows)
        if head is None:
            head = [str(cell or "").strip() for cell in row]
            lacking = [column for column in needed if column not in head]
            if lacking:
                raise InvalidSheetError(
                    "This is not the template: it lacks {columns}.", columns=", ".join(lacking)
                )
            continue
        cells = {name: _tidy(cell) for name, cell in zip(head, row, strict=False) if name}
        if any(cell is not None for cell in cells.values()):
            yield number, cells
    if head is None:
        raise InvalidSheetError("The sheet is empty.")


def _tidy(cell: Cell) -> Cell:
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, str):
        if len(cell) > LIMITS.text:
            raise InvalidSheetError("A cell holds more than {most} characters.", most=LIMITS.text)
        return texts.restore(cell.strip()) or None
    return cell


def _read_csv(content: bytes) -> Iterator[tuple[Cell, ...]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidSheetError("The CSV file is not in UTF-8; save it as “CSV UTF-8”.") from error
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            _check_width(row)
            yield tuple(row)
    except csv.Error as error:
        raise InvalidSheetError("The CSV file is damaged: {cause}.", cause=error) from error


def _read_xlsx(content: bytes) -> tuple[str, list[tuple[Cell, ...]]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            unpacked = sum(part.file_size for part in parts)
        if len(parts) > LIMITS.parts or unpacked > LIMITS.unpacked:
            raise InvalidSheetError("The file is too large once unpacked.")
        return _read_book(content)
    except InvalidSheetError:
        raise
    except DAMAGED as error:
        raise InvalidSheetError("The XLSX file is damaged or is not a spreadsheet.") from error


def _read_book(content: bytes) -> tuple[str, list[tuple[Cell, ...]]]:
    book = openpyxl.load_workbook(
        io.BytesIO(content), read_only=True, data_only=True, keep_links=False
    )
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # a tiny file can claim a billion cells
        rows = []
        for row in sheet.iter_rows(max_row=LIMITS.rows + 2, values_only=True):
            _check_width(row)
            rows.append(tuple(row[: LIMITS.columns]))
        return sheet.title, rows
    finally:
        book.close()


def _check_width(row: Iterable[object]) -> None:
    if any(cell not in (None, "") for cell in list(row)[LIMITS.columns :]):
        raise InvalidSheetError("The sheet has more than {most} columns.", most=LIMITS.columns)
