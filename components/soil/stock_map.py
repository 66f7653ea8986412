"""The map of stocks by country, with the pilot and the twin pairs, drawn by pydeck."""

import html
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass

import pydeck as pdk
from pydeck.types import String

from components.language.text import _, number
from components.look import colours
from components.look.theme import FONT, Palette
from components.maps import countries as shapes
from components.maps import map_layers, world
from components.maps.map_layers import PIXELS, dots, point, rgb
from components.reader import cache
from components.reader.places import name, names
from components.soil import measures
from components.soil.measures import Measure
from components.twins import twin_arcs
from store.activities.twins import Pair
from store.models import Place
from store.soil.stocks import WORLD, Stock

OUTLINE = 1.8  # pixels around a country of the pilot
# Where the names of the pilot's countries stand, in pixels from the country.
BESIDE = {
    "DEU": (8, -22),
    "FRA": (-14, -4),
    "ESP": (-14, 6),
    "MLI": (-16, -6),
    "BEN": (-2, 22),
    "COD": (-16, 26),
}
SITE = 6  # pixels, radius of a site
LONGEST = 22  # letters of a line beside a country
WHOLE = 10  # from here on a number beside a name has no decimals


@dataclass(frozen=True, slots=True)
class Shown:
    """What a map shows: a measure of these stocks, the pilot's countries and the twin pairs."""

    measure: Measure
    stocks: Mapping[str, Stock]
    pilot: tuple[str, ...]
    pairs: list[Pair]
    sites: list[tuple[str, float, float]]  # what to write there, longitude, latitude


def build(shown: Shown, palette: Palette) -> world.Map:
    """The map of the world."""
    places = cache.places()
    layers = [
        _countries(shown, palette),
        _borders(palette),
        *([_circles(shown, places, palette)] if shown.measure.is_amount else []),
        _outlines(shown, palette),
        *twin_arcs.layers(shown.pairs, places, palette, world.zoom(WORLD)),
        _labels(shown, places, palette),
        *([_sites(shown, palette)] if shown.sites else []),
    ]
    latitude, longitude, zoom = world.CENTRES[WORLD]
    view = pdk.ViewState(latitude=latitude, longitude=longitude, zoom=zoom)
    return world.deck(layers, view, goes_on=False)


def _countries(shown: Shown, palette: Palette) -> pdk.Layer:
    named = names()
    features = []
    for feature in shapes.features():
        code = feature["properties"]["code"]
        stock = shown.stocks.get(code)
        filled = stock is not None and not shown.measure.is_amount
        fill = measures.colour(shown.measure, stock, palette) if stock and filled else palette.land
        label = (
            measures.said(shown.measure, stock)
            if stock
            else _("{country}: not mapped", country=named.get(code, "–"))
        )
        looks = {"fill": rgb(fill), "label": label, "code": code}
        features.append({"type": "Feature", "geometry": feature["geometry"], **looks})
    return pdk.Layer(
        "GeoJsonLayer",
        features,
        id="soil-countries",
        pickable=True,
        stroked=False,
        get_fill_color="fill",
    )


def _borders(palette: Palette) -> pdk.Layer:
    return pdk.Layer(
        "PathLayer",
        [{"path": line} for _code, line in shapes.borders()],
        id="soil-borders",
        get_path="path",
        get_color=rgb(palette.paper),
        get_width=map_layers.BORDER,
        width_units=PIXELS,
    )


def _outlines(shown: Shown, palette: Palette) -> pdk.Layer:
    """The countries of the pilot: nothing is filled, so that the class below is seen."""
    features = [
        feature for feature in shapes.features() if feature["properties"]["code"] in shown.pilot
    ]
    return pdk.Layer(
        "GeoJsonLayer",
        [{"type": "Feature", "geometry": feature["geometry"]} for feature in features],
        id="soil-pilot",
        filled=False,
        stroked=True,
        get_line_color=rgb(palette.pick(colours.PILOT)),
        get_line_width=OUTLINE,
        line_width_units=PIXELS,
    )


