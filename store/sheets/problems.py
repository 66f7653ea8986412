"""What is wrong with a sheet, and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from store.ground.messages import Message

NOWHERE: Mapping[str, str] = MappingProxyType({})


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
