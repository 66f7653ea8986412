"""What the countries of both places answered: yes, no or nothing, with the year of the answer."""

from collections.abc import Sequence
from html import escape

from components.language.text import _
from components.look.markup import Html, grid
from components.reader.places import name
from components.twins.comparison import Compared
from components.wording.figures import reading_figure
from store.models import ReportedBy


def of(rows: Sequence[Compared]) -> list[Compared]:
    """The indicators that countries report, of which one of them has said something."""
    return [
        row
        for row in rows
        if row.standing.indicator.reported_by == ReportedBy.COUNTRY and any(row.readings)
    ]


def build(rows: Sequence[Compared]) -> str:
    """The answers as a table of HTML; "" where neither country answered anything."""
    if not rows:
        return ""
    heads = [_("Indicator"), *(name(code) for code in rows[0].codes)]
    return grid(heads, [[title(row), said(row, 0), said(row, 1)] for row in rows], whole=True)


def title(row: Compared) -> str:
    """The indicator by name, with its objective."""
    return f"{row.standing.indicator.name} ({row.standing.indicator.objective_code})"


def said(row: Compared, side: int) -> str:
    """What one of both places said, with the year, as HTML."""
    reading = row.readings[side]
    if reading is None:
        return Html(f'<span class="day vacant">{escape(_("not reported"))}</span>')
    figure = escape(reading_figure(row.standing.indicator, reading))
    return Html(f'<b>{figure}</b> <span class="vacant">{reading.period_end.year}</span>')
