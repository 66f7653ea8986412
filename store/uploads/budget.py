"""What the sheets of one file may hold together before no more of it is read."""

from store.ground.errors import InvalidSheetError
from store.uploads.limits import LIMITS


class TooMuchError(InvalidSheetError):
    """No more of this sheet is read."""


class Budget:
    """What all sheets of a file may hold together."""

    def __init__(self) -> None:
        self.cells, self.letters = LIMITS.cells, LIMITS.letters

    def take(self, cells: int = 0, letters: int = 0) -> None:
        """Errors: TooMuchError."""
        self.cells -= cells
        self.letters -= letters
        if self.cells < 0:
            raise TooMuchError(
                "The file has more than {most} million cells, most of them empty. Copy the filled"
                " rows into a new file.",
                most=LIMITS.cells // 10**6,
            )
        if self.letters < 0:
            raise TooMuchError("The file is too large once unpacked.")
