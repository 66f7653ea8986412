"""The world map, offline: what lies on the land, as activities, twins and the pilot."""

import json
from collections.abc import Iterable
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


def build(marks: Iterable[pdk.Layer], palette: Palette, region: str) -> Map:
    """The land of a region, or of the world, with layers of marks above it."""
    latitude, longitude, zoom = CENTRES[region]
    return deck(
        [map_layers.land_layer(palette), *marks],
        pdk.ViewState(latitude=latitude, longitude=longitude, zoom=zoom),
        goes_on=region in ACROSS_THE_EDGE,
    )


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
