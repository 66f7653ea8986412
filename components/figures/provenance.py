"""Every figure of an indicator with where it comes from."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from components.elements import table
from components.figures import quotations, remarks, revisions, rivals, telling, ways
from components.language.text import _
from components.reader import cache, people_names
from components.reader.places import name
from components.reader.view import View
from components.wording.figures import reading_figure, reading_period
from store.figures import approved
from store.figures.approved import Reading
from store.figures.remarks import annotations
from store.models import Indicator, ReportedBy
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
        frame = rows(standing, readings, view)
        table.show(f"provenance_{indicator.code}", frame)
        table.offer_csv(f"provenance_{indicator.code}", lambda: frame, indicator.code)
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
    """The indicator's figures, newest first: world, regions, countries; or the region chosen."""
    countries = (
        cache.ask(approved.country_readings, standing.indicator.code, view.until)
        if standing.indicator.reported_by == ReportedBy.COUNTRY
        else []
    )
    places = cache.places()
    readings = [*standing.readings, *countries]
    if not view.is_world:
        readings = [
            reading
            for reading in readings
            if view.place in (reading.place_code, places[reading.place_code].region_code)
        ]
    return sorted(readings, key=lambda reading: (reading.period_end, reading.id), reverse=True)


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
