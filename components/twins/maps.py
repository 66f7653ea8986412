"""Both places of a pair side by side: one indicator, one legend, one zoom, the same classes."""

import html
import math

import pydeck as pdk
import streamlit as st

from components.language.markdown import escape
from components.language.text import _, number
from components.look import theme
from components.look.markup import show_note
from components.look.theme import Palette
from components.maps import countries, map_layers, shading, world
from components.maps.map_layers import rgb
from components.maps.shading import Shade
from components.reader import cache
from components.reader.places import Names, names
from components.reader.view import View
from components.twins import twin_arcs, wording
from store.activities.twins import OBJECTIVE, Pair
from store.figures import approved
from store.models import TwinSide
from store.standing import PlanStanding

ZOOM = 3.2
HEIGHT = 380
REACH = 30.0  # degrees around the label point; what lies beyond is never in the picture
METRES_PER_PIXEL = 78271.5  # of Web Mercator at the equator and zoom 0
BAR = 80  # pixels, about the length of the scale


def show(pair: Pair, plan: PlanStanding, view: View) -> None:
    """Draw a map for each place, centred on its label point; countries by what they say of F1."""
    palette, named = theme.current(), names()
    standing = next(one for one in plan.indicators if one.indicator.objective_code == OBJECTIVE)
    readings = cache.ask(approved.newest_figures, standing.indicator.code, view.until)
    shades = shading.shades(standing, readings, cache.places())
    show_note(standing.indicator.name)
    st.html(shading.key(standing.indicator, shades, palette))
    drawn = cache.derived(
        "twin maps",
        (pair.row.id, plan.plan.code, view.until, palette.name),
        lambda: [world.Written(build(pair, side, shades, palette)) for side in pair.sides],
    )
    for column, side, map_ in zip(st.columns(2), pair.sides, drawn, strict=True):
        with column:
            st.subheader(escape(wording.short(wording.place(side, named))))
            st.pydeck_chart(
                map_,
                height=HEIGHT,
                key=f"twin_map_{side.side}",
                alt=describe(side, shades, named),
            )
            fact = html.escape(_fact(side, shades, named))
            st.html(f'<p class="note">{_scale(side)} · {fact}</p>')


def build(pair: Pair, side: TwinSide, shades: dict[str, Shade], palette: Palette) -> world.Map:
    """The map around one place, with its label point."""
    layers = [
        *map_layers.country_layers(shades, palette, lambda code: _is_near(code, side)),
        *_label(pair, side, palette),
    ]
    view = pdk.ViewState(latitude=side.latitude, longitude=side.longitude, zoom=ZOOM)
    return world.deck(layers, view, goes_on=True)


def describe(side: TwinSide, shades: dict[str, Shade], named: Names) -> str:
    """The map in one sentence."""
    return _(
        "Map around {place}. {fact}",
        place=wording.place(side, named),
        fact=_fact(side, shades, named),
    )


def _fact(side: TwinSide, shades: dict[str, Shade], named: Names) -> str:
    """What the country is coloured by, which an atoll is too small to show."""
    shade = shades.get(side.place_code)
    figure = shade.said if shade else _("no figure")
    return _("{place}: {said}", place=named[side.place_code], said=figure)


def _is_near(code: str, side: TwinSide) -> bool:
    """Whether any part of a country lies within REACH of the place, across 180 degrees too."""
    return any(
        south - REACH <= side.latitude <= north + REACH
        and (side.longitude - west + REACH) % 360 <= east - west + 2 * REACH
        for west, south, east, north in countries.boxes(code)
    )


def _label(pair: Pair, side: TwinSide, palette: Palette) -> list[pdk.Layer]:
    """The dot at the label point, and the place's name beside it."""
    words = wording.place(side, names())
    spot = {
        "position": [side.longitude, side.latitude],
        "name": wording.short(side.name),
        "label": twin_arcs.cut(f"{words} · {pair.row.name}"),
    }
    ink = rgb(palette.ink)
    dot = map_layers.dots("label-point", [spot], 6, (palette.paper, 1.5), fill=ink)
    text = pdk.Layer(
        "TextLayer",
        [spot],
        id="label",
        get_position="position",
        get_text="name",
        get_size=14,
        get_color=rgb(palette.ink),
        get_pixel_offset=[0, -16],
        character_set="'auto'",
        font_family="'Source Sans, sans-serif'",
        background=True,
        get_background_color=[*rgb(palette.paper), 215],
        background_padding=[5, 2],
    )
    return [dot, text]


def _scale(side: TwinSide) -> str:
    """A bar as long as so many kilometres are at the label point when the map opens."""
    metres = METRES_PER_PIXEL * math.cos(math.radians(side.latitude)) / 2**ZOOM
    reach = max(metres * BAR / 1000, 1)
    power = 10 ** math.floor(math.log10(reach))
    kilometres = max(step * power for step in (1, 2, 5) if step * power <= reach)
    width = kilometres * 1000 / max(metres, 1)
    distance = _("{distance} km", distance=number(kilometres))
    return f'<i class="scale" style="width:{width:.0f}px"></i>{distance}'
