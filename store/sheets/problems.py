"""What is wrong with a sheet, and where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where: the sheet, the row as the spreadsheet numbers it, the column."""

    sheet: str
    row: int
    column: str
    reason: str


class Wrong(Exception):  # noqa: N818  # never leaves this package
    """A cell that cannot be read or written: its column, and why."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column = column

    def at(self, sheet: str, row: int) -> Problem:
        """Say where it stands."""
        return Problem(sheet, row, self.column, str(self))
