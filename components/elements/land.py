"""The shapes of all countries as one file that browsers keep: maps name it, and do not send it.

Each language has its own, in which a country says its name.
"""

import csv
import json
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from components.language import spoken
from components.look.asset import Asset

DATA = Path(__file__).resolve().parent.parent.parent / "data"


def _turned(feature: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """The shape with its outer rings clockwise: on a sphere the other way round is the rest."""
    geometry = feature["geometry"]
    is_single = geometry["type"] == "Polygon"
    polygons = [geometry["coordinates"]] if is_single else geometry["coordinates"]
    turned = [
        [_clockwise(ring, outer=at == 0) for at, ring in enumerate(polygon)] for polygon in polygons
    ]
    shape = {"type": "MultiPolygon", "coordinates": turned}
    said = feature["properties"] | {"label": names.get(feature["properties"]["code"], "")}
    return {"type": "Feature", "properties": said, "geometry": shape}


def _clockwise(ring: list[list[float]], *, outer: bool) -> list[list[float]]:
    area = sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(ring))
    return ring if (area > 0) == outer else ring[::-1]


def _names(language: str) -> dict[str, str]:
    with (DATA / "places.csv").open(encoding="utf-8", newline="") as rows:
        return {
            row["code"]: row.get(f"name_{language}", row["name_en"]) for row in csv.DictReader(rows)
        }


def _shapes(language: str) -> str:
    read = json.loads((DATA / "countries.geojson").read_text(encoding="utf-8"))
    names = _names(language)
    features = [_turned(feature, names) for feature in read["features"]]
    return json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))


LANDS = {code: Asset("json", _shapes(code)) for code in spoken.codes()}
LAND = LANDS[spoken.DEFAULT]


def source() -> str | dict[str, Any]:
    """The file's address for a map; where nothing serves it, the shapes themselves."""
    land = LANDS.get(spoken.current().code, LAND)
    return land.address or json.loads(land.text)