def _labels(shown: Shown, places: Mapping[str, Place], palette: Palette) -> pdk.Layer:
    texts = [
        {
            "position": point(places[code]),
            "text": "\n".join(label(shown.measure, shown.stocks[code])),
            "offset": BESIDE.get(code, (0, 0)),
            "anchor": "start" if BESIDE.get(code, (1, 0))[0] > 0 else "end",
        }
        for code in shown.pilot
        if code in shown.stocks
    ]
    letters = {letter for text in texts for letter in str(text["text"])}
    return pdk.Layer(
        "TextLayer",
        texts,
        id="soil-labels",
        get_position="position",
        get_text="text",
        get_size=13,
        get_pixel_offset="offset",
        get_text_anchor="anchor",
        font_family=String(FONT),
        character_set=String("".join(sorted(letters))),
        get_color=rgb(palette.pick(colours.PILOT)),
        background=True,
        get_background_color=[*rgb(palette.paper), 215],
        background_padding=[4, 2],
    )


def label(measure: Measure, stock: Stock) -> list[str]:
    """Name and number of a country in short lines."""
    return textwrap.wrap(f"{name(stock.place)} {short(measure, stock)}", LONGEST)


def short(measure: Measure, stock: Stock) -> str:
    """The bare number of a country, as it stands beside its name."""
    value = measure.of(stock)
    return number(value, 0 if abs(value) >= WHOLE else 1)


def _circles(shown: Shown, places: Mapping[str, Place], palette: Palette) -> pdk.Layer:
    most = max(shown.measure.of(stock) for stock in shown.stocks.values())
    spots = [
        {
            "position": point(places[code]),
            "radius": measures.radius(shown.measure, stock, most),
            "label": measures.said(shown.measure, stock),
            "code": code,
        }
        for code, stock in shown.stocks.items()
        if code in places
    ]
    fill = [*rgb(palette.pick(colours.SOIL[4])), 190]
    return dots("soil-circles", spots, "radius", (palette.paper, 0.8), fill=fill)


def _sites(shown: Shown, palette: Palette) -> pdk.Layer:
    """The sites at which members measured."""
    spots = [
        {"position": [longitude, latitude], "radius": SITE, "label": label}
        for label, longitude, latitude in shown.sites
    ]
    fill = [*rgb(palette.pick(colours.POSSIBLE)), 255]
    return dots("soil-sites", spots, "radius", (palette.paper, 1.5), fill=fill)


def legend(shown: Shown, palette: Palette) -> str:
    """Unit, classes and marks, as HTML."""
    unit = f"<b>{html.escape(shown.measure.unit)}</b>"
    if shown.measure.is_amount:
        colour = palette.pick(colours.SOIL[4])
        said = html.escape(_("area of the circle: amount"))
        swatches = f'<span><i class="dot" style="background:{colour}"></i>{said}</span>'
    else:
        swatches = "".join(
            f'<span><i style="background:{colour}"></i>{html.escape(said)}</span>'
            for colour, said in measures.classes(shown.measure, palette)
        )
        nothing = html.escape(_("not mapped"))
        swatches += f'<span><i style="background:{palette.land}"></i>{nothing}</span>'
    outline = ""
    if shown.pilot:
        drawn = f"border:2px solid {palette.pick(colours.PILOT)}"
        said = html.escape(_("country of the twin pilot"))
        outline = f'<span><i style="{drawn}"></i>{said}</span>'
    pairs = twin_arcs.legend(shown.pairs, palette)
    sites = ""
    if shown.sites:
        fill = palette.pick(colours.POSSIBLE)
        measured = html.escape(_("site that a member measured"))
        sites = f'<span><i class="dot" style="background:{fill}"></i>{measured}</span>'
    return f'<div class="legend">{unit}{swatches}{outline}{pairs}{sites}</div>'
