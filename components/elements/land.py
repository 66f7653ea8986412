"""The shapes of all countries as one file that browsers keep: maps name it, and do not send it."""

import json
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from components.look.asset import Asset

FILE = Path(__file__).resolve().parent.parent.parent / "data" / "countries.geojson"


def _turned(feature: Mapping[str, Any]) -> dict[str, Any]:
    """The shape with its outer rings clockwise: on a sphere the other way round is the rest."""
    geometry = feature["geometry"]
    is_single = geometry["type"] == "Polygon"
    polygons = [geometry["coordinates"]] if is_single else geometry["coordinates"]
    turned = [
        [_clockwise(ring, outer=at == 0) for at, ring in enumerate(polygon)] for polygon in polygons
    ]
    shape = {"type": "MultiPolygon", "coordinates": turned}
    return {"type": "Feature", "properties": feature["properties"], "geometry": shape}


def _clockwise(ring: list[list[float]], *, outer: bool) -> list[list[float]]:
    area = sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(ring))
    return ring if (area > 0) == outer else ring[::-1]


def _shapes() -> str:
    read = json.loads(FILE.read_text(encoding="utf-8"))
    features = [_turned(feature) for feature in read["features"]]
    return json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))


LAND = Asset("json", _shapes())


def source() -> str | dict[str, Any]:
    """The file's address for a map; where nothing serves it, the shapes themselves."""
    return LAND.address or json.loads(LAND.text)
