"""Activities on the map: a dot a place, as large as what takes place there is much."""

from collections import defaultdict
from dataclasses import dataclass
from math import sqrt

import pydeck as pdk
import streamlit as st

from components.activities.wording import dates
from components.language.text import _n
from components.look import theme
from components.look.markup import show_note
from components.look.theme import Palette
from components.maps import map_layers, world
from components.reader import cache
from components.reader.view import View
from store.models import Activity, PlaceKind

MOST_POINTS = 200  # beyond, what lies close together becomes one dot
GRID = 5  # degrees
NAMED = 4  # titles under the pointer


@dataclass(frozen=True, slots=True)
class Dot:
    """Where something takes place, in degrees, and what."""

    longitude: float
    latitude: float
    rows: tuple[Activity, ...]


def show(rows: list[Activity], view: View, key: tuple[object, ...]) -> None:
    """Draw the dots; what concerns the whole world has none, and is counted.

    `key` says which rows these are, so that the same ones are not placed twice.
    """
    clusters = cache.derived("dots", key, lambda: dots(rows))
    placed = sum(len(dot.rows) for dot in clusters)
    palette = theme.current()
    st.pydeck_chart(
        cache.derived(
            "activities map", (*key, palette), lambda: build(clusters, palette, view.region)
        ),
        height=480,
        key="activities_map",
        alt=_n(
            "Map with {count} activity. The table below holds the same facts.",
            "Map with {count} activities. The table below holds the same facts.",
            placed,
        ),
    )
    if len(rows) > placed:
        show_note(
            _n(
                "{count} activity is worldwide, regional or online, and has no dot.",
                "{count} activities are worldwide, regional or online, and have no dot.",
                len(rows) - placed,
            )
        )


def dots(rows: list[Activity]) -> list[Dot]:
    """Activities by where they are: their point, else that of their country."""
    groups: dict[tuple[float, float], list[tuple[float, float, Activity]]] = defaultdict(list)
    located = [(*point, row) for row in rows if (point := _point(row)) is not None]
    is_many = len({(x, y) for x, y, _row in located}) > MOST_POINTS
    for x, y, row in located:
        cell = (x // GRID, y // GRID) if is_many else (x, y)
        groups[cell].append((x, y, row))
    return [
        Dot(
            longitude=sum(x for x, _y, _row in group) / len(group),
            latitude=sum(y for _x, y, _row in group) / len(group),
            rows=tuple(row for _x, _y, row in group),
        )
        for group in groups.values()
    ]


def _point(row: Activity) -> tuple[float, float] | None:
    if row.longitude is not None and row.latitude is not None:
        return row.longitude, row.latitude
    place = cache.places()[row.place_code]
    if place.kind != PlaceKind.COUNTRY or place.longitude is None or place.latitude is None:
        return None  # the middle of a region is no place where anything happened
    return place.longitude, place.latitude


def label(dot: Dot) -> str:
    """What the pointer says of a dot."""
    lines = [f"{row.title}, {dates(row)}" for row in dot.rows[:NAMED]]
    if len(dot.rows) > NAMED:
        lines.append(_n("and {count} more", "and {count} more", len(dot.rows) - NAMED))
    return "\n".join(lines)


def build(clusters: list[Dot], palette: Palette, region: str) -> pdk.Deck:
    """The map: land without figures, and the dots."""
    points = [
        {
            "position": [dot.longitude, dot.latitude],
            "radius": min(4 + 2 * sqrt(len(dot.rows)), 28),
            "label": label(dot),
        }
        for dot in clusters
    ]
    fill = [*map_layers.rgb(palette.ramp[3]), 215]
    layer = map_layers.dots("activities", points, "radius", (palette.paper, 1), fill=fill)
    return world.Written(world.build([layer], palette, region))
