"""The texts of a workbook, which its cells name by number."""

from typing import IO

from store.uploads.budget import Budget, TooMuchError
from store.uploads.limits import LIMITS
from store.uploads.markup import walk


def read(stream: IO[bytes], budget: Budget) -> list[str]:
    """Every text in order, without how East Asian words are spoken.

    Errors: TooMuchError.
    """
    taken = _Texts(budget)
    starts = {"t": taken.start_text, "rPh": taken.start_spoken}
    ends = {"t": taken.end_text, "rPh": taken.end_spoken, "si": taken.end}
    walk(stream, starts, ends, taken.keep)
    return taken.texts


class _Texts:
    """Takes the pieces of texts, each of which may have a look of its own."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.texts: list[str] = []
        self.parts: list[str] = []
        self.is_text = self.is_spoken = False

    def start_text(self, _attributes: dict[str, str]) -> None:
        self.is_text = not self.is_spoken

    def end_text(self) -> None:
        self.is_text = False

    def start_spoken(self, _attributes: dict[str, str]) -> None:
        self.is_spoken = True

    def end_spoken(self) -> None:
        self.is_spoken = False

    def keep(self, text: str) -> None:
        """A piece."""
        if self.is_text:
            self.budget.take(letters=len(text))
            self.parts.append(text)

    def end(self) -> None:
        """A text is complete."""
        if len(self.texts) == LIMITS.texts:
            raise TooMuchError("The file is too large once unpacked.")
        self.texts.append("".join(self.parts))
        self.parts.clear()
