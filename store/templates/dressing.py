"""How a sheet to fill in looks and what it lets be typed: locks, drop-downs, notes, widths.

It is protected without a password: keys are kept from a slip of the hand, from nobody's intent.
"""

from collections.abc import Iterable, Mapping

import openpyxl
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from store.models import Qualifier
from store.sheets.writing import Value

AUTHOR = "4 per 1000"
LISTS = "lists"  # the hidden sheet: a list inside a cell's rule may hold 255 characters at most
QUALIFIER, LEVEL, ANSWER, ANSWER_OR_GAP = "qualifier", "level", "answer", "answer or gap"
CHOICES: Mapping[str, tuple[str | int, ...]] = {
    QUALIFIER: tuple(Qualifier),
    LEVEL: tuple(range(6)),
    ANSWER: ("yes", "no"),
    ANSWER_OR_GAP: ("yes", "no", "no data"),
}
ROOM = 200  # rows below the filled ones in which drop-downs still help

HEAD, CODE, KEY, TEXT, FILL, FILL_DAY, KEY_DAY = (
    f"4p1000 {name}" for name in ("head", "code", "key", "text", "fill", "fill day", "key day")
)
_PAPER = PatternFill("solid", fgColor="FFFBE6")
_QUIET = PatternFill("solid", fgColor="F2F2F2")
_LINE = Border(bottom=Side("hair", color="BFBFBF"), right=Side("hair", color="BFBFBF"))
_TOP = Alignment(vertical="top")
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_DAY = "yyyy-mm-dd"


def book() -> openpyxl.Workbook:
    """A workbook with our styles and the hidden sheet of lists; the first sheet is still to add."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    free, locked = Protection(locked=False), Protection(locked=True)
    grey = Font(color="6B6B6B", size=9)
    for style in (
        NamedStyle(HEAD, Font(bold=True), _QUIET, _LINE, _WRAPPED, protection=locked),
        NamedStyle(CODE, grey, _QUIET, _LINE, _TOP, protection=locked),
        NamedStyle(KEY, grey, None, _LINE, _TOP, protection=locked),
        NamedStyle(KEY_DAY, grey, None, _LINE, _TOP, _DAY, locked),
        NamedStyle(TEXT, None, None, _LINE, _WRAPPED, protection=locked),
        NamedStyle(FILL, None, _PAPER, _LINE, _WRAPPED, protection=free),
        NamedStyle(FILL_DAY, None, _PAPER, _LINE, _TOP, _DAY, free),
    ):
        made.add_named_style(style)
    return made


def at(sheet: Worksheet, row: int, column: int) -> Cell:
    """A cell, which must not lie within merged ones beside the first.

    Errors: TypeError for one that does.
    """
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError(cell)
    return cell


def put(sheet: Worksheet, row: int, column: int, value: Value, style: str) -> Cell:
    """Write a cell; text stays text, also where it starts like a formula."""
    cell = at(sheet, row, column)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    cell.style = style
    return cell


def note(cell: Cell, text: str) -> None:
    """Hang a note on a cell, in a frame that holds it."""
    lines = 2 + sum(1 + len(line) // 45 for line in text.splitlines())
    cell.comment = Comment(text, AUTHOR, height=18 * lines, width=320)


def offer(sheet: Worksheet, cells: str, choice: str, *, say: str = "") -> None:
    """Give cells a drop-down; what is not in it is asked about, as a number may be typed, too."""
    last = len(CHOICES[choice])
    column = get_column_letter(1 + list(CHOICES).index(choice))
    rule = DataValidation(
        "list", formula1=f"'{LISTS}'!${column}$1:${column}${last}", allow_blank=True
    )
    rule.showErrorMessage, rule.errorStyle = True, "warning"
    rule.error = say or None
    sheet.add_data_validation(rule)
    rule.add(cells)


def finish(made: openpyxl.Workbook) -> openpyxl.Workbook:
    """Add the lists behind the other sheets, and protect all of them."""
    lists = made.create_sheet(LISTS)
    for column, values in enumerate(CHOICES.values(), start=1):
        for row, value in enumerate(values, start=1):
            put(lists, row, column, value, KEY)
    lists.sheet_state = "hidden"
    for sheet in made.worksheets:
        allow = sheet.protection
        allow.sheet = True
        # These are said as what is locked: everybody may widen columns and filter.
        allow.formatColumns = allow.formatRows = allow.formatCells = False
        allow.autoFilter = allow.sort = False
    made.active = 0
    return made


def arrange(
    sheet: Worksheet, widths: Iterable[float], *, frozen: str, filtered: str, heads: str
) -> None:
    """Widths, what stays in sight, filters; on paper as wide as the page, heads on every one."""
    for position, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(position)].width = width
    sheet.freeze_panes = frozen
    sheet.auto_filter.ref = filtered
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = heads
