"""Every figure of an indicator with where it comes from."""

import pandas as pd
import streamlit as st

from components import cache, table
from components.places import name
from components.text import _
from components.view import WORLD, View
from components.words import reading_figure, reading_period
from store.queries import Reading
from store.standing import IndicatorStanding


def show(standing: IndicatorStanding, view: View) -> None:
    """Draw the figures in a fold of their own: who reported and approved them, when, from what."""
    readings = of(standing, view)
    label = _("Figures and their sources ({count})", count=len(readings))
    if not readings:
        return
    with st.expander(label, key=f"provenance_{standing.indicator.code}"):
        frame = rows(standing, readings)
        table.show(f"provenance_{standing.indicator.code}", frame)
        table.offer_csv(f"provenance_{standing.indicator.code}", frame, standing.indicator.code)


def of(standing: IndicatorStanding, view: View) -> list[Reading]:
    """The indicator's figures, newest first: world, regions, countries; or the region chosen."""
    countries = (
        cache.country_readings(standing.indicator.code, view.as_of)
        if standing.indicator.reported_by == "country"
        else []
    )
    places = cache.places()
    found = [*standing.readings, *countries]
    if view.place != WORLD:
        found = [
            reading
            for reading in found
            if view.place in (reading.place_code, places[reading.place_code].region_code)
        ]
    return sorted(found, key=lambda reading: (reading.period_end, reading.id), reverse=True)


def rows(standing: IndicatorStanding, readings: list[Reading]) -> pd.DataFrame:
    """Figures as rows with all that says where they come from."""
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
                _("Reported by"): reading.reporter,
                _("Approved by"): reading.approver,
                _("Known on"): reading.known_on,
                _("Entry"): reading.id,
                _("Revision"): reading.revision,
                _("Why corrected"): reading.reason,
            }
            for reading in readings
        ]
    )
