"""Files of the shapes that people and programs really make, and of some that only malice makes."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from store.sheets.columns import COLUMNS
from store.uploads.grid import letter

LAST = dt.date(2025, 12, 31)
FIGURE: dict[str, Any] = {
    "indicator": "F2-budget",
    "place": "WLD",
    "period_start": dt.date(2025, 1, 1),
    "period_end": LAST,
    "value": 450.5,
    "qualifier": "exact",
    "source_title": "Accounts",
}
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TEXTS = f'<Relationship Id="texts" Type="{MAIN}/sharedStrings" Target="sharedStrings.xml"/>'


def cell(column: str, row: int = 2) -> str:
    """Where a column of the template stands."""
    return f"{letter(COLUMNS.index(column))}{row}"


def book(
    *rows: Mapping[str, Any],
    columns: tuple[str, ...] = COLUMNS,
    change: Callable[[openpyxl.Workbook, Worksheet], object] = lambda _book, _sheet: None,
) -> bytes:
    """A workbook of one sheet with these rows, changed by a function."""
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.title = "figures"
    fill(sheet, *(rows or (FIGURE,)), columns=columns)
    change(made, sheet)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def headed(*heads: str) -> bytes:
    """A workbook whose columns have other heads."""

    def change(_book: openpyxl.Workbook, sheet: Worksheet) -> None:
        for place, head in enumerate(heads, start=1):
            sheet.cell(1, place, head)

    return book(change=change)


def fill(sheet: Worksheet, *rows: Mapping[str, Any], columns: tuple[str, ...] = COLUMNS) -> None:
    """Write a head and rows."""
    sheet.append(columns)
    for row in rows:
        sheet.append([row.get(column) for column in columns])


def looking(column: str, value: float | dt.date, shown: str) -> bytes:
    """A workbook in which a cell has a format."""

    def change(_book: openpyxl.Workbook, sheet: Worksheet) -> None:
        sheet[cell(column)] = value
        sheet[cell(column)].number_format = shown

    return book(change=change)


def text(delimiter: str = ",", encoding: str = "utf-8-sig", **changes: object) -> bytes:
    """A CSV file of one row, as a spreadsheet program of some country writes it."""
    row = FIGURE | {"value": "450.5"} | changes
    lines = [COLUMNS, [str(row.get(column, "")) for column in COLUMNS]]
    return "".join(delimiter.join(line) + "\r\n" for line in lines).encode(encoding)


def changed(content: bytes, **parts: str) -> bytes:
    """The same workbook with parts replaced: `sheet1`, `workbook`, `styles`; or with `texts`."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in old.namelist():
            known = name.rpartition("/")[2].removesuffix(".xml")
            kept = parts.get(known, old.read(name).decode())
            if known == "workbook.xml.rels" and "texts" in parts:
                kept = kept.replace("</Relationships>", f"{TEXTS}</Relationships>")
            new.writestr(name, kept)
        if "texts" in parts:
            new.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{parts["texts"]}')
    return target.getvalue()


def part(content: bytes, name: str) -> str:
    """A part of a workbook."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def raw(rows: str, after: str = "") -> bytes:
    """A workbook whose only sheet has a head and then this XML."""
    head = "".join(
        f'<c r="{letter(place)}1" t="inlineStr"><is><t>{column}</t></is></c>'
        for place, column in enumerate(COLUMNS)
    )
    sheet = (
        f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{head}</row>{rows}</sheetData>'
        f"{after}</worksheet>"
    )
    return changed(book(), sheet1=sheet)


def plain_row(value: str) -> str:
    """The XML of a row of texts, with this cell for the value."""
    row = FIGURE | {"period_start": "2025-01-01", "period_end": "2025-12-31"}
    cells = "".join(
        f'<c r="{cell(column)}" t="inlineStr"><is><t>{row[column]}</t></is></c>'
        for column in COLUMNS
        if column in row and column != "value"
    )
    return f'<row r="2">{cells}{value}</row>'


def archive(name: str) -> bytes:
    """An archive with one part."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr(name, "x")
    return target.getvalue()


def compound(stream: str) -> bytes:
    """The beginning of a container of Office before 2007."""
    return b"\xd0\xcf\x11\xe0" + b"\0" * 600 + stream.encode("utf-16-le") + b"\0" * 600


def changed_look(indicator: str, value: float, shown: str) -> bytes:
    """A workbook about another indicator, its value in a format."""

    def change(_book: openpyxl.Workbook, sheet: Worksheet) -> None:
        sheet[cell("indicator")], sheet[cell("value")] = indicator, value
        sheet[cell("value")].number_format = shown

    return book(change=change)


def set_cells(**values: Any) -> bytes:
    """A workbook with these cells."""
    return book(FIGURE | values)


def number(value: str) -> str:
    """The XML of the value's cell, without style."""
    return f'<c r="{cell("value")}"{value}</c>'


def first_sheet_of_notes(made: openpyxl.Workbook, _sheet: Worksheet) -> None:
    """A sheet before the filled one."""
    made.create_sheet("Read me", 0).append(["Fill in the other sheet."])


def hidden_list(made: openpyxl.Workbook, _sheet: Worksheet) -> None:
    """A hidden sheet, from which drop-downs choose."""
    lists = made.create_sheet("lists")
    lists.append(["Kenya"])
    lists.sheet_state = "hidden"


def filtered(_book: openpyxl.Workbook, sheet: Worksheet) -> None:
    """A row that a filter hides."""
    sheet.auto_filter.ref = "A1:U2"
    sheet.row_dimensions[2].hidden = True


def extra_column(_book: openpyxl.Workbook, sheet: Worksheet) -> None:
    """A column of somebody's own."""
    sheet["V1"], sheet["V2"] = "Comment", "checked"


def below_a_title(_book: openpyxl.Workbook, sheet: Worksheet) -> None:
    """Three rows above the head, one of them merged."""
    sheet.insert_rows(1, 3)
    sheet["A1"] = "Figures of 2025"
    sheet.merge_cells("A1:F1")
