"""Regions and twins: the map of a chosen indicator, and the same facts in tables."""

from html import escape

import pandas as pd
import streamlit as st

from components.activities import activity_list
from components.activities.wording import what
from components.elements import table
from components.figures import provenance
from components.indicator import regions_chart
from components.language.text import _, _c, day
from components.look import isolation, theme
from components.look.colours import MEETING
from components.look.markup import show_empty
from components.maps import map_layers, shading, world
from components.reader import address, cache
from components.reader.places import name
from components.reader.view import View
from components.twins import twin_arcs, twins
from components.wording.figures import turn
from store.activities import activities
from store.activities.twins import Pair, pilot_countries
from store.figures import approved
from store.models import Activity, ActivityKind, ReportedBy
from store.models.places import WORLD
from store.standing import IndicatorStanding, PlanStanding

DEFAULT = "D2-meetings"


def show(plan: PlanStanding, view: View) -> None:
    """Draw the choice, the map with its legend, and the tables."""
    mappable = {
        indicator.indicator.code: indicator
        for objective in plan.objectives
        for indicator in objective.indicators
        if indicator.indicator.reported_by in (ReportedBy.REGION, ReportedBy.COUNTRY)
    }
    labels = {
        code: f"{indicator.indicator.objective_code} · {indicator.indicator.name}"
        for code, indicator in mappable.items()
    }
    first = DEFAULT if DEFAULT in labels else next(iter(labels))
    code = address.choose("indicator", _("Indicator"), labels, default=first)
    standing = mappable[code]
    shaded = shades(standing, view)
    with isolation.drawing():
        _show_map(standing, shaded, view)
    with isolation.drawing():
        _show_figures(standing, view)
    with isolation.drawing():
        _show_meetings(view)
    twins.show(plan, view, twins.Shaded(code, shaded, _legend(_classes(standing, shaded))))


def _show_map(standing: IndicatorStanding, shades: dict[str, shading.Shade], view: View) -> None:
    palette, places, pairs = theme.current(), cache.places(), twins.of(view)
    pilot = cache.ask(pilot_countries, view.as_of)
    arcs = cache.derived(
        "arcs",
        (view.until, view.region, palette.name),
        lambda: twin_arcs.layers(pairs, places, palette, world.zoom(view.region)),
    )
    marks = [
        *arcs,
        map_layers.pilot_layer(pilot, places, palette),
        map_layers.event_layer(events(view), palette),
    ]
    st.html(_legend(_classes(standing, shades) + _marks(pairs, has_pilot=bool(pilot))))
    st.pydeck_chart(
        world.build(shades, marks, palette, view.region),
        height=520,
        key="regions_map",
        alt=describe(standing, shades, pairs),
    )


def shades(standing: IndicatorStanding, view: View) -> dict[str, shading.Shade]:
    """The newest figures of the countries to be coloured."""
    return shading.shades(
        standing,
        cache.ask(approved.country_readings, standing.indicator.code, view.until),
        cache.places(),
    )


def events(view: View) -> list[Activity]:
    """Events known on the day, of the region chosen, the last to begin first."""
    return [row for row in activity_list.chosen(view) if row.kind == ActivityKind.EVENT]


def _legend(entries: str) -> str:
    return f'<div class="legend">{entries}</div>'


def _classes(standing: IndicatorStanding, shades: dict[str, shading.Shade]) -> str:
    """The unit and a swatch for each class, as HTML."""
    palette = theme.current()
    swatches = "".join(
        f'<span><i style="background:{colour}"></i>{escape(label)}</span>'
        for colour, label in shading.legend(standing.indicator, shades, palette)
    )
    nothing = f'<span><i style="background:{palette.land}"></i>{_("no figure")}</span>'
    return f"<b>{escape(standing.indicator.unit)}</b>{swatches}{nothing}"


def _marks(pairs: list[Pair], *, has_pilot: bool) -> str:
    """What lies above the countries, as HTML."""
    palette = theme.current()
    colour = palette.pick(MEETING)
    meeting = f'<i class="dot" style="background:{colour}"></i>{_c("mark on a map", "meeting")}'
    ring = f'<i class="dot ring"></i>{_("pilot country (pairs unpublished)")}'
    marks = [meeting, *([ring] if has_pilot else [])]
    return "".join(f"<span>{mark}</span>" for mark in marks) + twin_arcs.legend(pairs, palette)


def describe(
    standing: IndicatorStanding, shades: dict[str, shading.Shade], pairs: list[Pair]
) -> str:
    """The map in one sentence; its rows stand in the tables below."""
    return _(
        "Map of {name}: {count} countries have a figure, {pairs} pairs of twin regions are known."
        " The tables below hold the same facts.",
        name=standing.indicator.name,
        count=len(shades),
        pairs=len(pairs),
    )


def _show_figures(standing: IndicatorStanding, view: View) -> None:
    st.header(standing.indicator.name)
    readings = [reading for reading in provenance.of(standing, view) if reading.place_code != WORLD]
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
    table.offer_csv("regions", lambda: rows, standing.indicator.code)


def _show_meetings(view: View) -> None:
    st.header(_("Meetings"))
    places = cache.places()
    rows = pd.DataFrame(
        [
            {
                _c("first day", "From"): event.starts_on,
                _c("last day", "To"): event.ends_on,
                _("Kind"): what(event),
                _("Meeting"): event.title,
                _("Place"): event.place_name,
                _("Region"): name(activities.region_of(event, places) or WORLD),
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
    table.offer_csv("meetings", lambda: rows, "4p1000-meetings")
