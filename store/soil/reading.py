"""The files of `data/soil/`: their rows as text, read once, and numbers that may be missing."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "data" / "soil"


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """Every row of a file, by its name without an ending."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def number(text: str) -> float | None:
    """A cell as a number; None where it is empty: missing is never zero."""
    return float(text) if text else None
