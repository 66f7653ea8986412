"""The map of a chosen indicator by country or region, and the same facts in tables."""

import streamlit as st

from components.activities import activity_list
from components.elements import table
from components.figures import provenance
from components.indicator import regions_chart
from components.language.text import _, _c, _n, day
from components.look import isolation, theme
from components.look.colours import MEETING
from components.look.markup import show_empty
from components.look.theme import Palette
from components.maps import map_layers, shading, world
from components.reader import address, cache
from components.reader.view import View
from components.regions.region_figures import is_regional
from components.wording.figures import turn
from store.figures import approved
from store.models import Activity, ActivityKind
from store.models.places import WORLD
from store.standing import IndicatorStanding, PlanStanding

DEFAULT = "D2-meetings"


def show(plan: PlanStanding, view: View) -> None:
    """Draw the choice, the map with its legend, and the figures as a table."""
    mappable = {
        indicator.indicator.code: indicator
        for objective in plan.objectives
        for indicator in objective.indicators
        if is_regional(indicator)
    }
    labels = {
        code: f"{indicator.indicator.objective_code} · {indicator.indicator.name}"
        for code, indicator in mappable.items()
    }
    first = DEFAULT if DEFAULT in labels else next(iter(labels))
    code = address.choose("indicator", _("Indicator"), labels, default=first)
    standing = mappable[code]
    with isolation.drawing():
        _show_map(standing, shades(standing, view), view)
    with isolation.drawing():
        _show_figures(standing, view)


def _show_map(standing: IndicatorStanding, shades: dict[str, shading.Shade], view: View) -> None:
    palette = theme.current()
    marks = [map_layers.event_layer(events(view), palette)]
    st.html(shading.key(standing.indicator, shades, palette, _meetings(palette)))
    st.pydeck_chart(
        world.build(shades, marks, palette, view.region),
        height=520,
        key="regions_map",
        alt=describe(standing, shades),
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


def _meetings(palette: Palette) -> str:
    """What lies above the countries, as HTML."""
    dot = f'<i class="dot" style="background:{palette.pick(MEETING)}"></i>'
    return f"<span>{dot}{_c('mark on a map', 'meeting')}</span>"


def describe(standing: IndicatorStanding, shades: dict[str, shading.Shade]) -> str:
    """The map in one sentence; its rows stand in the table below."""
    return _n(
        "Map of {name}: {count} country has a figure. The table below holds the same facts.",
        "Map of {name}: {count} countries have a figure. The table below holds the same facts.",
        len(shades),
        name=standing.indicator.name,
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
