"""The rows of the tables that come with the program."""

import csv
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent.parent / "data"

Row = dict[str, str]


def rows(folder: Path, name: str) -> Iterator[Row]:
    """The rows of a table, each by column."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def number(text: str) -> float | None:
    """A number as the tables write it; None where there is none."""
    return float(text) if text else None


def listed(text: str) -> list[str]:
    """The parts of a text that lists several."""
    return [part for part in text.split(";") if part]
