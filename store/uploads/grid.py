"""A sheet as plain cells, in a form that passes between processes as JSON.

A cell is a text, a number, true, false or null; what else a spreadsheet may hold is a list of a
mark and a value.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

PERCENT = "percent"  # the share of 1 that is kept, 0.45
DAY = "day"  # as 2025-12-31
TIME = "time"  # a time of day, as it is kept
ERROR = "error"  # "#N/A"
FORMULA = "formula"  # nothing: no program has worked it out
LONG = "long"  # the beginning of a text beyond the limit

Plain = str | float | int | bool | list[Any] | None


@dataclass(slots=True)
class Grid:
    """A sheet: rows with content, each with the number that the spreadsheet shows.

    `merged` are ranges as A1:B2 without the colon's sides swapped; `hidden` counts rows with
    content that a filter or a person hides, `hidden_columns` count from 0;
    `is_1904` says that numbers for days count from 1904 and not from 1900, `is_delimited` that a
    sign divides its cells; `refused` says why no more of it was read, as a message that is packed.
    """

    title: str
    rows: list[tuple[int, list[Plain]]] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    hidden: int = 0
    hidden_columns: list[int] = field(default_factory=list)
    is_1904: bool = False
    is_delimited: bool = False
    is_hidden: bool = False
    refused: list[Any] | None = None

    def slipped(self, head: int) -> set[int]:
        """The rows below the one that names the columns that have more cells than it, in text."""
        if not self.is_delimited:
            return set()
        width = next(len(cells) for number, cells in self.rows if number == head)
        return {number for number, cells in self.rows if number > head and len(cells) > width}


def letter(position: int) -> str:
    """What a spreadsheet calls a column, counted from 0: A, Z, AA."""
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def column(reference: str) -> int:
    """The column, from 0, of a cell such as B3.

    Errors: ValueError.
    """
    return _position(reference.rstrip("0123456789"))


def place(reference: str) -> tuple[int, int]:
    """The column, from 0, and the row, from 1, of a cell such as B3.

    Errors: ValueError.
    """
    letters = reference.rstrip("0123456789")
    return _position(letters), int(reference[len(letters) :])


@lru_cache(maxsize=1_000)
def _position(letters: str) -> int:
    if not letters.isascii() or not letters.isalpha() or len(letters) > 3:
        raise ValueError(letters)
    position = 0
    for capital in letters.upper():
        position = position * 26 + ord(capital) - ord("A") + 1
    return position - 1
