"""Every figure of an indicator with where it comes from."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from components.elements import table
from components.figures import quotations, remarks, revisions, rivals, telling, ways
from components.language.text import _, number
from components.look.markup import show_note
from components.reader import cache, people_names, sessions
from components.reader.places import name
from components.reader.view import View
from components.wording.figures import reading_figure, reading_period
from store.figures import approved
from store.figures.approved import MOST_LISTED, Reading
from store.figures.remarks import annotations
from store.models import Indicator, PlaceKind, ReportedBy
from store.models.places import WORLD
from store.standing import IndicatorStanding


def show(standing: IndicatorStanding, view: View) -> None:
    """Draw what was noted, a fold with the figures, and the ways to say something about them.

    Anybody may say what is wrong with them, or where there are others.
    """
    indicator, readings = standing.indicator, of(standing, view)
    if readings:
        remarks.show(readings, cache.ask(annotations, view.until))
        rivals.show(indicator, readings, view)
        _offer_figures(standing, readings, view)
        quotations.show(indicator, readings, view)
    with st.container(horizontal=True, key=f"say_{indicator.code}"):
        telling.offer(indicator, readings, view.as_of)
        quotations.offer(indicator, readings)
        remarks.offer(indicator, readings)


def _offer_figures(standing: IndicatorStanding, readings: list[Reading], view: View) -> None:
    """The fold: who reported and approved each figure, when, from which source."""
    indicator = standing.indicator
    fold = st.expander(
        _("Figures and their sources ({count})", count=len(readings)),
        key=f"provenance_{indicator.code}",
        on_change="rerun",  # closed, it costs other readers of the page nothing
    )
    if not fold.open:
        return
    with fold:
        if note := cut(readings):
            show_note(note)
        frame = rows(standing, readings, view)
        table.show(f"provenance_{indicator.code}", frame)
        table.offer_csv(
            f"provenance_{indicator.code}",
            lambda: rows(standing, every(standing, view), view),
            indicator.code,
        )
        if ways_on := ways.all_of(indicator, readings):
            st.html(ways_on)
        _show_history(indicator, readings, view)


def _show_history(indicator: Indicator, readings: list[Reading], view: View) -> None:
    """What became of a figure that was corrected, for the one the reader picks."""
    corrected = [reading for reading in readings if reading.revision]
    if not corrected:
        return
    chosen = st.selectbox(
        _("History of a corrected figure"),
        corrected,
        format_func=lambda reading: f"{name(reading.place_code)}, {reading_period(reading)}",
        key=f"history_{indicator.code}",
    )
    revisions.show(indicator, chosen.slot, view.until)


def of(standing: IndicatorStanding, view: View) -> list[Reading]:
    """The indicator's figures, newest first: world, regions, countries; or the region chosen.

    Of countries the newest MOST_LISTED and the newest of each: no page can bear all of many.
    """
    is_counted = standing.indicator.reported_by == ReportedBy.COUNTRY
    countries = _of_countries(standing.indicator.code, view) if is_counted else []
    return _newest_first(standing, countries, view)


def every(standing: IndicatorStanding, view: View) -> list[Reading]:
    """The same with every figure of countries, for a file; read anew each time."""
    if standing.indicator.reported_by != ReportedBy.COUNTRY:
        return of(standing, view)
    with sessions.reading() as session:
        found = approved.country_readings(session, standing.indicator.code, view.until)
    places = cache.places()
    there = [one for one in found if view.place in (WORLD, places[one.place_code].region_code)]
    return _newest_first(standing, there, view)


def _newest_first(
    standing: IndicatorStanding, countries: list[Reading], view: View
) -> list[Reading]:
    others = [one for one in standing.readings if view.place in (WORLD, one.place_code)]
    readings = [*others, *countries]
    return sorted(readings, key=lambda reading: (reading.period_end, reading.id), reverse=True)


def _of_countries(code: str, view: View) -> list[Reading]:
    region = None if view.is_world else view.place
    listed = cache.ask(approved.newest_periods, code, view.until, region)
    if len(listed) < MOST_LISTED:
        return listed
    places = cache.places()
    newest = {
        one.id: one
        for one in cache.ask(approved.newest_words, code, view.until)
        if region in (None, places[one.place_code].region_code)
    }
    return [*(newest | {one.id: one for one in listed}).values()]


def cut(readings: Sequence[Reading]) -> str:
    """Where only the newest figures of countries are listed, that it is so; else ""."""
    places = cache.places()
    countries = [one for one in readings if places[one.place_code].kind == PlaceKind.COUNTRY]
    if len(countries) < MOST_LISTED:
        return ""
    return _(
        "Of countries, the newest {count} figures and the last one of each are listed; what is"
        " saved as CSV has all.",
        count=number(MOST_LISTED),
    )


def titles(standing: IndicatorStanding, view: View) -> list[str]:
    """The document behind each figure of any place, each baseline and each target."""
    figures = of(standing, replace(view, region=WORLD))
    return [row.source_title for row in (*figures, *standing.plan_numbers)]


def rows(standing: IndicatorStanding, readings: list[Reading], view: View) -> pd.DataFrame:
    """Figures as rows with all that says where they come from, and what was noted about them."""
    noted = cache.ask(annotations, view.until)
    return pd.DataFrame(
        [
            {
                _("Place"): name(reading.place_code),
                _("Period"): reading_period(reading),
                _("Figure"): reading_figure(standing.indicator, reading),
                _("Source"): reading.source_title,
                _("Link"): reading.source_link,
                _("Authority"): str(reading.authority or "–"),
                _("Note"): reading.note,
                _("Reported by"): people_names.display(reading.reporter),
                _("Approved by"): people_names.display(reading.approver),
                _("Known on"): reading.known_on,
                _("Entry"): reading.id,
                _("Revision"): reading.revision,
                _("Why corrected"): reading.reason,
                _("Remarks"): "; ".join(
                    f"{remarks.word(remark.kind)}: {remarks.sentence(remark)}"
                    for remark in noted.get(reading.id, [])
                ),
            }
            for reading in readings
        ]
    )
