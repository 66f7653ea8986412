"""The shapes of countries that maps draw: where each lies, and the borders between them."""

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import groupby, pairwise
from typing import Any

from components.elements.land import LAND

SMALL = 2.0  # degrees

Feature = dict[str, Any]
Point = tuple[float, float]


@cache
def features() -> list[Feature]:
    """The shapes of all countries, as GeoJSON features; their `code` is ISO 3166-1 alpha-3."""
    return json.loads(LAND.text)["features"]


@cache
def boxes(code: str) -> list[tuple[float, float, float, float]]:
    """West, south, east and north of each piece of a country, in degrees."""
    pieces = [polygon[0] for polygon in _polygons(_by_code()[code])]
    across = [[x for x, _y in ring] for ring in pieces]
    up = [[y for _x, y in ring] for ring in pieces]
    return [(min(x), min(y), max(x), max(y)) for x, y in zip(across, up, strict=True)]


@cache
def is_small(code: str) -> bool:
    """Whether a map of the world shows nothing of a country, as of an atoll."""
    return all(max(east - west, north - south) < SMALL for west, south, east, north in boxes(code))


@cache
def borders() -> list[tuple[str, list[Point]]]:
    """Each border between two countries once: the code of one of them, and the line.

    Coasts are no borders: paper on paper shows nothing, and they are most of what there is to draw.
    """
    rings = [(code, ring) for code, feature in _coded() for ring in _rings(feature)]
    shared = Counter(_edge(*ends) for _code, ring in rings for ends in pairwise(ring))
    drawn: set[frozenset[Point]] = set()
    lines = []
    for code, ring in rings:
        for line in _shared_lines(ring, shared, drawn):
            drawn |= {_edge(*ends) for ends in pairwise(line)}
            lines.append((code, line))
    return lines


def _shared_lines(
    ring: list[Point], shared: Counter[frozenset[Point]], drawn: set[frozenset[Point]]
) -> Iterator[list[Point]]:
    """The stretches of a ring that a second country has too, and that no line shows yet."""

    def is_new(ends: tuple[Point, Point]) -> bool:
        return shared[_edge(*ends)] > 1 and _edge(*ends) not in drawn

    for wanted, stretch in groupby(pairwise(ring), is_new):
        if wanted:
            edges = list(stretch)
            yield [edges[0][0], *(end for _start, end in edges)]


def _edge(start: Point, end: Point) -> frozenset[Point]:
    return frozenset((start, end))


def _rings(feature: Feature) -> Iterator[list[Point]]:
    for polygon in _polygons(feature):
        for ring in polygon:
            yield [(x, y) for x, y in ring]


def _polygons(feature: Feature) -> list[list[list[list[float]]]]:
    geometry = feature["geometry"]
    is_single = geometry["type"] == "Polygon"
    return [geometry["coordinates"]] if is_single else geometry["coordinates"]


def _coded() -> list[tuple[str, Feature]]:
    return [(feature["properties"]["code"], feature) for feature in features()]


@cache
def _by_code() -> dict[str, Feature]:
    return dict(_coded())
