"""What a workbook says about the look of its cells: which hold days, times and percentages."""

import re
from typing import IO

from store.ground.errors import InvalidSheetError
from store.uploads import grid
from store.uploads.limits import LIMITS
from store.uploads.markup import walk

# Formats that are known by a number alone, the East Asian ones included; ECMA-376, 18.8.30.
_DAYS = frozenset((*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)))
_TIMES = frozenset((*range(18, 22), *range(32, 36), *range(45, 48)))
_PERCENT = frozenset((9, 10))
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)


def marks(stream: IO[bytes]) -> list[str | None]:
    """For every cell format, in order: how its numbers are meant, None for as they are."""
    formats: dict[int, str] = {}
    found: list[str | None] = []
    is_cells = False

    def start_format(attributes: dict[str, str]) -> None:
        formats.setdefault(int(attributes["numFmtId"]), attributes.get("formatCode", ""))

    def start_cells(_attributes: dict[str, str]) -> None:
        nonlocal is_cells
        is_cells = True

    def end_cells() -> None:
        nonlocal is_cells
        is_cells = False

    def start_cell(attributes: dict[str, str]) -> None:
        if len(found) == LIMITS.formats:
            raise InvalidSheetError("The XLSX file is damaged or is not a spreadsheet.")
        if is_cells:
            number = int(attributes.get("numFmtId", 0))
            found.append(_by_code(formats[number]) if number in formats else _by_number(number))

    starts = {"numFmt": start_format, "cellXfs": start_cells, "xf": start_cell}
    walk(stream, starts, {"cellXfs": end_cells})
    return found


def _by_number(number: int) -> str | None:
    for mark, numbers in ((grid.DAY, _DAYS), (grid.TIME, _TIMES), (grid.PERCENT, _PERCENT)):
        if number in numbers:
            return mark
    return None


def _by_code(code: str) -> str | None:
    """By the letters of a format: of a number, of percent, of a day or of a time."""
    letters = set(_QUOTED.sub("", code.partition(";")[0]).casefold())
    if "%" in letters:
        return grid.PERCENT
    if letters & set("dy") or ("m" in letters and not letters & set("hs")):
        return grid.DAY
    return grid.TIME if letters & set("hs") else None
