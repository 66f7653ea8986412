"""The cells of a row as the content of a draft, or what is wrong with each, in our words."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from sqlmodel import Session

from store.figures import typed
from store.ground import numbers, words
from store.ground.errors import InvalidSheetError, StoreError
from store.models import Indicator
from store.plan import contents
from store.sheets import days, places
from store.sheets.content import Cell, Flaw
from store.sheets.problems import Wrong

# What a draft calls what stands in a column, where the two differ.
FIELDS = {"indicator": "indicator_code", "place": "place_code", "entry": "corrects"}
TEXTS = ("missing_reason", "source_title", "source_link", "note", "reason")
SHOWN = 40  # characters of what was written that a sentence repeats


@dataclass(frozen=True, slots=True)
class Known:
    """What keys may name: indicators by their folded codes, places by their names."""

    indicators: Mapping[str, Indicator]
    names: places.Names


@dataclass(slots=True)
class Content:
    """What a row says.

    `fields` are what columns are called where it is kept, if that differs; `said` is by these
    fields. What cannot be read is not in it, but among the `problems`, by column.
    """

    fields: Mapping[str, str]
    said: dict[str, Any] = field(default_factory=dict)
    problems: list[Wrong] = field(default_factory=list)

    def take(self, cells: Mapping[str, Cell], column: str, read: Callable[[Cell], object]) -> None:
        """Read one cell, unless it is empty."""
        cell = cells.get(column)
        if cell is None:
            return
        try:
            self.said[self.fields.get(column, column)] = read(cell)
        except StoreError as error:
            self.problems.append(Wrong(column, error.message))


def known(session: Session) -> Known:
    """What the store knows, asked once for a whole sheet."""
    indicators = contents.indicators(session)
    return Known(
        {words.fold(indicator.code): indicator for indicator in indicators}, places.known(session)
    )


def draft_content(cells: Mapping[str, Cell], known: Known) -> Content:
    """What a draft is made of, and in `why_unusual` why an unusual figure is right.

    Every cell is read, whatever is wrong with the others.
    """
    content = Content(FIELDS)
    content.take(cells, "indicator", lambda cell: indicator_code(cell, known))
    content.take(cells, "place", lambda cell: known.names.find(text(cell)))
    indicator = known.indicators.get(words.fold(content.said.get("indicator_code", "")))
    for column, read in READ.items():
        content.take(cells, column, read)
    place = content.said.get("place_code", "")
    for name in typed.NUMBERS:
        read = partial(typed.number, name, indicator=indicator, place_code=place)
        content.take(cells, name, lambda cell, read=read: read(written(cell)))
    return content


def text(cell: Cell) -> str:
    """A cell as text; "" for an empty one.

    Errors: InvalidSheetError where it holds none.
    """
    if isinstance(cell, Flaw):
        raise InvalidSheetError.of(cell.reason)
    if isinstance(cell, bool):
        return str(cell).upper()
    return "" if cell is None else str(cell)


def written(cell: Cell) -> str | float:
    """What a cell says where a number is asked for: a text, or the number that is kept in it.

    Errors: InvalidSheetError.
    """
    if isinstance(cell, dt.date):
        raise InvalidSheetError(
            "This cell holds a day, {day}: spreadsheets make days of numbers. Set the cell’s format"
            " to Number and type the figure again.",
            day=cell,
        )
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return cell
    return text(cell).removeprefix("'")


def answer(cell: Cell) -> bool:
    """Whether a cell says yes.

    Errors: InvalidSheetError where it says neither yes nor no.
    """
    meant = words.meaning("answer", text(cell))
    if meant is None:
        raise InvalidSheetError("Write “yes” or “no”.")
    return meant == "1"


def indicator_code(cell: Cell, known: Known) -> str:
    """The code of the indicator that a cell names.

    Errors: InvalidSheetError.
    """
    code = text(cell)
    indicator = known.indicators.get(words.fold(code))
    if indicator is None:
        raise InvalidSheetError("There is no indicator “{code}”.", code=code[:SHOWN])
    return indicator.code


def _entry(cell: Cell) -> float:
    """A whole number as one; what is none is left to the draft, which refuses it."""
    raw = written(cell)
    value = numbers.figure(raw) if isinstance(raw, str) else raw
    return int(value) if float(value).is_integer() else value


def _qualifier(cell: Cell) -> str:
    written = text(cell)
    return words.meaning("qualifier", written) or written


READ: Mapping[str, Callable[[Cell], object]] = {
    "period_start": days.first,
    "period_end": days.last,
    "entry": _entry,
    "qualifier": _qualifier,
    **dict.fromkeys((*TEXTS, "why_unusual"), text),
}
