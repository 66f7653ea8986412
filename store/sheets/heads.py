"""The row of a sheet that names its columns: below a title, in capitals, in three languages."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from store.ground import words
from store.ground.errors import InvalidSheetError
from store.sheets.columns import FIGURE, FILLED, HELP, KEYS
from store.uploads.grid import Plain, letter

UNIQUE = ("period_start", "period_end", *FIGURE)
ROWS = 20  # of a sheet's beginning in which its head may stand


@dataclass(frozen=True, slots=True)
class Head:
    """Where the columns stand, by position from 0; `others` are heads that are none of ours.

    `exact` counts the columns that are called as we call them: of two rows that name the same
    columns, in words and by these names, the second is the head. `again` are columns that stand
    there under our name and are called by another word as well.
    """

    number: int
    columns: Mapping[int, str]
    exact: int
    others: Mapping[int, str]
    lacking: tuple[str, ...]
    doubled: Mapping[str, tuple[int, ...]]
    again: Mapping[int, str]

    @property
    def letters(self) -> dict[str, str]:
        """What the spreadsheet calls each column."""
        return {column: letter(place) for place, column in self.columns.items()}

    def demand_single(self, sheet: str, filled: Collection[int]) -> None:
        """Refuse a sheet in which a column stands twice.

        What a figure is and when may not stand in a second, `filled` column of another name either.
        Errors: InvalidSheetError.
        """
        doubled = {**self.doubled}
        for place, column in self.again.items():
            if place in filled and column in UNIQUE:
                first = next(one for one, name in self.columns.items() if name == column)
                doubled.setdefault(column, (first, place))
        for column, places in doubled.items():
            raise refuse_twice(column, sheet, places)


def find(rows: Sequence[tuple[int, list[Plain]]], needed: Sequence[str]) -> Head | None:
    """The row of the beginning with the most of our columns; None where no row has any."""
    heads = [_head(number, cells, needed) for number, cells in rows[:ROWS]]
    return max((head for head in heads if head.columns), key=_worth, default=None)


def refuse_twice(column: str, sheet: str, places: Iterable[int]) -> InvalidSheetError:
    """What to say of a sheet in which a column stands at several positions, counted from 0."""
    return InvalidSheetError(
        "The column “{column}” stands more than once in the sheet “{sheet}”: {letters}."
        " Keep one of them.",
        column=column,
        sheet=sheet,
        letters=tuple(letter(place) for place in places),
    )


def _worth(head: Head) -> tuple[int, int, int]:
    return len(set(head.columns.values())), head.exact, -head.number


def _head(number: int, cells: Iterable[Plain], needed: Sequence[str]) -> Head:
    ours = (*needed, *(HELP if needed is FILLED else ()))
    titles = {place: cell.strip() for place, cell in enumerate(cells) if isinstance(cell, str)}
    columns = {place: words.column(title, ours) for place, title in titles.items()}
    exact = {
        column
        for place, column in columns.items()
        if column and words.is_same(column, titles[place])
    }
    kept = {
        place: column
        for place, column in columns.items()
        if column and (column not in exact or words.is_same(column, titles[place]))
    }
    places: dict[str, list[int]] = {}
    for place, column in kept.items():
        places.setdefault(column, []).append(place)
    return Head(
        number=number,
        columns=kept,
        exact=sum(titles[place] == column for place, column in kept.items()),
        others={place: title for place, title in titles.items() if place not in kept},
        lacking=_lacking(places, needed),
        doubled={column: tuple(numbers) for column, numbers in places.items() if len(numbers) > 1},
        again={place: column for place, column in columns.items() if column and place not in kept},
    )


def _lacking(present: Collection[str], needed: Sequence[str]) -> tuple[str, ...]:
    """What no sheet can do without. Of figures that is the keys and one column to fill in."""
    if needed is not FILLED:
        return tuple(column for column in needed if column not in present)
    keys = tuple(column for column in KEYS if column != "entry" and column not in present)
    return keys or (() if any(column in present for column in FIGURE) else FIGURE)
