"""The map: one indicator by country or region, meetings as points, the pilot's countries joined."""

import datetime as dt
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pydeck as pdk

from components.text import _, number
from components.theme import Palette
from components.words import reading_figure
from store.models import Activity, Indicator, PilotCountry, Place
from store.queries import Reading
from store.standing import IndicatorStanding

COUNTRIES = Path(__file__).resolve().parent.parent / "data" / "countries.geojson"
CENTRES = {
    "WLD": (22.0, 12.0, 0.95),
    "AFR": (2.0, 18.0, 2.2),
    "APA": (12.0, 110.0, 1.6),
    "EUR": (55.0, 35.0, 2.1),
    "LAC": (-15.0, -65.0, 2.0),
    "NAM": (55.0, -95.0, 1.9),
}
TOOLTIP_STYLE = {"fontSize": "13px", "maxWidth": "22rem"}


@dataclass(frozen=True, slots=True)
class Shade:
    """What a country is filled with, and the sentence under the pointer."""

    figure: float | None
    said: str


def shades(
    standing: IndicatorStanding, countries: list[Reading], places: dict[str, Place]
) -> dict[str, Shade]:
    """The newest figure of each country, or of its region where countries do not report.

    Shape: keys are ISO 3166-1 alpha-3 codes; a country without a figure has no key.
    """
    if standing.indicator.reported_by == "country":
        return {
            reading.place_code: _shade(standing, reading)
            for reading in countries  # oldest first: the newest stays
            if reading.figure is not None
        }
    regional = {
        reading.place_code: _shade(standing, reading)
        for reading in standing.readings
        if reading.figure is not None and reading.place_code.startswith("R-")
    }
    return {
        place.code: regional[place.region_code]
        for place in places.values()
        if place.kind == "country" and place.region_code in regional
    }


def _shade(standing: IndicatorStanding, reading: Reading) -> Shade:
    said = reading_figure(standing.indicator, reading)
    return Shade(reading.figure, f"{said}, {reading.period_end.year}")


def classes(found: dict[str, Shade], palette: Palette) -> list[tuple[float, str]]:
    """The upper bound of each class of the ramp with its colour; few values need few classes."""
    figures = sorted({shade.figure for shade in found.values() if shade.figure is not None})
    if not figures:
        return []
    steps = min(len(figures), len(palette.ramp))
    bounds = [figures[(len(figures) * (step + 1)) // steps - 1] for step in range(steps)]
    top = len(palette.ramp) - 1
    colours = [palette.ramp[top * step // (steps - 1) if steps > 1 else 2] for step in range(steps)]
    return list(zip(bounds, colours, strict=True))


def legend(
    indicator: Indicator, found: dict[str, Shade], palette: Palette
) -> list[tuple[str, str]]:
    """Colour and label of each class, the lowest first."""
    if indicator.roll_up == "units":
        return [
            (colour, _("yes") if bound else _("no")) for bound, colour in classes(found, palette)
        ]
    rows, low = [], None
    for bound, colour in classes(found, palette):
        label = number(bound) if low is None or low == bound else f"≤ {number(bound)}"
        rows.append((colour, label))
        low = bound
    return rows


@cache
def _countries() -> list[dict[str, Any]]:
    return json.loads(COUNTRIES.read_text())["features"]


def build(
    found: dict[str, Shade],
    places: dict[str, Place],
    happenings: tuple[list[Activity], list[PilotCountry]],
    palette: Palette,
    region: str,
) -> pdk.Deck:
    """The deck, offline: polygons of our own, no tiles, paper-coloured sea."""
    events, pilot = happenings
    latitude, longitude, zoom = CENTRES[region]
    return pdk.Deck(
        layers=[
            _country_layer(found, places, palette),
            *_pilot_layers(pilot, places, palette),
            _event_layer(events, palette),
        ],
        initial_view_state=pdk.ViewState(latitude=latitude, longitude=longitude, zoom=zoom),
        views=[pdk.View(type="MapView", controller=True, repeat=False)],
        map_provider=None,  # pyright: ignore[reportArgumentType]  # documented; else a tile server is called
        tooltip={"text": "{label}", "style": TOOLTIP_STYLE},  # pyright: ignore[reportArgumentType]
    )


def _country_layer(
    found: dict[str, Shade], places: dict[str, Place], palette: Palette
) -> pdk.Layer:
    ranked = classes(found, palette)
    features = []
    for feature in _countries():
        code = feature["properties"]["code"]
        shade, place = found.get(code), places.get(code)
        name = place.name_en if place else ""
        features.append(
            {
                "type": "Feature",
                "geometry": feature["geometry"],
                "fill": _rgb(_colour(shade, ranked) or palette.land),
                "label": f"{name}: {shade.said}" if shade else name,
            }
        )
    return pdk.Layer(
        "GeoJsonLayer",
        features,
        id="countries",
        pickable=True,
        stroked=True,
        get_fill_color="fill",
        get_line_color=_rgb(palette.paper),
        line_width_min_pixels=0.6,
    )


def _colour(shade: Shade | None, ranked: list[tuple[float, str]]) -> str | None:
    if shade is None or shade.figure is None:
        return None
    return next(colour for bound, colour in ranked if shade.figure <= bound)


def _event_layer(events: list[Activity], palette: Palette) -> pdk.Layer:
    points = [
        {
            "position": [event.longitude, event.latitude],
            "label": f"{event.title}, {event.place_name}, {_when(event.starts_on)}",
        }
        for event in events
        if event.latitude is not None
    ]
    return pdk.Layer(
        "ScatterplotLayer",
        points,
        id="events",
        pickable=True,
        get_position="position",
        get_radius=5,
        radius_units="'pixels'",
        get_fill_color=_rgb("#d59b2d"),
        get_line_color=_rgb(palette.ink),
        stroked=True,
        line_width_min_pixels=1.2,
    )


def _when(date: dt.date) -> str:
    return f"{date.year}"


def _pilot_layers(
    pilot: list[PilotCountry], places: dict[str, Place], palette: Palette
) -> list[pdk.Layer]:
    """Every European pilot country joined to every African one: which are paired is unpublished."""
    own = [places[country.place_code] for country in pilot if country.place_code in places]
    north = [place for place in own if place.region_code == "R-EUR"]
    south = [place for place in own if place.region_code != "R-EUR"]
    arcs = [
        {"from": _point(one), "to": _point(other), "label": f"{one.name_en} – {other.name_en}"}
        for one in north
        for other in south
    ]
    dots = [{"position": _point(place), "label": place.name_en} for place in own]
    ink = _rgb(palette.ink)
    return [
        pdk.Layer(
            "ArcLayer",
            arcs,
            id="pilot",
            get_source_position="from",
            get_target_position="to",
            get_source_color=[*ink, 120],
            get_target_color=[*ink, 120],
            get_width=1.2,
            great_circle=False,
        ),
        pdk.Layer(
            "ScatterplotLayer",
            dots,
            id="pilot-countries",
            get_position="position",
            get_radius=3,
            radius_units="'pixels'",
            get_fill_color=ink,
        ),
    ]


def _point(place: Place) -> list[float]:
    return [place.longitude or 0.0, place.latitude or 0.0]


def _rgb(colour: str) -> list[int]:
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
