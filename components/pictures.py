"""Charts as pictures for documents and files: the specification with its rows, SVG, PNG."""

import json
from typing import Any

import pandas as pd
import vl_convert

VEGA_LITE = "6.4"  # what Altair writes


def complete(spec: dict[str, Any], frame: pd.DataFrame, width: int) -> dict[str, Any]:
    """A chart that stands alone: its rows inside it, as wide as asked (in pixels)."""
    rows = json.loads(frame.to_json(orient="records", date_format="iso"))
    return {**spec, "width": width, "data": {"values": rows}}


def svg(spec: dict[str, Any]) -> str:
    """A complete chart as SVG."""
    return vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)


def png(spec: dict[str, Any], scale: float = 2) -> bytes:
    """A complete chart as PNG, `scale` pixels to one of the chart's."""
    return vl_convert.vegalite_to_png(spec, vl_version=VEGA_LITE, scale=scale)
