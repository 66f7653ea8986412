"""The world map, offline: what lies on the land, as activities, twins and the pilot."""

import json
import math
from collections.abc import Iterable, Sequence
from typing import Any

import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

from components.look.theme import Palette
from components.maps import map_layers
from store.models.places import WORLD

CENTRES = {
    WORLD: (22.0, 12.0, 0.95),
    "AFR": (2.0, 18.0, 2.2),
    "APA": (8.0, 128.0, 1.6),
    "EUR": (55.0, 35.0, 2.1),
    "LAC": (-15.0, -65.0, 2.0),
    "NAM": (55.0, -95.0, 1.9),
}
HALF = 180.0  # degrees around the world
TILE, PHONE = 512, 300  # pixels of the world at zoom 0, and of two points apart on a phone
LOWEST = -10.0  # latitude at which a map opens
ACROSS_THE_EDGE = {"APA"}  # regions on both sides of 180 degrees
TOOLTIP = {
    "text": "{label}",  # as text, never as HTML
    "style": {
        "fontSize": "13px",
        "maxWidth": "22rem",
        "overflowWrap": "anywhere",
        "whiteSpace": "pre-line",
    },
}
# What pydeck documents and does not type; without the first it calls a server of tiles.
OFFLINE: dict[str, Any] = {"map_provider": None, "tooltip": TOOLTIP}


class Map(pdk.Deck):
    """A deck that is sent without the line breaks of pydeck's own JSON.

    They make it four times longer, and writing them ten times slower.
    """

    def to_json(self) -> str:
        """The deck as JSON."""
        return json.dumps(self, default=default_serialize, sort_keys=True, separators=(",", ":"))


class Written(pdk.Deck):
    """A map that is JSON already, to be kept and shown again."""

    def __init__(self, drawn: Map) -> None:
        """Write the map, once."""
        self.layers = []
        self._tooltip = TOOLTIP
        self._written = drawn.to_json()

    def to_json(self) -> str:
        """The map as JSON."""
        return self._written


Centre = tuple[float, float, float]  # latitude and longitude in degrees, zoom


def build(
    marks: Iterable[pdk.Layer], palette: Palette, region: str, centre: Centre | None = None
) -> Map:
    """The land of a region, or of the world, with layers of marks above it.

    It opens at a `centre` of its own, if there is one, and goes on all around it then.
    """
    latitude, longitude, zoom = centre or CENTRES[region]
    return deck(
        [map_layers.land_layer(palette), *marks],
        pdk.ViewState(latitude=latitude, longitude=longitude, zoom=zoom),
        goes_on=centre is not None or region in ACROSS_THE_EDGE,
    )


def apart(first: float, second: float) -> float:
    """How far east of the first longitude the second lies by the shorter way, -180 to 180."""
    return (second - first + HALF) % (2 * HALF) - HALF


def around(ends: Sequence[tuple[float, float]], region: str) -> Centre:
    """Where the map of a region opens to hold two points, (longitude, latitude), on a phone too.

    The way between them that is drawn is the shorter one, be it over the edge of the map.
    """
    (west, south), (east, north) = ends
    span = apart(west, east)
    fits = math.log2(PHONE * 2 * HALF / (TILE * max(abs(span), 1.0)))
    latitude = min(max((south + north) / 2, LOWEST), CENTRES[region][0])
    longitude = (west + span / 2 + HALF) % (2 * HALF) - HALF
    return latitude, longitude, min(fits, CENTRES[region][2])


def zoom(region: str) -> float:
    """How near the map of a region, or of the world, opens."""
    return CENTRES[region][2]


def deck(layers: list[pdk.Layer], view: pdk.ViewState, *, goes_on: bool) -> Map:
    """Layers as a map: no tiles, paper-coloured sea, literal tooltips.

    A map that `goes_on` shows what lies beyond 180 degrees; another one ends there.
    """
    return Map(
        layers=layers,
        initial_view_state=view,
        views=[pdk.View(type="MapView", controller=True, repeat=goes_on)],
        **OFFLINE,
    )
