"""Files from which the figure that was meant is read: each with what differs from the plain one."""

import datetime as dt
import re

import openpyxl
from openpyxl.styles import PatternFill, Protection
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from tests.store.sheets.shapes import (
    COLUMNS,
    FIGURE,
    LAST,
    below_a_title,
    book,
    cell,
    changed,
    changed_look,
    extra_column,
    filtered,
    first_sheet_of_notes,
    headed,
    hidden_list,
    looking,
    number,
    part,
    plain_row,
    raw,
    set_cells,
    text,
)

CAPITALS = tuple(column.upper() for column in COLUMNS)
SPACED = tuple(column.replace("_", "  ").title() for column in COLUMNS)
LABELS = tuple(
    {"period_start": "From", "period_end": "To", "source_title": "Source"}.get(column, column)
    for column in COLUMNS
)
FRENCH = tuple(
    {
        "indicator": "Indicateur",
        "place": "Pays",
        "period_start": "Début",
        "period_end": "Fin",
        "value": "Valeur",
        "source_title": "Fuente",
    }.get(column, column)
    for column in COLUMNS
)


def coloured() -> bytes:
    """A workbook with many rows that only have a colour."""

    def colour(_book: openpyxl.Workbook, sheet: Worksheet) -> None:
        sheet["A3"].fill = PatternFill("solid", fgColor="FFFF00")

    one = book(change=colour)
    rows = "".join(f'<row r="{row}"><c r="A{row}" s="2"/></row>' for row in range(4, 20_500))
    sheet = part(one, "xl/worksheets/sheet1.xml")
    return changed(one, sheet1=sheet.replace("</sheetData>", f"{rows}</sheetData>"))


def protected(_book: openpyxl.Workbook, sheet: Worksheet) -> None:
    """A sheet whose keys cannot be typed over."""
    sheet.protection.enable()
    sheet[cell("value")].protection = Protection(locked=False)


def of_1904(made: openpyxl.Workbook, _sheet: Worksheet) -> None:
    """Days counted as Excel for Mac did."""
    made.epoch = CALENDAR_MAC_1904


def listed_text(texts: str) -> bytes:
    """A workbook whose note is the first text of the list."""
    note = f'<c r="{cell("note")}" t="s"><v>0</v></c>'
    return changed(raw(plain_row(number("><v>450.5</v>") + note)), texts=f"{texts}</sst>")


def prefixed() -> bytes:
    """A workbook whose elements of XML all have a prefix, as some programs write them."""
    sheet = part(raw(plain_row(number("><v>450.5</v>"))), "xl/worksheets/sheet1.xml")
    named = re.sub(r"<(/?)(\w)", r"<\1x:\2", sheet).replace("xmlns=", "xmlns:x=")
    return changed(book(), sheet1=named)


