"""Charts as pictures for documents and files: the specification with its rows, SVG, PNG."""

import json
import textwrap
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import vl_convert

from components import look
from components.look.theme import Palette

VEGA_LITE = "6.4"  # what Altair writes
FONTS = Path(look.__file__).parent / "fonts"  # Source Sans Pro, under the licence beside it
TITLE, LINE = 16, 12.5
LETTER = 0.52  # of its height is a letter's width, rather too wide than too narrow


def complete(spec: dict[str, Any], frame: pd.DataFrame, width: int) -> dict[str, Any]:
    """A chart that stands alone: its rows inside it, as wide as asked (in pixels)."""
    rows = json.loads(frame.to_json(orient="records", date_format="iso"))
    return {**spec, "width": width, "data": {"values": rows}}


def entitle(
    spec: dict[str, Any], palette: Palette, title: str, below: Sequence[str]
) -> dict[str, Any]:
    """A complete chart on its own paper, that says what it is and, `below`, what it rests on."""
    width = int(spec["width"])
    heading = {
        "text": _lines(title, width, TITLE),
        "subtitle": [line for sentence in below for line in _lines(sentence, width, LINE)],
        "anchor": "start",
        "frame": "bounds",
        "color": palette.ink,
        "subtitleColor": palette.muted,
        "fontSize": TITLE,
        "fontWeight": 600,
        "subtitleFontSize": LINE,
        "offset": 14,
    }
    config = {**spec["config"], "background": palette.paper, "padding": 16}
    return {**spec, "title": heading, "config": config}


def _lines(text: str, width: int, size: float) -> list[str]:
    return textwrap.wrap(text, int(width / (size * LETTER)))


def svg(spec: dict[str, Any]) -> str:
    """A complete chart as SVG."""
    _register_fonts()
    return vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)


def png(spec: dict[str, Any], scale: float = 2) -> bytes:
    """A complete chart as PNG, `scale` pixels to one of the chart's."""
    _register_fonts()
    return vl_convert.vegalite_to_png(spec, vl_version=VEGA_LITE, scale=scale)


def svg_as_png(drawn: str, scale: float = 2) -> bytes:
    """A drawing of ours as PNG."""
    _register_fonts()
    return vl_convert.svg_to_png(drawn, scale=scale)


@cache
def _register_fonts() -> None:
    """Texts are measured and drawn in the type of the app, whatever the machine has."""
    vl_convert.register_font_directory(str(FONTS))
