"""The shapes of all countries as one file that browsers keep: maps name it, and do not send it."""

import json
from pathlib import Path
from typing import Any

from components.look.asset import Asset

FILE = Path(__file__).resolve().parent.parent.parent / "data" / "countries.geojson"
LAND = Asset("json", FILE.read_text(encoding="utf-8"))


def source() -> str | dict[str, Any]:
    """The file's address for a map; where nothing serves it, the shapes themselves."""
    return LAND.address or json.loads(LAND.text)
