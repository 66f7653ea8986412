"""The copy of a sheet with problems that its sender takes back: each at its cell, in words.

Somebody's file is opened for it whole, so that happens in a process of its own, with limits.
"""

import io
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any

import openpyxl
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from store.ground.errors import InvalidSheetError
from store.sheets import writing
from store.sheets.writing import Row
from store.templates import dressing
from store.uploads import delimited, grid, process
from store.uploads.__main__ import limit
from store.uploads.limits import LIMITS

Mark = tuple[str, str, str]  # sheet, cell, sentence
COMMAND = (sys.executable, "-E", "-m", "store.templates.marking")
WRITTEN = 10 * LIMITS.upload  # bytes of what is kept on disk while the copy is packed
_WRONG = PatternFill("solid", fgColor="FFFFB3B3")


def mark(name: str, content: bytes, marks: Iterable[Mark]) -> bytes:
    """The file as XLSX, its cells coloured and with notes; else as it was sent.

    Where it is too large to be opened whole, it is a list of the sentences instead.
    """
    wanted = list(marks)
    asked = json.dumps({"name": name, "marks": wanted}).encode()
    try:
        return process.ask(COMMAND, asked + b"\n" + content)
    except (InvalidSheetError, subprocess.CalledProcessError):
        rows: list[Row] = [
            {"sheet": sheet, "cell": cell, "problem": sentence} for sheet, cell, sentence in wanted
        ]
        return writing.as_xlsx(rows, ("sheet", "cell", "problem"), "problems")


def _marked(name: str, content: bytes, marks: Sequence[Mark]) -> bytes:
    if content.startswith(b"PK"):
        book = openpyxl.load_workbook(io.BytesIO(content), rich_text=True)
    else:
        book = _copied(name, content)
    for sheet in book.worksheets:
        _clean(sheet)
    said: dict[tuple[str, str], list[str]] = {}
    for sheet, cell, sentence in marks:
        said.setdefault((sheet, cell), []).append(sentence)
    for (sheet, cell), sentences in said.items():
        _write(_first(book[sheet], cell), sentences)
    return writing.as_bytes(book)


def _copied(name: str, content: bytes) -> openpyxl.Workbook:
    """A text file as a workbook, each cell in its place."""
    read = delimited.read(name, content)
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = read.title
    for number, cells in read.rows:
        for position, plain in enumerate(cells, start=1):
            if isinstance(plain, str | int | float):
                dressing.put(sheet, number, position, plain, "Normal")
    return book


def _clean(sheet: Worksheet) -> None:
    """Take away the marks of an earlier copy."""
    last_row = min(sheet.max_row, LIMITS.rows)
    last_column = min(sheet.max_column, LIMITS.columns)
    for row in sheet.iter_rows(max_row=last_row, max_col=last_column):
        for cell in row:
            if cell.comment is not None and _is_ours(cell):
                cell.comment = None
                cell.fill = PatternFill()


def _is_ours(cell: Cell | MergedCell) -> bool:
    is_red = cell.fill.fgColor.rgb == _WRONG.fgColor.rgb
    return is_red and cell.comment is not None and cell.comment.author == dressing.AUTHOR


def _first(sheet: Worksheet, name: str) -> Cell:
    """The cell; of merged ones the first, which is the only one that can be written."""
    for span in sheet.merged_cells.ranges:
        if name in span:
            return dressing.at(sheet, span.min_row, span.min_col)
    column, row = grid.place(name)
    return dressing.at(sheet, row, column + 1)


def _write(cell: Cell, sentences: Sequence[str]) -> None:
    before = [cell.comment.text] if cell.comment is not None else []
    cell.fill = _WRONG
    dressing.note(cell, "\n".join([*sentences, *before]))


def file_name(name: str) -> str:
    """What the copy is called."""
    return f"{PurePath(name).stem}-marked.xlsx"


def main() -> None:
    """Mark one file and end."""
    limit(WRITTEN)
    asked: Mapping[str, Any] = json.loads(sys.stdin.buffer.readline())
    marks = [(sheet, cell, sentence) for sheet, cell, sentence in asked["marks"]]
    sys.stdout.buffer.write(_marked(asked["name"], sys.stdin.buffer.read(), marks))


if __name__ == "__main__":
    main()
