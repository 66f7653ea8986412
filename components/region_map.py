"""The world map, offline: one indicator by country or region, meetings, twins and the pilot."""

from collections.abc import Iterable

import pydeck as pdk

from components import map_layers
from components.shading import Shade
from components.theme import Palette

CENTRES = {
    "WLD": (22.0, 12.0, 0.95),
    "AFR": (2.0, 18.0, 2.2),
    "APA": (8.0, 128.0, 1.6),
    "EUR": (55.0, 35.0, 2.1),
    "LAC": (-15.0, -65.0, 2.0),
    "NAM": (55.0, -95.0, 1.9),
}
ACROSS_THE_EDGE = {"APA"}  # regions on both sides of 180 degrees
TOOLTIP_STYLE = {"fontSize": "13px", "maxWidth": "22rem", "overflowWrap": "anywhere"}


def build(
    found: dict[str, Shade], marks: Iterable[pdk.Layer], palette: Palette, region: str
) -> pdk.Deck:
    """The map of a region, or of the world, with layers of marks above the countries."""
    latitude, longitude, zoom = CENTRES[region]
    return deck(
        [*map_layers.country_layers(found, palette), *marks],
        pdk.ViewState(latitude=latitude, longitude=longitude, zoom=zoom),
        goes_on=region in ACROSS_THE_EDGE,
    )


def deck(layers: list[pdk.Layer], view: pdk.ViewState, *, goes_on: bool) -> pdk.Deck:
    """Layers as a map: no tiles, paper-coloured sea, literal tooltips.

    A map that `goes_on` shows what lies beyond 180 degrees; another one ends there.
    """
    return pdk.Deck(
        layers=layers,
        initial_view_state=view,
        views=[pdk.View(type="MapView", controller=True, repeat=goes_on)],
        map_provider=None,  # pyright: ignore[reportArgumentType]  # documented; else a tile server is called
        tooltip={"text": "{label}", "style": TOOLTIP_STYLE},  # pyright: ignore[reportArgumentType]
    )
