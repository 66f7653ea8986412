"""A sheet of one indicator, a row for each place and a column for each year, as rows of figures.

Above its head stand, a column's name and beside it what holds for all: the indicator, the source,
its link, why there is no figure, why figures are corrected. A row's own columns go before that.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from store.ground import words
from store.sheets.columns import ABOUT, FIGURE
from store.sheets.content import SLIPPED, Cell
from store.sheets.heads import refuse_twice
from store.uploads.grid import Grid, Plain, letter

BEGINNING = 30  # rows in which the head may stand
YEARS = range(2015, 2101)
COLUMNS = ("indicator", "place", "missing_reason", *ABOUT)
STANDS = "stands"  # with a year behind it, the head of what `standing` writes
_BY = "|"

Rest = tuple[int, dict[str, Cell], dict[str, str]]  # number of the row, cells, letters by column


@dataclass(frozen=True, slots=True)
class Head:
    """Where places, years and what stood there are, by position from 0."""

    number: int
    columns: Mapping[str, int]
    years: Mapping[int, int]
    stands: Mapping[int, int]
    doubled: Mapping[str, tuple[int, ...]]


@dataclass(slots=True)
class Unfolded:
    """The figures of a sheet, and how many of its cells say what stood there when it was made."""

    rows: list[Rest] = field(default_factory=list)
    repeated: int = 0


def standing(entry: int | None, start: dt.date, end: dt.date, shown: str) -> str:
    """What a hidden cell keeps of a figure: its number, its period, and what its cell shows."""
    return _BY.join((str(entry or ""), start.isoformat(), end.isoformat(), shown))


def unfold(grid: Grid, read: Callable[[Plain], Cell]) -> Unfolded | None:
    """A row for each place and year; None for a sheet that has no places beside years.

    Errors: InvalidSheetError where a year, or a column under our name for it, stands twice.
    """
    head = next(filter(None, map(_head, grid.rows[:BEGINNING])), None)
    if head is None:
        return None
    shared = dict(_shared(grid.rows, head.number, read))
    if "indicator" not in head.columns and "indicator" not in shared:
        return None
    for title, places in head.doubled.items():
        raise refuse_twice(title, grid.title, places)
    unfolded, slipped = Unfolded(), grid.slipped(head.number)
    for number, plain in grid.rows:
        if number > head.number:
            cells = [read(cell) for cell in plain]
            if number in slipped:
                cells = [
                    SLIPPED if place in head.years.values() else cell
                    for place, cell in enumerate(cells)
                ]
            _unfold(unfolded, head, number, cells, shared)
    return unfolded


def _head(row: tuple[int, list[Plain]]) -> Head | None:
    number, cells = row
    titles = {place: str(cell).strip() for place, cell in enumerate(cells) if _is_title(cell)}
    columns: dict[str, int] = {}
    for place, title in titles.items():
        if (column := words.column(title, COLUMNS)) is not None:
            columns.setdefault(column, place)
    years = {int(title): place for place, title in titles.items() if _is_year(title)}
    stands = {
        int(title.removeprefix(STANDS)): place
        for place, title in titles.items()
        if title.startswith(STANDS) and _is_year(title.removeprefix(STANDS).strip())
    }
    if "place" not in columns or not years:
        return None
    named: dict[str, list[int]] = {}
    for place, title in titles.items():
        if _is_year(title) or any(words.is_same(title, column) for column in COLUMNS):
            named.setdefault(words.fold(title), []).append(place)
    twice = {title: tuple(places) for title, places in named.items() if len(places) > 1}
    return Head(number, columns, years, stands, twice)


def _is_title(cell: Plain) -> bool:
    return isinstance(cell, str | int) and not isinstance(cell, bool)


def _is_year(title: str) -> bool:
    return title.isascii() and title.isdecimal() and int(title) in YEARS


def _shared(
    rows: Sequence[tuple[int, list[Plain]]], before: int, read: Callable[[Plain], Cell]
) -> Iterator[tuple[str, Cell]]:
    """What is said above the head, of all figures."""
    for number, cells in rows:
        if number < before and len(cells) > 1 and isinstance(cells[0], str):
            column = words.column(cells[0], COLUMNS)
            if column is not None and (value := read(cells[1])) is not None:
                yield column, value


def _unfold(
    unfolded: Unfolded, head: Head, number: int, cells: Sequence[Cell], shared: Mapping[str, Cell]
) -> None:
    """Add the figures of one place."""

    def at(place: int | None) -> Cell:
        return cells[place] if place is not None and place < len(cells) else None

    values = {column: value for column, place in head.columns.items() if (value := at(place))}
    if "place" not in values:
        return
    for year, place in head.years.items():
        cell, stood = at(place), at(head.stands.get(year))
        entry, start, end, shown = _stood(stood, year)
        if shown and (cell is None or shown == _shown(cell)):
            unfolded.repeated += 1
            continue
        letters = dict.fromkeys((*COLUMNS, *FIGURE, "period_start", "period_end"), letter(place))
        letters |= {column: letter(where) for column, where in head.columns.items()}
        keys = {"period_start": start, "period_end": end, "entry": entry}
        figure = _figure(cell, {**shared, **values})
        kept = {column: value for column, value in {**shared, **values}.items() if column in _KEPT}
        unfolded.rows.append((number, {**kept, **keys, **figure}, letters))


_KEPT = frozenset(column for column in COLUMNS if column != "missing_reason")


def _figure(cell: Cell, values: Mapping[str, Cell]) -> dict[str, Cell]:
    """The figure in a cell, or "no data" with the reason behind it, else that of row or sheet."""
    if not isinstance(cell, str):
        return {"value": cell}
    word, _colon, reason = cell.partition(":")
    if words.meaning("gap", word) is None:
        return {"value": cell}
    return {"missing_reason": reason.strip() or values.get("missing_reason") or cell}


def _stood(kept: Cell, year: int) -> tuple[Cell, Cell, Cell, str]:
    """Number, period and look of what stood; of a sheet of somebody's own, the year."""
    parts = kept.split(_BY, 3) if isinstance(kept, str) else []
    if len(parts) < 4:
        return None, dt.date(year, 1, 1), dt.date(year, 12, 31), ""
    entry, start, end, shown = parts
    return int(entry) if entry.isdecimal() else None, start, end, shown


def _shown(cell: Cell) -> str:
    return f"{cell:.15g}" if isinstance(cell, int | float) else str(cell)
