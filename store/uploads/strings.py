"""The texts of a workbook, which its cells name by number."""

from typing import IO

from store.uploads.budget import Budget
from store.uploads.markup import walk


def read(stream: IO[bytes], budget: Budget) -> list[str]:
    """Every text in order, without how East Asian words are spoken.

    Errors: TooMuchError.
    """
    found: list[str] = []
    parts: list[str] = []
    within = {"t": 0, "rPh": 0}

    def start(name: str, _attributes: dict[str, str]) -> None:
        if name in within:
            within[name] += 1

    def end(name: str) -> None:
        if name in within:
            within[name] -= 1
        elif name == "si":
            budget.take(cells=1)
            found.append("".join(parts))
            parts.clear()

    def text(text: str) -> None:
        if within["t"] and not within["rPh"]:
            budget.take(letters=len(text))
            parts.append(text)

    walk(stream, start, end, text)
    return found
