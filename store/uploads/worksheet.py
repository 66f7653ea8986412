"""One sheet of a workbook, cell by cell: values as kept, formulas never run."""

import datetime as dt
import math
import re
from collections.abc import Sequence
from typing import IO

from store.uploads import grid
from store.uploads.budget import Budget, TooMuchError
from store.uploads.grid import Grid, Plain
from store.uploads.limits import LIMITS
from store.uploads.markup import walk

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FIRST_DAY = dt.date(1899, 12, 30)
_FIRST_DAY_1904 = dt.date(1904, 1, 1)
_LAST_SERIAL = 2_958_466  # the end of the year 9999


class Reader:
    """Takes the elements of a sheet and keeps the rows that hold something."""

    def __init__(
        self,
        sheet: Grid,
        strings: Sequence[str],
        marks: Sequence[str | None],
        budget: Budget,
    ) -> None:
        self.sheet, self.strings, self.marks, self.budget = sheet, strings, marks, budget
        self.first_day = _FIRST_DAY_1904 if sheet.is_1904 else _FIRST_DAY
        self.row, self.column = 0, -1
        self.cells: list[Plain] = []
        self.is_row_hidden = False
        self.about: dict[str, str] = {}
        self.parts: list[str] = []
        self.has_formula = self.is_text = self.is_spoken = False

    def read(self, stream: IO[bytes]) -> None:
        """Read the sheet to its end, or to where it becomes too much, which the grid then says."""
        starts = {
            "col": self._start_columns,
            "row": self._start_row,
            "c": self._start_cell,
            "f": self._start_formula,
            "v": self._start_text,
            "t": self._start_text,
            "rPh": self._start_spoken,
            "mergeCell": self._start_merged,
        }
        ends = {
            "row": self._end_row,
            "c": self._end_cell,
            "v": self._end_text,
            "t": self._end_text,
            "rPh": self._end_spoken,
        }
        try:
            walk(stream, starts, ends, self._keep_text)
        except TooMuchError as error:
            self.sheet.refused = error.message.pack()

    def _start_columns(self, attributes: dict[str, str]) -> None:
        self.budget.take(cells=1)
        if attributes.get("hidden") in ("1", "true"):
            last = min(int(attributes["max"]), LIMITS.columns)
            hidden = range(int(attributes["min"]) - 1, last)
            self.budget.take(cells=len(hidden))
            self.sheet.hidden_columns += hidden

    def _start_row(self, attributes: dict[str, str]) -> None:
        self.budget.take(cells=1)
        self.row = int(attributes.get("r", self.row + 1))
        self.column, self.cells, self.about = -1, [], {}
        self.is_row_hidden = attributes.get("hidden") in ("1", "true")

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self.budget.take(cells=1)
        if "r" not in attributes:
            self.column = self._place() + 1
        self.about, self.parts, self.has_formula = attributes, [], False

    def _start_formula(self, _attributes: dict[str, str]) -> None:
        self.has_formula = True

    def _start_text(self, _attributes: dict[str, str]) -> None:
        self.is_text = not self.is_spoken

    def _end_text(self) -> None:
        self.is_text = False

    def _start_spoken(self, _attributes: dict[str, str]) -> None:
        self.is_spoken = True

    def _end_spoken(self) -> None:
        self.is_spoken = False

    def _start_merged(self, attributes: dict[str, str]) -> None:
        if len(self.sheet.merged) == LIMITS.merged:
            raise TooMuchError("The sheet has more than {most} merged cells.", most=LIMITS.merged)
        self.sheet.merged.append(attributes["ref"])

    def _keep_text(self, text: str) -> None:
        if self.is_text:
            self.budget.take(letters=len(text))
            self.parts.append(text)

    def _place(self) -> int:
        """The column of the cell that has begun last; -1 before the first of a row."""
        reference = self.about.get("r")
        return self.column if reference is None else grid.column(reference)

    def _end_cell(self) -> None:
        if not self.parts and not self.has_formula:
            return
        cell = self._cell("".join(self.parts))
        if cell is None or (isinstance(cell, str) and not cell.strip()):
            return
        place = self._place()
        if place >= LIMITS.columns:
            raise TooMuchError("The sheet has more than {most} columns.", most=LIMITS.columns)
        self.cells += [None] * (place + 1 - len(self.cells))
        self.cells[place] = cell

    def _end_row(self) -> None:
        if not self.cells:
            return
        if len(self.sheet.rows) > LIMITS.rows:
            raise TooMuchError("The sheet has more than {most} rows.", most=LIMITS.rows)
        self.sheet.rows.append((self.row, self.cells))
        self.sheet.hidden += self.is_row_hidden
        self.cells = []

    def _cell(self, kept: str) -> Plain:
        kind = self.about.get("t", "n")
        if kind in ("s", "inlineStr", "str"):
            return cut(unescape(self.strings[int(kept)] if kind == "s" and kept else kept))
        if not kept:
            return [grid.FORMULA, None] if self.has_formula else None
        if kind == "e":
            return [grid.ERROR, kept]
        if kind == "b":
            return kept.strip() in ("1", "true")
        if kind == "d":
            return [grid.DAY, dt.datetime.fromisoformat(kept).date().isoformat()]
        return self._number(kept)

    def _number(self, kept: str) -> Plain:
        number = float(kept)
        if not math.isfinite(number):
            return [grid.ERROR, kept]
        style = int(self.about.get("s", 0))
        mark = self.marks[style] if style < len(self.marks) else None
        if mark == grid.PERCENT:
            return [mark, number]
        if mark == grid.DAY and 1 <= number < _LAST_SERIAL:
            return [mark, self._day(int(number)).isoformat()]
        if mark in (grid.DAY, grid.TIME):
            return [grid.TIME, number]
        return int(number) if number.is_integer() and abs(number) < 2**53 else number

    def _day(self, serial: int) -> dt.date:
        if self.first_day == _FIRST_DAY and serial < 60:
            serial += 1  # spreadsheets believe in 29 February 1900
        return self.first_day + dt.timedelta(days=serial)


def unescape(text: str) -> str:
    """Text as it was before it was written into XML, which has no place for some characters."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def cut(text: str) -> Plain:
    """The text; of one beyond the limit, a mark and its beginning."""
    return text if len(text) <= LIMITS.text else [grid.LONG, text[:100]]
