"""A table for others: its columns described once, for CSV, JSON, Table Schema and OpenAPI alike."""

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from math import isfinite
from typing import IO, Any, Literal

from sqlmodel import Session

from store.database import settings
from store.figures.reading import Slice
from store.ground import texts
from store.ledger.knowledge import Until

Kind = Literal["string", "integer", "number", "boolean", "date", "datetime", "list"]
Value = str | int | float | dt.date | tuple[str, ...] | None
Row = tuple[Value, ...]
Found = Mapping[str, Value]
Build = Callable[[Session, str, Until], Iterable[Found]]

Part = Callable[[Session, str, Until, Slice], Iterable[Found]]
Count = Callable[[Session, Until, Slice, int], int]

LIST_SEPARATOR = "; "
WHOLE = 1e15  # below it a float that is whole is written without its ".0"


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds. `words` are all it may say, `of` the column of a table it names.

    Unit: where `unit` is empty, the description or a column `unit` says it.
    """

    name: str
    kind: Kind
    description: str
    required: bool = False
    words: tuple[str, ...] = ()
    of: tuple[str, str] | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Licence:
    """Terms under which others published what a table holds: its short name, title and text."""

    name: str
    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Table:
    """One data set: `build` makes its rows under a plan version, as known on a day.

    `key` names the columns that tell rows apart, `regions` those with the regions a row lies in
    (none: rows have no place), `updated` the one with the instant a row became readable, "" where
    there is none. One that grows with the ledger has its rows in the order of `id` and is read by
    `part`, a slice of them, and `count`, which goes no further than it is told. `licence` is that
    of others, None for what comes under the package's.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    build: Build
    regions: tuple[str, ...] = ()
    updated: str = ""
    part: Part | None = None
    count: Count | None = None
    licence: Licence | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    def position(self, name: str) -> int:
        """Where a column stands in a row."""
        return self.names.index(name)

    def in_region(self, rows: Iterable[Row], code: str) -> Iterator[Row]:
        """The rows that lie in a region such as `R-AFR`; all of them where rows have no place."""
        positions = [self.position(name) for name in self.regions]
        return (
            row
            for row in rows
            if not positions or code in [row[position] for position in positions]
        )

    def rows(self, session: Session, plan_code: str, until: Until) -> list[Row]:
        """All rows, in a fixed order.

        Shape:  one value a column; text that says nothing is None, and so is what is no number:
                neither JSON nor CSV has a word for infinity.
        Errors: sqlalchemy.exc.NoResultFound for a version the store does not have.
        """
        return list(self.each(session, plan_code, until))

    def each(self, session: Session, plan_code: str, until: Until) -> Iterator[Row]:
        """The same rows one by one: of a table that grows, never all of them are in memory."""
        return map(self._plain, self.build(session, plan_code, until))

    def slice(self, session: Session, plan_code: str, until: Until, asked: Slice) -> list[Row]:
        """The rows of a part of a table that grows, in the order of their numbers."""
        if self.part is None:
            raise AssertionError(f"{self.name} is not read in parts.")
        return list(map(self._plain, self.part(session, plan_code, until, asked)))

    def _plain(self, row: Found) -> Row:
        return tuple(_plain(row[name]) for name in self.names)


def _plain(value: Value) -> Value:
    is_no_number = isinstance(value, float) and not isfinite(value)
    return None if value == "" or is_no_number else value


WARNING = "INVENTED FIGURES: demonstration"
_WARNED = Column("warning", "string", "Says that the figures are invented.", required=True)


def of_store(session: Session, table: Table) -> Table:
    """The table as this store gives it away: in a demonstration, every row carries a warning."""
    if not settings.is_invented(session):
        return table

    build, part = table.build, table.part

    def warned(session: Session, plan_code: str, until: Until) -> Iterable[Found]:
        return _warn(build(session, plan_code, until))

    def warned_part(
        session: Session, plan_code: str, until: Until, asked: Slice
    ) -> Iterable[Found]:
        return _warn(part(session, plan_code, until, asked)) if part else ()

    return replace(
        table,
        columns=(*table.columns, _WARNED),
        build=warned,
        part=part and warned_part,
    )


def _warn(rows: Iterable[Found]) -> Iterable[Found]:
    return ({**row, "warning": WARNING} for row in rows)


def as_csv(table: Table, rows: Iterable[Row]) -> bytes:
    """The rows as UTF-8 CSV in which no text can run as a formula."""
    target = io.BytesIO()
    write(table, rows, target)
    return target.getvalue()


def write(table: Table, rows: Iterable[Row], target: IO[bytes]) -> None:
    """Write the rows into a file, one by one, as `as_csv` has them."""
    write_csv(target, table.names, ([cell(value) for value in row] for row in rows))


def write_csv(target: IO[bytes], header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """CSV as RFC 4180 has it, UTF-8 without a mark; the cells are taken as they are."""
    with lines_of(target) as lines:
        lines.writerow(header)
        lines.writerows(rows)


@contextmanager
def lines_of(target: IO[bytes]) -> Iterator[Any]:
    """What `csv.writer` makes, for a file that stays open."""
    text = io.TextIOWrapper(target, "utf-8", newline="")
    yield csv.writer(text)
    text.detach()


def cell(value: Value) -> object:
    """A value as a cell of CSV; text and nothing else is kept from running as a formula."""
    if isinstance(value, tuple):
        return texts.defuse(LIST_SEPARATOR.join(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number(value)
    return texts.defuse(value) if isinstance(value, str) else plain(value)


def number(value: float) -> str:
    """A number as text that reads back as the same number."""
    return str(int(value)) if value.is_integer() and abs(value) < WHOLE else repr(value)


def plain(value: Value) -> object:
    """A value as JSON takes it: days and instants (UTC) as ISO 8601 writes them."""
    if isinstance(value, dt.datetime):
        instant = value.astimezone(dt.UTC).isoformat(timespec="microseconds")
        return instant.replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, dt.date) else value


def schema(table: Table) -> dict[str, Any]:
    """The Table Schema of the table's CSV."""
    described: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    keys = [
        {"fields": [column.name], "reference": {"resource": column.of[0], "fields": [column.of[1]]}}
        for column in table.columns
        if column.of is not None
    ]
    return described | ({"foreignKeys": keys} if keys else {})


def _field(column: Column) -> dict[str, Any]:
    is_list = column.kind == "list"
    separator = " Several are separated by “; ”." if is_list else ""
    limits: dict[str, Any] = {"required": True} if column.required else {}
    field: dict[str, Any] = {
        "name": column.name,
        "type": "string" if is_list else column.kind,
        "description": column.description + separator,
    }
    if column.unit:
        field["unit"] = column.unit
    if column.words:
        limits["enum"] = list(column.words)
    return field | ({"constraints": limits} if limits else {})
