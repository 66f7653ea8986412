"""What is wrong with a sheet, and where."""

from dataclasses import dataclass

from store.ground.messages import Message


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where: the sheet, the row as the spreadsheet numbers it, the column."""

    sheet: str
    row: int
    column: str
    reason: Message


class Wrong(Exception):  # noqa: N818  # never leaves this package
    """A cell that cannot be read or written: its column, and why."""

    def __init__(self, column: str, reason: Message) -> None:
        super().__init__(str(reason))
        self.column, self.reason = column, reason

    def at(self, sheet: str, row: int) -> Problem:
        """Say where it stands."""
        return Problem(sheet, row, self.column, self.reason)
