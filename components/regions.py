"""Regions and twins: the map of a chosen indicator, and the same facts in tables."""

from html import escape

import pandas as pd
import streamlit as st

from components import address, cache, provenance, region_map, regions_chart, table, theme
from components.facts import show_empty, show_note
from components.places import name
from components.text import _, day, listed
from components.view import WORLD, View
from components.words import turn
from store import activities
from store.models import Activity
from store.standing import IndicatorStanding, PlanStanding

DEFAULT = "D2-meetings"


def show(plan: PlanStanding, view: View) -> None:
    """Draw the choice, the map with its legend, and the tables."""
    mappable = {
        one.indicator.code: one
        for objective in plan.objectives
        for one in objective.indicators
        if one.indicator.reported_by in ("region", "country")
    }
    labels = {
        code: f"{one.indicator.objective_code} · {one.indicator.name}"
        for code, one in mappable.items()
    }
    first = DEFAULT if DEFAULT in labels else next(iter(labels))
    code = address.choose("indicator", _("Indicator"), labels, default=first)
    _show_map(mappable[code], view)
    _show_figures(mappable[code], view)
    _show_meetings(view)
    _show_pilot(view)


def _show_map(standing: IndicatorStanding, view: View) -> None:
    palette = theme.current()
    found = shades(standing, view)
    deck = region_map.build(
        found,
        cache.places(),
        (events(view), cache.pilot_countries(view.as_of)),
        palette,
        view.region,
    )
    st.html(_legend(standing, found, palette))
    st.pydeck_chart(deck, height=520, key="regions_map", alt=describe(standing, found))


def shades(standing: IndicatorStanding, view: View) -> dict[str, region_map.Shade]:
    """The newest figures of the countries to be coloured."""
    return region_map.shades(
        standing, cache.country_readings(standing.indicator.code, view.as_of), cache.places()
    )


def events(view: View) -> list[Activity]:
    """Events known on the day, of the region chosen, the last to begin first."""
    places = cache.places()
    return [
        row
        for row in cache.activities(view.as_of)
        if row.kind == "event"
        and (view.place == WORLD or activities.region_of(row, places) == view.place)
    ]


def _legend(
    standing: IndicatorStanding, found: dict[str, region_map.Shade], palette: theme.Palette
) -> str:
    swatches = "".join(
        f'<span><i style="background:{colour}"></i>{escape(label)}</span>'
        for colour, label in region_map.legend(standing.indicator, found, palette)
    )
    nothing = f'<span><i style="background:{palette.land}"></i>{_("no figure")}</span>'
    marks = (
        f'<span><i class="dot" style="background:#d59b2d"></i>{_("meeting")}</span>'
        f'<span><i class="line"></i>{_("twin-region pilot (pairs unpublished)")}</span>'
    )
    unit = escape(standing.indicator.unit)
    return f'<div class="legend"><b>{unit}</b>{swatches}{nothing}{marks}</div>'


def describe(standing: IndicatorStanding, found: dict[str, region_map.Shade]) -> str:
    """The map in one sentence; its rows stand in the tables below."""
    return _(
        "Map of {name}: {count} countries have a figure. The tables below hold the same facts.",
        name=standing.indicator.name,
        count=len(found),
    )


def _show_figures(standing: IndicatorStanding, view: View) -> None:
    st.header(standing.indicator.name)
    readings = [reading for reading in provenance.of(standing, view) if reading.place_code != "WLD"]
    if not readings:
        show_empty(
            _(
                "No region or country figure was published by {day}. It is up to {who}.",
                day=day(view.as_of),
                who=turn(standing.indicator),
            )
        )
        return
    regions_chart.show(standing, view)
    rows = provenance.rows(standing, readings, view)
    table.show("regions", rows)
    table.offer_csv("regions", rows, standing.indicator.code)


def _show_meetings(view: View) -> None:
    st.header(_("Meetings"))
    rows = pd.DataFrame(
        [
            {
                _("From"): event.starts_on,
                _("To"): event.ends_on,
                _("Kind"): event.event_type,
                _("Meeting"): event.title,
                _("Place"): event.place_name,
                _("Region"): name(event.place_code),
                _("Participants"): event.participants or "–",
                _("Link"): event.link,
            }
            for event in events(view)
        ]
    )
    if rows.empty:
        st.info(_("No meeting was known by {day}.", day=day(view.as_of)))
        return
    table.show("meetings", rows)
    table.offer_csv("meetings", rows, "4p1000-meetings")


def _show_pilot(view: View) -> None:
    st.header(_("Twin regions"))
    pilot = cache.pilot_countries(view.as_of)
    if not pilot:
        st.info(_("The twin-region pilot was not announced by {day}.", day=day(view.as_of)))
        return
    show_note(
        _(
            "The pilot names {countries}: 24 municipalities in three distinct regions of"
            " these countries. Which municipalities, and which are twins, is not published;"
            " the lines join the continents, not pairs.",
            countries=listed(name(country.place_code) for country in pilot),
        )
    )
    rows = [
        {
            _("Country"): name(country.place_code),
            _("Region"): name(cache.places()[country.place_code].region_code or ""),
            _("Note"): country.note,
            _("Source"): country.source_title,
        }
        for country in pilot
    ]
    table.show("pilot", pd.DataFrame(rows))
    table.offer_csv("pilot", pd.DataFrame(rows), "4p1000-pilot")
