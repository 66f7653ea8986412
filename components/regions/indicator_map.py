"""The map of a chosen indicator by country or region, and the same facts in tables."""

import datetime as dt
from dataclasses import replace
from html import escape

import pandas as pd
import streamlit as st

from components.activities import activity_list
from components.elements import captions, chart, table
from components.figures import provenance
from components.indicator import regions_chart
from components.language.text import _, _c, _n, day
from components.look import isolation, theme
from components.look.colours import MEETING
from components.look.markup import show_empty, show_note
from components.look.theme import Palette
from components.maps import equal_earth, shading
from components.reader import address, cache
from components.reader.view import View
from components.regions.region_figures import is_regional
from components.wording.figures import turn
from store.figures import approved
from store.figures.approved import Reading
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
        _show_map(standing, view)
    with isolation.drawing():
        _show_figures(standing, view)


def _show_map(standing: IndicatorStanding, view: View) -> None:
    """Draw the map of what was known of a year, which the reader moves."""
    palette, places = theme.current(), cache.places()
    code = standing.indicator.code
    regional = [one for one in standing.readings if one.place_code != WORLD]
    years = sorted(
        {one.period_end.year for one in regional if one.figure is not None}
        | {*cache.ask(approved.country_years, code, view.until)}
    )
    last = years[-1] if years else view.as_of.year
    options = {str(year): str(year) for year in years} or {str(last): str(last)}
    year = int(address.slide("year", _("Figures until the end of"), options, default=str(last)))
    readings = cache.ask(approved.newest_figures, code, view.until, dt.date(year, 12, 31))
    told = [one for one in (*standing.readings, *readings) if one.figure is not None]
    shades = of_year(standing, readings, year)
    st.html(shading.key(standing.indicator, shades, palette, _marks(palette, shades, year)))
    data = equal_earth.frame(shades, events(view), places, palette, view.region, year)
    kinds, invented = frozenset(data["kind"]), cache.is_invented()
    st.vega_lite_chart(
        data,
        equal_earth.build(palette, kinds, view.region, invented=invented),
        theme=None,
        width="stretch",
        key="regions_map",
        alt=describe(standing, shades, year),
    )
    chart.offer_picture(
        "regions_map",
        data,
        equal_earth.build(palette, kinds, view.region, invented=invented, is_alone=True),
        captions.Caption(
            title=f"{standing.indicator.objective_code} · {standing.indicator.name}",
            meaning=_("Figures until the end of {year}; equal areas.", year=year),
            source=captions.cited(one.source_title for one in told),
        ),
        view,
    )


def of_year(
    standing: IndicatorStanding, readings: list[Reading], year: int
) -> dict[str, shading.Shade]:
    """The newest figures up to the end of a year of the countries to be coloured."""
    until = replace(
        standing, readings=tuple(one for one in standing.readings if one.period_end.year <= year)
    )
    early = [one for one in readings if one.period_end.year <= year]
    return shading.shades(until, early, cache.places())


def events(view: View) -> list[Activity]:
    """Events known on the day, of the region chosen, the last to begin first."""
    return [row for row in activity_list.chosen(view) if row.kind == ActivityKind.EVENT]


def _marks(palette: Palette, shades: dict[str, shading.Shade], year: int) -> str:
    """What a fill that is paler means, and what lies above the countries, as HTML."""
    words = []
    if any(shade.year < year for shade in shades.values()):
        words.append(_("paler: older than {year}", year=year))
    if any(shade.is_regional for shade in shades.values()):
        words.append(_("all paler: figures of regions, laid on each of their countries"))
    dot = f'<i class="dot" style="background:{palette.pick(MEETING)}"></i>'
    meeting = f"<span>{dot}{escape(_c('mark on a map', 'meeting'))}</span>"
    return "".join(f"<span>{escape(word)}</span>" for word in words) + meeting


def describe(standing: IndicatorStanding, shades: dict[str, shading.Shade], year: int) -> str:
    """The map in one sentence; its rows stand in the table below."""
    return _n(
        "Map of {name} until the end of {year}: {count} country has a figure. The table below"
        " holds the same facts.",
        "Map of {name} until the end of {year}: {count} countries have a figure. The table below"
        " holds the same facts.",
        len(shades),
        name=standing.indicator.name,
        year=year,
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
    if cut := provenance.cut(readings):
        show_note(cut)
    table.show("regions", rows)
    table.offer_csv("regions", lambda: _every(standing, view), standing.indicator.code)


def _every(standing: IndicatorStanding, view: View) -> pd.DataFrame:
    readings = [one for one in provenance.every(standing, view) if one.place_code != WORLD]
    return provenance.rows(standing, readings, view)
