"""How much of a file is read before it is refused, and what reading it may cost."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Unit: as each line says; `rows` are rows with content, blank ones only count as cells."""

    upload: int = 10_000_000  # bytes
    unpacked: int = 100_000_000  # bytes
    parts: int = 2_000
    sheets: int = 50
    rows: int = 20_000
    columns: int = 60
    cells: int = 1_500_000  # of all sheets, empty ones and blank rows included
    text: int = 4_000  # characters in one cell
    letters: int = 30_000_000  # characters in all cells
    texts: int = 1_200_000  # in the list that all sheets share
    formats: int = 70_000  # of cells; Excel keeps 65,490
    names: int = 1_000  # of XML elements
    depth: int = 50  # of XML elements within each other
    token: int = 2_000_000  # bytes of XML in which nothing begins or ends
    merged: int = 500  # ranges in one sheet
    memory: int = 300_000_000  # bytes of addresses, of which a plain start takes 30 MB
    cpu: int = 15  # seconds of one processor
    patience: int = 90  # seconds, waiting for other files included


LIMITS = Limits()
