"""What every map shares: the land, the view of a region, no tile from anywhere."""

import json
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pydeck as pdk

from components.theme import Palette

COUNTRIES = Path(__file__).resolve().parent.parent / "data" / "countries.geojson"
# Latitude, longitude and zoom that show a region whole.
CENTRES = {
    "WLD": (22.0, 12.0, 0.95),
    "AFR": (2.0, 18.0, 2.2),
    "APA": (12.0, 110.0, 1.6),
    "EUR": (55.0, 35.0, 2.1),
    "LAC": (-15.0, -65.0, 2.0),
    "NAM": (55.0, -95.0, 1.9),
}
TOOLTIP_STYLE = {"fontSize": "13px", "maxWidth": "22rem", "whiteSpace": "pre-line"}


@cache
def countries() -> list[dict[str, Any]]:
    """Every country as a GeoJSON feature, its code under `properties`."""
    return json.loads(COUNTRIES.read_text())["features"]


class Drawn(pdk.Deck):
    """A deck that is written as JSON once: half a megabyte of borders takes a tenth of a second."""

    @cached_property
    def _json(self) -> str:
        return super().to_json()

    def to_json(self) -> str:
        """The deck as JSON."""
        return self._json


def build(layers: list[pdk.Layer], region: str) -> pdk.Deck:
    """The deck, offline: layers of our own, no tiles, literal text under the pointer."""
    latitude, longitude, zoom = CENTRES[region]
    return Drawn(
        layers=layers,
        initial_view_state=pdk.ViewState(latitude=latitude, longitude=longitude, zoom=zoom),
        views=[pdk.View(type="MapView", controller=True, repeat=False)],
        map_provider=None,  # pyright: ignore[reportArgumentType]  # documented; else a tile server is called
        tooltip={"text": "{label}", "style": TOOLTIP_STYLE},  # pyright: ignore[reportArgumentType]
    )


def land(palette: Palette) -> pdk.Layer:
    """All countries in the colour of land, without a figure."""
    return pdk.Layer(
        "GeoJsonLayer",
        countries(),
        id="land",
        stroked=True,
        get_fill_color=rgb(palette.land),
        get_line_color=rgb(palette.paper),
        line_width_min_pixels=0.6,
    )


def rgb(colour: str) -> list[int]:
    """A colour like "#14594a" as three numbers, 0 to 255."""
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