# name of the file, its bytes, what differs from the plain row
RIGHT: dict[str, tuple[str, bytes, dict[str, object]]] = {
    "a plain workbook": ("a.xlsx", book(), {}),
    "a workbook under the name of a CSV": ("a.csv", book(), {}),
    "a head in capitals": ("a.xlsx", headed(*CAPITALS), {}),
    "a head with spaces": ("a.xlsx", headed(*SPACED), {}),
    "a head in words": ("a.xlsx", headed(*LABELS), {}),
    "a head in French and Spanish": ("a.xlsx", headed(*FRENCH), {}),
    "a head below a title": ("a.xlsx", book(change=below_a_title), {}),
    "columns in another order": ("a.xlsx", book(columns=COLUMNS[::-1]), {}),
    "the columns that are used": ("a.xlsx", book(columns=tuple(FIGURE)), {}),
    "the second sheet is filled": ("a.xlsx", book(change=first_sheet_of_notes), {}),
    "a hidden list": ("a.xlsx", book(change=hidden_list), {}),
    "a protected sheet": ("a.xlsx", book(change=protected), {}),
    "a hidden row": ("a.xlsx", book(change=filtered), {}),
    "days of 1904": ("a.xlsx", book(change=of_1904), {}),
    "a column more": ("a.xlsx", book(change=extra_column), {}),
    "coloured rows": ("a.xlsx", coloured(), {}),
    "rows of spaces": ("a.xlsx", book(FIGURE, *[{"note": "  "}] * 30), {}),
    "percent": (
        "a.xlsx",
        changed_look("A3-fair", 0.145, "0.0%"),
        {"indicator_code": "A3-fair", "value": 14.5},
    ),
    "percent in words": (
        "a.xlsx",
        set_cells(indicator="A3-fair", value="45 %"),
        {"indicator_code": "A3-fair", "value": 45},
    ),
    "a percent sign that is only drawn": ("a.xlsx", looking("value", 45, '0"%"'), {"value": 45}),
    "thousands that are only drawn": (
        "a.xlsx",
        looking("value", 1234.5, "#,##0"),
        {"value": 1234.5},
    ),
    "money": ("a.xlsx", looking("value", 450.5, "#,##0.00 [$€-40C]"), {}),
    "a number as text": ("a.xlsx", set_cells(value="450,5"), {}),
    "a number with narrow spaces": ("a.xlsx", set_cells(value="1\u202f234,5"), {"value": 1234.5}),
    "TRUE for yes": (
        "a.xlsx",
        set_cells(indicator="A1-parties", place="Kenya", value=True),
        {"indicator_code": "A1-parties", "place_code": "KEN", "value": 1},
    ),
    "a place by name": ("a.xlsx", set_cells(place="Monde"), {}),
    "days as numbers": ("a.xlsx", set_cells(period_start=45658, period_end=46022), {}),
    "a day with its time": ("a.xlsx", set_cells(period_end=dt.datetime(2025, 12, 31, 13, 5)), {}),  # noqa: DTZ001  # as a cell holds it
    "days in another look": ("a.xlsx", looking("period_end", LAST, "dd/mm/yyyy"), {}),
    "days in words": ("a.xlsx", looking("period_end", LAST, "[$-40C]d mmmm yyyy;@"), {}),
    "years": ("a.xlsx", set_cells(period_start=2025, period_end="2025"), {}),
    "line breaks of two systems": ("a.xlsx", set_cells(note="a_x000D_\nb\nc"), {"note": "a\nb\nc"}),
    "an apostrophe before a formula": ("a.xlsx", set_cells(note="'=1+1"), {"note": "=1+1"}),
    "a formula with its result": ("a.xlsx", raw(plain_row(number("><f>1+1</f><v>450.5</v>"))), {}),
    "a cell without an address": ("a.xlsx", raw(plain_row(number("><v>450.5</v>")), ""), {}),
    "texts in a list": ("a.xlsx", listed_text("<si><t>a</t></si>"), {"note": "a"}),
    "a text of several looks": (
        "a.xlsx",
        listed_text("<si><r><t>a</t></r><r><t>b</t></r></si>"),
        {"note": "ab"},
    ),
    "a text with how it is spoken": (
        "a.xlsx",
        listed_text("<si><t>a</t><rPh><t>x</t></rPh></si>"),
        {"note": "a"},
    ),
    "names of XML with a prefix": ("a.xlsx", prefixed(), {}),
    "a CSV": ("a.csv", text(), {}),
    "a CSV without a mark": ("a.csv", text(encoding="utf-8", note="Année"), {"note": "Année"}),
    "a CSV with semicolons": ("a.csv", text(";", value="450,5"), {}),
    "a CSV with tabs": ("a.tsv", text("\t"), {}),
    "a CSV that names its delimiter": ("a.csv", b"sep=;\r\n" + text(";", "utf-8"), {}),
    "Unicode text of Excel": ("a.txt", text("\t", "utf-16", note="Año"), {"note": "Año"}),
    "a CSV of Windows": ("a.csv", text(";", "cp1252", note="l’Année"), {"note": "l’Année"}),
    "a CSV with blank lines": ("a.csv", text() + b",,,,\r\n" * 21_000, {}),
    "a CSV with a line break in a cell": ("a.csv", text(note='"a\r\nb"'), {"note": "a\nb"}),
    "a CSV with American days": (
        "a.csv",
        text(period_start="1/1/2025", period_end="12/31/2025"),
        {},
    ),
    "a CSV with European days": ("a.csv", text(";", period_end="31/12/2025"), {}),
}
