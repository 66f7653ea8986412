"""What is wrong with a sheet, and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic, TypeVar

from pydantic import ValidationError

from store.ground.complaints import complaints
from store.ground.messages import Message

NOWHERE: Mapping[str, str] = MappingProxyType({})

Ready = TypeVar("Ready")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where: the sheet, the row as the spreadsheet numbers it, the column.

    `letter` is what the spreadsheet calls the column; "" for one that the sheet lacks.
    """

    sheet: str
    row: int
    column: str
    reason: Message
    letter: str = ""

    @property
    def cell(self) -> str:
        """The cell as a spreadsheet calls it; its row’s first for none."""
        return f"{self.letter or 'A'}{self.row}"


class Wrong(Exception):  # noqa: N818  # never leaves this package
    """A cell that cannot be read or written: its column, and why."""

    def __init__(self, column: str, reason: Message) -> None:
        super().__init__(str(reason))
        self.column, self.reason = column, reason

    def at(self, sheet: str, row: int, letters: Mapping[str, str] = NOWHERE) -> Problem:
        """Say where it stands; `letters` are what the spreadsheet calls the row’s columns."""
        return Problem(sheet, row, self.column, self.reason, letters.get(self.column, ""))


def of_complaints(error: ValidationError, column_of: Mapping[str, str]) -> list[Wrong]:
    """Every complaint about a draft at its cell; `column_of` names the columns of its fields."""
    return [
        Wrong(column_of.get(complaint.field, complaint.field), complaint.message)
        for complaint in complaints(error)
    ]


@dataclass(frozen=True, slots=True)
class CheckedSheet(Generic[Ready]):
    """What a sheet would do: what can be written of it, and what is wrong.

    `remarks` say what of it was not read.
    """

    ready: tuple[Ready, ...]
    unchanged: int
    problems: tuple[Problem, ...]
    remarks: tuple[Message, ...] = ()
