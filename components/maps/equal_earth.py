"""A map of countries on an equal-area projection: fills, paler where old, and dots above them."""

from collections.abc import Iterable, Mapping
from typing import Any

import altair as alt
import pandas as pd

from components.elements.land import LAND
from components.language.text import _
from components.look import theme
from components.look.colours import MEETING
from components.look.theme import Palette
from components.maps import countries, map_layers, shading, world
from components.maps.shading import Shade
from components.reader.places import names
from store.models import Activity, Place
from store.models.places import WORLD

COLUMNS = ["kind", "code", "name", "said", "fill", "left", "longitude", "latitude"]
RATIO = 0.49  # height to width of the world on this projection
FADING, PALEST = 0.18, 0.35  # what a year takes of a colour, and what is always left
REGIONAL = 0.6  # of the colour, where a figure of the region stands for each of its countries
TURNED = -11.0  # degrees: the map's edge cuts the Bering Strait, not Asia


def frame(
    shades: Mapping[str, Shade],
    events: Iterable[Activity],
    places: Mapping[str, Place],
    palette: Palette,
    region: str,
    year: int,
) -> pd.DataFrame:
    """A row a country, one more for a country too small to be seen, and one a meeting.

    Shape: columns are COLUMNS; `kind` is land, small or meeting.
    Unit:  left is a share of the colour's strength, 0 to 1; longitude and latitude in degrees.
    """
    ranked, named = shading.classes(dict(shades), palette), names()
    rows: list[dict[str, object]] = []
    for feature in countries.features():
        code = feature["properties"]["code"]
        place = places.get(code)
        if region != WORLD and (place is None or place.region_code != f"R-{region}"):
            continue
        shade = shades.get(code)
        row: dict[str, object] = {
            "code": code,
            "name": named.get(code, ""),
            "said": shade.said if shade else _("no figure"),
            "fill": shading.colour_of(shade, ranked) or palette.land,
            "left": strength(shade, year),
        }
        rows.append({"kind": "land"} | row)
        if shade and place and countries.is_small(code):
            longitude, latitude = map_layers.point(place)
            rows.append({"kind": "small", "longitude": longitude, "latitude": latitude} | row)
    rows += [
        {
            "kind": "meeting",
            "name": event.title,
            "said": f"{event.place_name}, {event.starts_on.year}",
            "longitude": event.longitude,
            "latitude": event.latitude,
        }
        for event in events
        if event.latitude is not None
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def strength(shade: Shade | None, year: int) -> float:
    """How strong a fill is: whole for a country's own figure of the year, paler for older ones."""
    if shade is None:
        return 1.0
    own = REGIONAL if shade.is_regional else 1.0
    return round(max(PALEST, own - FADING * max(0, year - shade.year)), 2)


def build(
    palette: Palette, kinds: frozenset[str], region: str, *, invented: bool, is_alone: bool = False
) -> dict[str, Any]:
    """The map as Vega-Lite without rows; one that is to stand alone holds the shapes itself.

    `kinds` are the kinds of rows in the frame.
    """
    shapes: dict[str, Any] = {"format": {"type": "json", "property": "features"}}
    shapes |= {"values": LAND.text} if is_alone or not LAND.address else {"url": LAND.address}
    tooltip = [alt.Tooltip("name:N", title=_("Place")), alt.Tooltip("said:N", title=_("Figure"))]
    base = alt.Chart().encode(tooltip=tooltip)
    land = (
        base.transform_filter("datum.kind == 'land'")
        .mark_geoshape(stroke=palette.paper, strokeWidth=0.5)
        .encode(
            shape=alt.Shape("geo", type="geojson"),
            fill=alt.Fill("fill:N", scale=None),
            fillOpacity=alt.FillOpacity("left:Q", scale=None),
        )
    )
    spots = base.encode(longitude=alt.Longitude("longitude:Q"), latitude=alt.Latitude("latitude:Q"))
    small = (
        spots.transform_filter("datum.kind == 'small'")
        .mark_circle(size=42, opacity=1, stroke=palette.muted, strokeWidth=0.8)
        .encode(fill=alt.Fill("fill:N", scale=None))
    )
    meetings = spots.transform_filter("datum.kind == 'meeting'").mark_circle(
        size=70, opacity=1, fill=palette.pick(MEETING), stroke=palette.paper, strokeWidth=1.2
    )
    turned = TURNED if region == WORLD else -world.CENTRES[region][1]
    marks = {"small": small, "meeting": meetings}
    drawn = [land, *(layer for kind, layer in marks.items() if kind in kinds)]
    chart = alt.layer(*drawn, data=alt.NamedData("source")).project(
        "equalEarth", rotate=[turned, 0, 0]
    )
    spec = theme.specify(
        chart.properties(width="container", height=480), palette, invented=invented
    )
    # Altair would read the address, and every point of every shape.
    looked_up = {"lookup": "code", "from": {"data": shapes, "key": "properties.code"}, "as": "geo"}
    spec["layer"][0]["transform"] += [looked_up, {"filter": "isValid(datum.geo)"}]
    return spec
