"""The layers that maps are made of: countries filled with a figure, meetings, pilot countries."""

from collections.abc import Callable, Iterable
from typing import Any

import pydeck as pdk

from components.elements import land
from components.language.text import _
from components.look.theme import Palette
from components.maps import countries, shading
from components.maps.shading import Shade
from components.reader import cache
from components.reader.places import name, names
from store.models import PilotCountry, Place

PIXELS = "'pixels'"  # deck.gl reads a bare word as an expression
BORDER = 0.7  # pixels


def country_layers(
    shades: dict[str, Shade],
    palette: Palette,
    is_shown: Callable[[str], bool] = lambda _code: True,
) -> list[pdk.Layer]:
    """Countries in the colour of their figure, paper-grey without one; small ones as dots too."""
    ranked, named, places = shading.classes(shades, palette), names(), cache.places()
    features, spots = [], []
    for feature in countries.features():
        code = feature["properties"]["code"]
        if not is_shown(code):
            continue
        shade, label = shades.get(code), named.get(code, "")
        looks = {
            "fill": rgb(shading.colour_of(shade, ranked) or palette.land),
            "label": f"{label}: {shade.said}" if shade else label,
        }
        features.append({"type": "Feature", "geometry": feature["geometry"], **looks})
        if shade and code in places and countries.is_small(code):
            spots.append({"position": point(places[code]), **looks})
    shapes = pdk.Layer(
        "GeoJsonLayer",
        features,
        id="countries",
        pickable=True,
        stroked=False,
        get_fill_color="fill",
    )
    borders = pdk.Layer(
        "PathLayer",
        [{"path": line} for code, line in countries.borders() if is_shown(code)],
        id="borders",
        get_path="path",
        get_color=rgb(palette.paper),
        get_width=BORDER,
        width_units=PIXELS,
    )
    return [shapes, borders, dots("small-countries", spots, 3.5, (palette.muted, 0.8), fill="fill")]


def land_layer(palette: Palette) -> pdk.Layer:
    """The land without a figure; browsers keep the shapes."""
    return pdk.Layer(
        "GeoJsonLayer",
        land.source(),
        id="land",
        pickable=True,  # it says the name of each country
        stroked=True,
        get_fill_color=rgb(palette.land),
        get_line_color=rgb(palette.paper),
        get_line_width=BORDER,
        line_width_units=PIXELS,
    )


def pilot_layer(
    pilot: Iterable[PilotCountry], places: dict[str, Place], palette: Palette
) -> pdk.Layer:
    """A ring on each country of the pilot; which of them are paired is not published."""
    rings = [
        {
            "position": point(places[country.place_code]),
            "label": _(
                "{country}: pilot country (pairs unpublished)", country=name(country.place_code)
            ),
        }
        for country in pilot
        if country.place_code in places
    ]
    # Paper inside the ring: seen on dark land, and met by the pointer.
    return dots("pilot-countries", rings, 6, (palette.ink, 1.6), fill=[*rgb(palette.paper), 225])


def dots(
    layer: str,
    spots: list[dict[str, Any]],
    radius: float | str,
    edge: tuple[str, float],
    *,
    fill: str | list[int],
) -> pdk.Layer:
    """Dots with an edge of a colour and width; radius and width in pixels.

    `radius` and `fill` are the same for all, or name what each of them has of its own.
    """
    colour, width = edge
    return pdk.Layer(
        "ScatterplotLayer",
        spots,
        id=layer,
        pickable=True,
        get_position="position",
        get_radius=radius,
        radius_units=PIXELS,
        get_fill_color=fill,
        stroked=True,
        get_line_color=rgb(colour),
        get_line_width=width,
        line_width_units=PIXELS,
    )


def point(place: Place) -> list[float]:
    """Where the map writes a place's name, as [longitude, latitude]."""
    return [place.longitude or 0.0, place.latitude or 0.0]


def rgb(colour: str) -> list[int]:
    """A colour, #rrggbb, as three numbers, 0 to 255."""
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
