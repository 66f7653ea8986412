"""What both places of a pair report: the newest figure of each, and how far they are apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

import pandas as pd
import streamlit as st

from components.elements import table
from components.language.text import _, _c, given, listed
from components.look.markup import Html, grid, show_note
from components.reader import cache
from components.reader.places import name
from components.wording.figures import qualified, reading_figure, reading_period
from store.activities.twins import Pair
from store.figures import approved
from store.figures.approved import Reading
from store.figures.judgement import is_yes_or_no
from store.ledger.knowledge import Until
from store.models import Qualifier, ReportedBy
from store.standing import IndicatorStanding, PlanStanding


@dataclass(frozen=True, slots=True)
class Compared:
    """One indicator of both places: countries or, where only these report, their regions."""

    standing: IndicatorStanding
    codes: tuple[str, str]
    readings: tuple[Reading | None, Reading | None]

    @property
    def figures(self) -> list[float]:
        """The figures there are, none to two."""
        return [
            reading.figure for reading in self.readings if reading and reading.figure is not None
        ]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A comparison ready for the screen."""

    both: str
    lonely: str
    silent: str
    frame: pd.DataFrame


def compare(plan: PlanStanding, pair: Pair, until: Until) -> list[Compared]:
    """Every indicator that countries or regions report, in the order of the plan."""
    compared = []
    for standing in (
        standing for objective in plan.objectives for standing in objective.indicators
    ):
        reported_by = standing.indicator.reported_by
        if reported_by not in (ReportedBy.REGION, ReportedBy.COUNTRY):
            continue
        codes = _codes(pair, reported_by)
        newest = _newest(standing, until)
        compared.append(Compared(standing, codes, (newest.get(codes[0]), newest.get(codes[1]))))
    return compared


def show(rows: list[Compared], key: tuple[object, ...]) -> None:
    """Draw in a fold what both report with its sources, then what is missing for one of them.

    `key` says which pair it is, on which day. Closed, it costs nothing.
    """
    fold = st.expander(_("The same in numbers"), key="twins_numbers", on_change="rerun")
    if not fold.open:
        return
    drawn = cache.derived("twins compared", key, lambda: draw(rows))
    with fold:
        if drawn.both:
            st.html(drawn.both)
            label = _("Save the comparison as CSV")
            table.offer_csv("twins_compared", lambda: drawn.frame, "4p1000-twins-compared", label)
        if drawn.lonely:
            st.subheader(_("What only one reports"), anchor=False)
            st.html(drawn.lonely)
        if drawn.silent:
            show_note(drawn.silent)


def draw(rows: list[Compared]) -> Drawn:
    """The comparison as HTML and as a table to download; "" for a part without a row."""
    both = [row for row in rows if len(row.figures) == 2]
    lonely = [row for row in rows if len(row.figures) == 1]
    silent = [row.standing.indicator.name for row in rows if not row.figures]
    compared = [_("Indicator"), _("First place"), _("Second place"), _("First − second")]
    missing = [_("Indicator"), _("Reported by one"), _("Missing for the other")]
    return Drawn(
        both=grid(compared, [_cells(row) for row in both], whole=True, stacked=True)
        if both
        else "",
        lonely=grid(missing, [_half(row) for row in lonely], whole=True, stacked=True)
        if lonely
        else "",
        silent=_("Neither reports {indicators}.", indicators=listed(silent)) if silent else "",
        frame=frame(both),
    )


def frame(rows: Iterable[Compared]) -> pd.DataFrame:
    """The comparison as a table to download.

    Shape: one row an indicator. Unit: figures and their difference in the indicator's unit.
    """
    return pd.DataFrame([_row(row) for row in rows])


def is_counted(row: Compared) -> bool:
    """Whether the places answer yes or no, so that there is no scale to stand on."""
    return is_yes_or_no(row.standing.indicator, row.codes[0])


def difference(row: Compared) -> float | None:
    """First minus second in the indicator's unit; None where either is no number."""
    if len(row.figures) < 2 or is_counted(row):
        return None
    return row.figures[0] - row.figures[1]


def _codes(pair: Pair, reported_by: str) -> tuple[str, str]:
    first, second = (side.place_code for side in pair.sides)
    if reported_by == ReportedBy.COUNTRY:
        return first, second
    places = cache.places()
    return places[first].region_code or first, places[second].region_code or second


def _newest(standing: IndicatorStanding, until: Until) -> dict[str, Reading]:
    """By place the newest figure; where there is none, the newest word that there is none."""
    if standing.indicator.reported_by == ReportedBy.COUNTRY:
        readings = cache.ask(approved.newest_figures, standing.indicator.code, until)
    else:
        readings = list(standing.readings)
    declared = {reading.place_code: reading for reading in readings if reading.figure is None}
    return declared | {
        reading.place_code: reading for reading in readings if reading.figure is not None
    }


def _cells(row: Compared) -> list[str]:
    return [_title(row), *map(Html, (_cell(row, side) for side in (0, 1))), _said_difference(row)]


def _title(row: Compared) -> str:
    title = f"{row.standing.indicator.objective_code} · {row.standing.indicator.name}"
    return f"{title} ({_level(row)})"


def _level(row: Compared) -> str:
    by_country = row.standing.indicator.reported_by == ReportedBy.COUNTRY
    return _("figures of the countries") if by_country else _("figures of the regions")


def _cell(row: Compared, side: int) -> str:
    reading = row.readings[side]
    if reading is None:
        return "–"
    figure = escape(reading_figure(row.standing.indicator, reading))
    about = escape(
        _(
            "{place}, {period}. {source}",
            place=name(row.codes[side]),
            period=reading_period(reading),
            source=reading.source_title,
        )
    )
    return f'<b>{figure}</b><br><span class="note">{about}</span>'


def _said_difference(row: Compared) -> str:
    value = difference(row)
    if value is None:
        return "–"
    written = f"{'+' if value > 0 else ''}{given(value)}"
    is_exact = all(reading and reading.qualifier == Qualifier.EXACT for reading in row.readings)
    return written if is_exact else qualified(written, Qualifier.ABOUT)


def _row(compared: Compared) -> dict[str, object]:
    indicator = compared.standing.indicator
    row: dict[str, object] = {
        _("Indicator"): indicator.name,
        _c("places of a figure", "Level"): _level(compared),
    }
    for number_, (code, reading) in enumerate(
        zip(compared.codes, compared.readings, strict=True), start=1
    ):
        if reading is not None:
            row |= {
                _("Place {number}", number=number_): name(code),
                _("Figure {number}", number=number_): reading_figure(indicator, reading),
                _("Period {number}", number=number_): reading_period(reading),
                _("Source {number}", number=number_): reading.source_title,
                _("Link {number}", number=number_): reading.source_link,
            }
    return row | {_("First − second"): difference(compared), _("Unit"): indicator.unit}


def _half(row: Compared) -> list[str]:
    has_first = row.readings[0] is not None and row.readings[0].figure is not None
    known, missing = (0, 1) if has_first else (1, 0)
    other = row.readings[missing]
    why = _("no figure") if other is None else reading_figure(row.standing.indicator, other)
    gap = _("{place}: {said}", place=name(row.codes[missing]), said=why)
    return [_title(row), Html(_cell(row, known)), gap]
