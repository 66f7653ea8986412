"""A sheet to fill in: a row for each owed figure, with what stands there already."""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import openpyxl
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from store.figures import judgement
from store.figures.draft import figure
from store.ground import texts
from store.models import Indicator, Measurement
from store.reporting.dues import Due
from store.sheets.columns import ABOUT, COLUMNS, FIGURE

Value = str | float | dt.date | None
Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Look:
    """How a column is read on screen and on paper; long texts are broken into lines.

    Unit: `width` in characters; `number` is a spreadsheet's format, such as 0.0%.
    """

    width: int
    number: str = ""


def rows(owed: Iterable[Due], before: Iterable[Measurement] = ()) -> list[Row]:
    """One row for each figure, in the order of the plan; codes are what is read back.

    `before` are figures that stand; a row tells the last one of its place before its period.
    """
    standing: dict[tuple[str, str], list[Measurement]] = {}
    for row in sorted(before, key=lambda row: row.period_end):
        if row.missing_reason is None:
            standing.setdefault(row.slot[:2], []).append(row)
    return [_row(due, standing.get((due.indicator.code, due.place.code), ())) for due in owed]


def _row(due: Due, standing: Sequence[Measurement]) -> Row:
    head = due.head.measurement if due.head else None
    earlier = [row for row in standing if row.period_end < due.period[1]]
    return {
        "indicator": due.indicator.code,
        "place": due.place.code,
        "indicator_name": due.indicator.name,
        "place_name": due.place.name_en,
        "unit": due.indicator.unit,
        "what_counts": due.indicator.definition,
        "last_figure": _told(due.indicator, earlier[-1]) if earlier else None,
        "period_start": due.period[0],
        "period_end": due.period[1],
        "state": due.state.value,
        "due_by": due.due_on,
        "entry": head.id if head else None,
        **_content(head),
    }


def _told(indicator: Indicator, row: Measurement) -> str:
    """A figure with its unit, its period and its source, as a cell tells it."""
    value = figure(row) or 0.0
    if judgement.is_yes_or_no(indicator, row.place_code):
        text = "yes" if value else "no"
    elif row.level is not None:
        text = f"level {row.level}"
    else:
        unit = indicator.unit_one if value == 1 else indicator.unit
        text = f"{value:.15g} {unit}"
    days = dict.fromkeys((row.period_start.isoformat(), row.period_end.isoformat()))
    return "; ".join(part for part in (text, " – ".join(days), row.source_title) if part)


def _content(head: Measurement | None) -> Row:
    if head is None:
        return {"qualifier": "exact"}
    names = [name for name in (*FIGURE, *ABOUT) if name != "why_unusual"]
    return {name: getattr(head, name) for name in names if getattr(head, name) not in (None, "")}


def as_csv(filled: Iterable[Row], columns: Sequence[str] = COLUMNS) -> bytes:
    """The rows as CSV that a spreadsheet opens as UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_plain(row.get(name)) for name in columns] for row in filled)
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(
    filled: Iterable[Row],
    columns: Sequence[str] = COLUMNS,
    title: str = "figures",
    named: int = 2,
) -> bytes:
    """The rows as a workbook of one sheet; text stays text, also where it starts like a formula.

    The first `named` columns, which name the row, stay in sight.
    """
    book = openpyxl.Workbook(write_only=True)
    rows = ([row.get(name) for name in columns] for row in filled)
    add_sheet(book, title, columns, rows, named=named)
    return as_bytes(book)


def add_sheet(
    book: openpyxl.Workbook,
    title: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Value]],
    *,
    named: int = 0,
    looks: Sequence[Look] = (),
) -> None:
    """A sheet more, its head in sight; text stays text, also where it starts like a formula.

    With `looks`, one a column, it can be filtered and printed, too.
    """
    sheet = book.create_sheet(title)
    sheet.freeze_panes = f"{get_column_letter(named + 1)}2"
    for position, look in enumerate(looks, start=1):
        sheet.column_dimensions[get_column_letter(position)].width = look.width
    heads = [_cell(sheet, name) for name in columns]
    for cell in heads:
        cell.font = Font(bold=True)
    sheet.append(heads)
    count = 1
    for row in rows:
        cells = [_cell(sheet, value) for value in row]
        for cell, look in zip(cells, looks, strict=False):
            _dress(cell, look)
        sheet.append(cells)
        count += 1
    if looks:
        _make_handy(sheet, f"A1:{get_column_letter(len(columns))}{count}")


def _dress(cell: Cell, look: Look) -> None:
    cell.alignment = Alignment(vertical="top", wrap_text=isinstance(cell.value, str))
    if look.number:
        cell.number_format = look.number


def _make_handy(sheet: Worksheet, filled: str) -> None:
    """Filters in the head; on paper as wide as the page, the head on every page."""
    sheet.auto_filter.ref = filled
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _cell(sheet: Worksheet, value: Value) -> Cell:
    cell = WriteOnlyCell(sheet)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    return cell


def as_bytes(book: openpyxl.Workbook) -> bytes:
    """The workbook as a file."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _plain(value: Value) -> object:
    return value.isoformat() if isinstance(value, dt.date) else texts.defuse(value)
