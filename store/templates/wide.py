"""A wide sheet for one indicator: a row for each place, a column for each year, one source for all.

What stands already is shown and may be corrected; hidden cells keep which figure it was.
"""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from store.figures import judgement
from store.figures.draft import figure
from store.models import Indicator, Measurement
from store.reporting.dues import Due
from store.sheets import wide, writing
from store.templates import dressing
from store.templates.figures import LOOKS, Say

SHARED = ("source_title", "source_link", "missing_reason", "reason", "why_unusual")
OWN = ("source_title", "source_link")
HEAD = 10  # row
WIDTHS = {"place": 16, "place_name": 30, "source_title": 30, "source_link": 30}


def as_xlsx(owed: Sequence[Due], say: Say = str) -> bytes:
    """The workbook for one indicator's figures, of any places and years."""
    made = dressing.book()
    indicator = owed[0].indicator
    sheet = made.create_sheet(indicator.code)
    _head(sheet, indicator, say)
    years = sorted({due.year for due in owed})
    places = {due.place.code: due.place for due in owed}
    by_cell = {(due.place.code, due.year): due for due in owed}
    titles = ["place", "place_name", *years, *OWN, *(f"{wide.STANDS} {year}" for year in years)]
    for position, title in enumerate(titles, start=1):
        dressing.put(sheet, HEAD, position, title, dressing.HEAD)
        if str(title).startswith(wide.STANDS):
            sheet.column_dimensions[get_column_letter(position)].hidden = True
    for row, place in enumerate(places.values(), start=HEAD + 1):
        dressing.put(sheet, row, 1, place.code, dressing.KEY)
        dressing.put(sheet, row, 2, place.name_en, dressing.TEXT)
        for position, year in enumerate(years, start=3):
            due = by_cell.get((place.code, year))
            if due is not None:
                _put(sheet, row, (position, position + len(years) + len(OWN)), due)
        for position in range(3 + len(years), 3 + len(years) + len(OWN)):
            dressing.put(sheet, row, position, None, dressing.FILL)
    last = HEAD + len(places)
    if judgement.is_yes_or_no(indicator, owed[0].place.code):
        cells = f"C{HEAD + 1}:{get_column_letter(2 + len(years))}{last}"
        dressing.offer(sheet, cells, dressing.ANSWER_OR_GAP)
    dressing.arrange(
        sheet,
        [WIDTHS.get(str(title), 12) for title in titles[: -len(years)]],
        frozen=f"C{HEAD + 1}",
        filtered=f"A{HEAD}:{get_column_letter(2 + len(years) + len(OWN))}{last}",
        heads=f"{HEAD}:{HEAD}",
    )
    return writing.as_bytes(dressing.finish(made))


def _head(sheet: Worksheet, indicator: Indicator, say: Say) -> None:
    """What is asked, and what holds for all figures of the sheet."""
    dressing.put(sheet, 1, 1, "indicator", dressing.CODE)
    dressing.put(sheet, 1, 2, indicator.code, dressing.KEY)
    dressing.put(sheet, 1, 3, f"{indicator.name} ({indicator.unit})", dressing.CODE)
    for row, name in enumerate(SHARED, start=2):
        dressing.put(sheet, row, 1, name, dressing.CODE)
        dressing.put(sheet, row, 2, None, dressing.FILL)
        dressing.put(sheet, row, 3, say(LOOKS[name].words), dressing.CODE)
    dressing.put(sheet, HEAD - 2, 1, say(LOOKS["what_counts"].words), dressing.CODE)
    dressing.put(sheet, HEAD - 2, 3, indicator.definition, dressing.CODE)


def _put(sheet: Worksheet, row: int, columns: tuple[int, int], due: Due) -> None:
    """The cell to fill, and the hidden one that keeps what stands in it."""
    head = due.head.measurement if due.head else None
    value = None if head is None else _shown(due.indicator, head)
    dressing.put(sheet, row, columns[0], value, dressing.FILL)
    shown = "" if value is None else value if isinstance(value, str) else f"{value:.15g}"
    kept = wide.standing(head.id if head else None, *due.period, shown)
    dressing.put(sheet, row, columns[1], kept, dressing.KEY)


def _shown(indicator: Indicator, row: Measurement) -> str | float:
    value = figure(row)
    if value is None:
        return f"no data: {row.missing_reason}"
    if judgement.is_yes_or_no(indicator, row.place_code):
        return "yes" if value else "no"
    return value
