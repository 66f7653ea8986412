"""The layers that maps are made of: countries filled with a figure, meetings, pilot countries."""

import json
from collections.abc import Callable, Iterable
from functools import cache as remember
from pathlib import Path
from typing import Any

import pydeck as pdk

from components import cache, shading
from components.places import name, names
from components.shading import Shade
from components.text import _
from components.theme import Palette
from store.models import Activity, PilotCountry, Place

COUNTRIES = Path(__file__).resolve().parent.parent / "data" / "countries.geojson"
PIXELS = "'pixels'"  # deck.gl reads a bare word as an expression
MEETING = "#d59b2d"
SMALL = 2.0  # degrees

Feature = dict[str, Any]


@remember
def countries() -> list[Feature]:
    """The shapes of all countries, as GeoJSON features; their `code` is ISO 3166-1 alpha-3."""
    return json.loads(COUNTRIES.read_text(encoding="utf-8"))["features"]


@remember
def boxes(code: str) -> list[tuple[float, float, float, float]]:
    """West, south, east and north of each piece of a country, in degrees."""
    geometry = _geometries()[code]
    polygons = geometry["coordinates"]
    rings = [polygon[0] for polygon in ([polygons] if geometry["type"] == "Polygon" else polygons)]
    across = [[x for x, _y in ring] for ring in rings]
    up = [[y for _x, y in ring] for ring in rings]
    return [(min(x), min(y), max(x), max(y)) for x, y in zip(across, up, strict=True)]


@remember
def _geometries() -> dict[str, Feature]:
    return {feature["properties"]["code"]: feature["geometry"] for feature in countries()}


@remember
def is_small(code: str) -> bool:
    """Whether a map of the world shows nothing of a country, as of an atoll."""
    return all(max(east - west, north - south) < SMALL for west, south, east, north in boxes(code))


def country_layers(
    found: dict[str, Shade],
    palette: Palette,
    is_shown: Callable[[str], bool] = lambda _code: True,
) -> list[pdk.Layer]:
    """Countries in the colour of their figure, paper-grey without one; small ones as dots too."""
    ranked, named, places = shading.classes(found, palette), names(), cache.places()
    features, dots = [], []
    for feature in countries():
        code = feature["properties"]["code"]
        if not is_shown(code):
            continue
        shade, said = found.get(code), named.get(code, "")
        looks = {
            "fill": rgb(shading.colour_of(shade, ranked) or palette.land),
            "label": f"{said}: {shade.said}" if shade else said,
        }
        features.append({"type": "Feature", "geometry": feature["geometry"], **looks})
        if shade and code in places and is_small(code):
            dots.append({"position": point(places[code]), **looks})
    shapes = pdk.Layer(
        "GeoJsonLayer",
        features,
        id="countries",
        pickable=True,
        stroked=True,
        get_fill_color="fill",
        get_line_color=rgb(palette.paper),
        line_width_min_pixels=0.6,
    )
    return [shapes, _dots("small-countries", dots, 3.5, (palette.muted, 0.8), fill="fill")]


def event_layer(events: Iterable[Activity], palette: Palette) -> pdk.Layer:
    """A dot for each meeting that has a point."""
    dots = [
        {
            "position": [event.longitude, event.latitude],
            "label": f"{event.title}, {event.place_name}, {event.starts_on.year}",
        }
        for event in events
        if event.latitude is not None
    ]
    return _dots("events", dots, 5, (palette.ink, 1.2), fill=rgb(MEETING))


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
    return _dots("pilot-countries", rings, 6, (palette.ink, 1.6), fill=[*rgb(palette.paper), 225])


def _dots(
    layer: str,
    dots: list[dict[str, Any]],
    radius: float,
    edge: tuple[str, float],
    *,
    fill: str | list[int],
) -> pdk.Layer:
    """Dots with an edge of a colour and width; radius and width in pixels."""
    colour, width = edge
    return pdk.Layer(
        "ScatterplotLayer",
        dots,
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
    """A colour like #22302b as three numbers, 0 to 255."""
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
