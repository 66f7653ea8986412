"""A CSV file as spreadsheet programs of several countries write it: its letters, its delimiter."""

import codecs
import csv
import io
import re
from collections.abc import Iterator

from store.ground.errors import InvalidSheetError
from store.uploads.grid import Grid
from store.uploads.limits import LIMITS
from store.uploads.worksheet import cut

DELIMITERS = ",;\t|"
_TOLD = re.compile(r"sep=([,;\t|])\r?\n", re.IGNORECASE)
_HEAD = 20  # lines by which the delimiter is chosen
# Windows' letters of western Europe, as the three languages use them; what else appears was
# written by another system, whose letters these bytes are not.
_WESTERN = re.compile(r"[\t\n\r -~À-ÖØ-öø-ÿŒœ€‘’“”–—…•·°ºª«»¿¡§±²³½¼¾×µ\u00a0]*")
_UNLIKELY = re.compile(r"[À-ÿŒœ]{3}|[a-z][–—‘“”…•·][a-z]")


def read(title: str, content: bytes) -> Grid:
    """The rows that hold something, every cell as text.

    Errors: InvalidSheetError.
    """
    text = _decode(content)
    if "\0" in text:
        raise InvalidSheetError("This is neither an XLSX nor a CSV file.")
    delimiter = ""
    if told := _TOLD.match(text):
        delimiter, text = told[1], text[told.end() :]
    csv.field_size_limit(LIMITS.upload)
    sheet = Grid(title, is_delimited=True)
    for number, row in _lines(text, delimiter or _delimiter(text)):
        width = max((place for place, cell in enumerate(row, 1) if cell.strip()), default=0)
        if not width:
            continue
        if width > LIMITS.columns:
            raise InvalidSheetError("The sheet has more than {most} columns.", most=LIMITS.columns)
        if len(sheet.rows) > LIMITS.rows:
            raise InvalidSheetError("The sheet has more than {most} rows.", most=LIMITS.rows)
        sheet.rows.append((number, [cut(cell) if cell else None for cell in row[:width]]))
    return sheet


def _decode(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
        if _WESTERN.fullmatch(text) and not _UNLIKELY.search(text):
            return text
        raise InvalidSheetError(
            "The letters of this CSV file cannot be told. Save it as “CSV UTF-8”, or as Excel"
            " workbook (.xlsx)."
        ) from None


def _lines(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Every row and the number that a spreadsheet gives it."""
    number = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            number += 1
            yield number, row
    except csv.Error as error:
        raise InvalidSheetError(
            "The CSV file is damaged at row {row}: a quotation mark is not closed, or stands in"
            " the middle of a cell.",
            row=number + 1,
        ) from error


def _delimiter(text: str) -> str:
    """The one that divides a line of the beginning into most cells."""
    head = text[:100_000].splitlines()[:_HEAD]
    return max(
        DELIMITERS,
        key=lambda one: max((len(row) for row in csv.reader(head, delimiter=one)), default=0),
    )
