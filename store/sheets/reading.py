"""Sheets that people send, told by the heads of their columns: rows by column, and what was left.

Bytes are read elsewhere (`store.uploads`), with bounds; here are plain cells alone.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from store.ground import texts
from store.ground.errors import InvalidSheetError
from store.ground.messages import Message
from store.sheets import heads, notices, wide
from store.sheets.columns import FIGURE, FILLED, HELP
from store.sheets.content import SLIPPED, Cell, Flaw, Percent
from store.uploads import grid, process
from store.uploads.grid import Grid, Plain
from store.uploads.limits import LIMITS

__all__ = ["ENDINGS", "LIMITS", "Cell", "Row", "Sheet", "read"]

# Of files that may be uploaded; of the last ones the sentence says what to do instead.
ENDINGS = ("xlsx", "csv", "tsv", "txt", "xls", "xlsb", "ods", "numbers")
DAYS = ("period_start", "period_end")
MOST_YEARS = 9999  # what is more is no year
BETWEEN_EPOCHS = 1462  # days from the one that spreadsheets count from 1900 to that of 1904
_ERROR = re.compile(r"#[¡¿]?(N/[AD]|[A-ZÀ-Ý]+(/0)? ?[!?]|GETTING_DATA)|ERR ?: ?[0-9]{3}")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its sheet, the number that the spreadsheet shows, and its cells by column.

    `letters` are what the spreadsheet calls these columns.
    """

    sheet: str
    number: int
    cells: dict[str, Cell]
    letters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was read of a file: its rows, of every sheet whose columns fit.

    `name` is the first such sheet's. `repeated` counts cells of wide sheets that say what stood
    there when the sheet was made.
    `remarks` say what was not read and what a reader may not see: for whoever uploaded it.
    """

    name: str
    rows: tuple[Row, ...]
    remarks: tuple[Message, ...] = ()
    repeated: int = 0


def read(name: str, content: bytes, needed: Sequence[str] = FILLED) -> Sheet:
    """Read an XLSX or CSV file, of figures where `needed` does not name other columns.

    Errors: InvalidSheetError with a sentence for whoever uploaded it.
    """
    grids = process.read(name, content)
    filled = [table for table in grids if table.rows or table.refused]
    if not filled:
        raise InvalidSheetError("The sheet is empty.")
    headed = [(table, heads.find(table.rows, needed)) for table in filled]
    fitting = [(table, head) for table, head in headed if head and not head.lacking]
    others = [table for table, head in headed if not head or head.lacking]
    unfolded = {table.title: wide.unfold(table, _cell) for table in others if needed is FILLED}
    spread = {title: sheet for title, sheet in unfolded.items() if sheet is not None}
    if not fitting and not spread:
        raise _refusal(headed, needed)
    remarks: list[Message] = []
    for table in others:
        if table.title in spread:
            _demand_whole(table)
    rows = [Row(title, *row) for title, sheet in spread.items() for row in sheet.rows]
    for table, head in fitting:
        head.demand_single(table.title, notices.filled(table, head))
        _demand_whole(table)
        rows += _rows(table, head)
        remarks += notices.about(table, head)
    remarks += [
        Message("The sheet “{sheet}” was not read: its columns are others.", sheet=table.title)
        for table in others
        if not table.is_hidden and table.title not in spread
    ]
    first = next(
        table.title for table, _head in headed if table not in others or table.title in spread
    )
    repeated = sum(sheet.repeated for sheet in spread.values())
    return Sheet(first, tuple(rows), tuple(remarks), repeated)


def _refusal(
    headed: Sequence[tuple[Grid, heads.Head | None]], needed: Sequence[str]
) -> InvalidSheetError:
    """Why no sheet can be read, by the one that is most like what was expected."""
    for table, _head in headed:
        _demand_whole(table)
    lacking = min((head.lacking for _table, head in headed if head), key=len, default=tuple(needed))
    return InvalidSheetError(
        "This is not the template: it lacks {columns}.", columns=", ".join(lacking)
    )


def _demand_whole(table: Grid) -> None:
    if table.refused:
        raise InvalidSheetError.of(Message.unpack(table.refused))


def _rows(table: Grid, head: heads.Head) -> Iterator[Row]:
    ours = {place: column for place, column in head.columns.items() if column not in HELP}
    merged, letters = list(_merged(table)), head.letters
    slipped = table.slipped(head.number)
    for number, plain in table.rows:
        if number <= head.number:
            continue
        cells = {
            column: _cell(plain[place]) if place < len(plain) else None
            for place, column in ours.items()
        }
        if table.is_1904:
            cells |= {name: _since_1900(cells[name]) for name in cells if name in DAYS}
        if number in slipped:
            cells |= {name: SLIPPED for name in FIGURE if cells.get(name) is not None}
        if any(cell is not None for cell in cells.values()):
            for span in merged:
                cells |= {ours[place]: span.flaw for place in ours if span.holds(place, number)}
            yield Row(table.title, number, cells, letters)


def _since_1900(cell: Cell) -> Cell:
    """A number that is a day since 1904 as one since 1900; a year stays one."""
    if isinstance(cell, int | float) and cell > MOST_YEARS:
        return cell + BETWEEN_EPOCHS
    return cell


@dataclass(frozen=True, slots=True)
class _Span:
    """Cells that are one: the range as the spreadsheet calls it, and its two corners."""

    called: str
    first: tuple[int, int]
    last: tuple[int, int]

    def holds(self, place: int, number: int) -> bool:
        """Whether the cell in this column and row is one of them."""
        return self.first[0] <= place <= self.last[0] and self.first[1] <= number <= self.last[1]

    @property
    def flaw(self) -> Flaw:
        """What is wrong with each of them."""
        return Flaw(
            Message(
                "The cells {cells} are merged. Split them, and write in each what holds for it.",
                cells=self.called,
            )
        )


def _merged(table: Grid) -> Iterator[_Span]:
    for called in table.merged:
        first, _colon, last = called.partition(":")
        if last and last != first:
            yield _Span(called, grid.place(first), grid.place(last))


def _cell(plain: Plain) -> Cell:
    if isinstance(plain, str):
        return _text(plain)
    if isinstance(plain, list):
        return _marked(*plain)
    return plain


def _text(text: str) -> Cell:
    """Text without blanks around it, with one kind of line break; None where nothing is left."""
    kept = texts.restore(text.replace("\r\n", "\n").replace("\r", "\n").strip())
    if _ERROR.fullmatch(kept.upper()):
        return _wrong(kept)
    return kept or None


def _marked(mark: str, value: object) -> Cell:
    """A cell that is neither a text nor a number as it stands."""
    if mark == grid.PERCENT:
        return Percent.of(float(str(value)))
    if mark == grid.DAY:
        return dt.date.fromisoformat(str(value))
    if mark == grid.ERROR:
        return _wrong(str(value))
    if mark == grid.LONG:
        return Flaw(Message("A cell holds at most {most} characters.", most=LIMITS.text))
    if mark == grid.FORMULA:
        return Flaw(
            Message(
                "This cell has a formula without a result. Open the file in a spreadsheet program,"
                " save it there and upload it again."
            )
        )
    return Flaw(Message("This cell holds a time of day. Set its format and type it again."))


def _wrong(text: str) -> Flaw:
    return Flaw(Message("This cell shows an error, {error}. Write what it should say.", error=text))
