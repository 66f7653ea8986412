"""What both places of a pair report: the newest figure of each, and how far they are apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

import pandas as pd
import streamlit as st

from components.elements import table
from components.language.text import _, day, listed, number
from components.look.markup import Html, grid, show_note
from components.reader import cache
from components.reader.places import name
from components.reader.view import View
from components.wording.figures import is_yes_or_no, qualified, reading_figure, reading_period
from store.activities.twins import Pair
from store.figures import approved
from store.figures.approved import Reading
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
        return [one.figure for one in self.readings if one and one.figure is not None]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A comparison ready for the screen."""

    both: str
    lonely: str
    silent: str
    frame: pd.DataFrame


def compare(plan: PlanStanding, pair: Pair, until: Until) -> list[Compared]:
    """Every indicator that countries or regions report, in the order of the plan."""
    found = []
    for standing in (one for objective in plan.objectives for one in objective.indicators):
        reported_by = standing.indicator.reported_by
        if reported_by not in (ReportedBy.REGION, ReportedBy.COUNTRY):
            continue
        codes = _codes(pair, reported_by)
        newest = _newest(standing, until)
        found.append(Compared(standing, codes, (newest.get(codes[0]), newest.get(codes[1]))))
    return found


def show(plan: PlanStanding, pair: Pair, view: View) -> None:
    """Draw what both report as a table, then what is missing for one of them."""
    key = (pair.row.id, plan.plan.code, view.until)
    drawn = cache.derived("twins compared", key, lambda: draw(compare(plan, pair, view.until)))
    st.subheader(_("What both report"))
    if drawn.both:
        st.html(drawn.both)
        said = _("Save the comparison as CSV")
        table.offer_csv("twins_compared", lambda: drawn.frame, "4p1000-twins-compared", said)
    else:
        show_note(_("No indicator has a figure for both by {day}.", day=day(view.as_of)))
    if drawn.lonely:
        st.subheader(_("What only one reports"))
        st.html(drawn.lonely)
    if drawn.silent:
        show_note(drawn.silent)


def draw(found: list[Compared]) -> Drawn:
    """The comparison as HTML and as a table to download; "" for a part without a row."""
    both = [one for one in found if len(one.figures) == 2]
    lonely = [one for one in found if len(one.figures) == 1]
    silent = [one.standing.indicator.name for one in found if not one.figures]
    compared = [_("Indicator"), _("First place"), _("Second place"), _("First − second")]
    missing = [_("Indicator"), _("Reported by one"), _("Missing for the other")]
    return Drawn(
        both=grid(compared, [_cells(one) for one in both], whole=True, stacked=True)
        if both
        else "",
        lonely=grid(missing, [_half(one) for one in lonely], whole=True, stacked=True)
        if lonely
        else "",
        silent=_("Neither reports {indicators}.", indicators=listed(silent)) if silent else "",
        frame=frame(both),
    )


def frame(rows: Iterable[Compared]) -> pd.DataFrame:
    """The comparison as a table to download.

    Shape: one row an indicator. Unit: figures and their difference in the indicator's unit.
    """
    return pd.DataFrame([_row(one) for one in rows])


def difference(one: Compared) -> float | None:
    """First minus second in the indicator's unit; None where either is no number."""
    if len(one.figures) < 2 or is_yes_or_no(one.standing.indicator, one.codes[0]):
        return None
    return one.figures[0] - one.figures[1]


def _codes(pair: Pair, reported_by: str) -> tuple[str, str]:
    first, second = (side.place_code for side in pair.sides)
    if reported_by == ReportedBy.COUNTRY:
        return first, second
    places = cache.places()
    return places[first].region_code or first, places[second].region_code or second


def _newest(standing: IndicatorStanding, until: Until) -> dict[str, Reading]:
    """By place the newest figure; where there is none, the newest word that there is none."""
    if standing.indicator.reported_by == ReportedBy.COUNTRY:
        readings = cache.ask(approved.country_readings, standing.indicator.code, until)
    else:
        readings = list(standing.readings)
    declared = {one.place_code: one for one in readings if one.figure is None}
    return declared | {one.place_code: one for one in readings if one.figure is not None}


def _cells(one: Compared) -> list[str]:
    return [_title(one), *map(Html, (_cell(one, side) for side in (0, 1))), _said_difference(one)]


def _title(one: Compared) -> str:
    title = f"{one.standing.indicator.objective_code} · {one.standing.indicator.name}"
    return f"{title} ({_level(one)})"


def _level(one: Compared) -> str:
    by_country = one.standing.indicator.reported_by == ReportedBy.COUNTRY
    return _("figures of the countries") if by_country else _("figures of the regions")


def _cell(one: Compared, side: int) -> str:
    reading = one.readings[side]
    if reading is None:
        return "–"
    figure = escape(reading_figure(one.standing.indicator, reading))
    about = escape(
        _(
            "{place}, {period}. {source}",
            place=name(one.codes[side]),
            period=reading_period(reading),
            source=reading.source_title,
        )
    )
    return f'<b>{figure}</b><br><span class="note">{about}</span>'


def _said_difference(one: Compared) -> str:
    found = difference(one)
    if found is None:
        return "–"
    written = f"{'+' if found > 0 else ''}{number(found)}"
    is_exact = all(reading and reading.qualifier == Qualifier.EXACT for reading in one.readings)
    return written if is_exact else qualified(written, Qualifier.ABOUT)


def _row(one: Compared) -> dict[str, object]:
    indicator = one.standing.indicator
    row: dict[str, object] = {_("Indicator"): indicator.name, _("Level"): _level(one)}
    for number_, (code, reading) in enumerate(zip(one.codes, one.readings, strict=True), start=1):
        if reading is not None:
            row |= {
                _("Place {number}", number=number_): name(code),
                _("Figure {number}", number=number_): reading_figure(indicator, reading),
                _("Period {number}", number=number_): reading_period(reading),
                _("Source {number}", number=number_): reading.source_title,
                _("Link {number}", number=number_): reading.source_link,
            }
    return row | {_("First − second"): difference(one), _("Unit"): indicator.unit}


def _half(one: Compared) -> list[str]:
    has_first = one.readings[0] is not None and one.readings[0].figure is not None
    known, missing = (0, 1) if has_first else (1, 0)
    other = one.readings[missing]
    why = _("no figure") if other is None else reading_figure(one.standing.indicator, other)
    said = _("{place}: {said}", place=name(one.codes[missing]), said=why)
    return [_title(one), Html(_cell(one, known)), said]
