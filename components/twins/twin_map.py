"""Every pair on one map, the one that is shown above the others; the pilot's countries ringed."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import pydeck as pdk
import streamlit as st

from components.language.text import _, _n
from components.look import theme
from components.look.theme import Palette
from components.maps import map_layers, world
from components.maps.map_layers import rgb
from components.reader import cache
from components.reader.places import names
from components.reader.view import View
from components.twins import twin_arcs, wording
from store.activities import twins
from store.activities.twins import Pair
from store.models import Place, TwinSide

HEIGHT = 430
FAR = 60  # degrees between two places whose names stand towards each other


def show(pairs: Sequence[Pair], chosen: Pair | None, view: View) -> None:
    """Draw the map with its key below."""
    palette, places = theme.current(), cache.places()
    pilot = cache.ask(twins.pilot_countries, view.as_of)
    centre = world.around(_ends(chosen), view.region) if chosen and view.is_world else None
    zoom = centre[2] if centre else world.zoom(view.region)
    marks = [
        map_layers.pilot_layer(pilot, places, palette),
        *layers(pairs, chosen, places, palette, zoom),
    ]
    deck = world.build(marks, palette, view.region, centre)
    st.pydeck_chart(deck, height=HEIGHT, key="twins_map", alt=describe(pairs, chosen))
    ring = f'<span><i class="dot ring"></i>{escape(_("pilot country (pairs unpublished)"))}</span>'
    key = twin_arcs.legend(pairs, palette) + (ring if pilot else "")
    st.html(f'<div class="legend">{key}</div>')


def _ends(pair: Pair) -> list[tuple[float, float]]:
    return [(side.longitude, side.latitude) for side in pair.sides]


def layers(
    pairs: Sequence[Pair],
    chosen: Pair | None,
    places: Mapping[str, Place],
    palette: Palette,
    zoom: float,
) -> list[pdk.Layer]:
    """All pairs as arcs; the one that is shown with its places by name."""
    drawn = twin_arcs.layers(pairs, places, palette, zoom, chosen)
    if chosen is None:
        return drawn
    first, second = chosen.sides
    spots = [_name(first, second), _name(second, first)]
    return [*drawn, _names(spots, palette)]


def _name(side: TwinSide, other: TwinSide) -> dict[str, Any]:
    """Where a place is called what: far from the other one the words stand on the inner side."""
    span = world.apart(side.longitude, other.longitude)
    anchor = "middle" if abs(span) < FAR else "start" if span > 0 else "end"
    return {
        "position": [side.longitude, side.latitude],
        "name": wording.short(wording.place(side, names())),
        "anchor": anchor,
    }


def _names(spots: list[dict[str, Any]], palette: Palette) -> pdk.Layer:
    return pdk.Layer(
        "TextLayer",
        spots,
        id="twin-names",
        get_position="position",
        get_text="name",
        get_text_anchor="anchor",
        get_size=14,
        get_color=rgb(palette.ink),
        get_pixel_offset=[0, 20],
        character_set="'auto'",
        font_family="'Source Sans, sans-serif'",
        background=True,
        get_background_color=[*rgb(palette.paper), 205],
        background_padding=[5, 2],
    )


def describe(pairs: Sequence[Pair], chosen: Pair | None) -> str:
    """The map in one sentence; the list beside it holds the same pairs."""
    counted = _n(
        "Map of twin regions: {count} pair is known.",
        "Map of twin regions: {count} pairs are known.",
        len(pairs),
    )
    if chosen is None:
        return counted
    shown = _("Shown is {pair}.", pair=wording.label(chosen, names()))
    return f"{counted} {shown}"
