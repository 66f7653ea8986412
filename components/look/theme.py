"""The paper and ink of the charts in both themes, and what every chart shares."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import altair as alt
import streamlit as st

from components.language.text import _
from components.look import aloud, colours, sizes
from components.look.colours import Colour

FONT = "Source Sans, Source Sans Pro, sans-serif"
# The title of an upright axis lies above it: it is read level, and a low chart cannot cut it.
ABOVE = {
    "titleAngle": 0,
    "titleAlign": "left",
    "titleAnchor": "end",
    "titleBaseline": "bottom",
    "titleX": 0,
    "titleY": -8,
}


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme that charts and maps take by name."""

    name: str
    paper: str
    ink: str
    muted: str
    line: str
    track: str
    ramp: tuple[str, ...]
    land: str

    def pick(self, colour: Colour) -> str:
        """The half of a colour that is made for this paper; both where the browser picks."""
        return _PICKS[self.name](colour)


_PICKS: dict[str, Callable[[Colour], str]] = {
    "light": lambda colour: colour.light,
    "dark": lambda colour: colour.dark,
    "either": colours.either,
}


def _palette(name: str) -> Palette:
    pick = _PICKS[name]
    return Palette(
        name=name,
        paper=pick(colours.PAPER),
        ink=pick(colours.INK),
        muted=pick(colours.MUTED),
        line=pick(colours.LINE),
        track=pick(colours.TRACK),
        ramp=tuple(map(pick, colours.RAMP)),
        land=pick(colours.LAND),
    )


LIGHT, DARK, EITHER = (_palette(name) for name in _PICKS)


def current() -> Palette:
    """The palette of the theme that the reader's browser shows."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def names_above(
    rows: alt.Chart, palette: Palette, *, dy: int = -8, limit: str = ""
) -> tuple[alt.Chart, alt.Chart]:
    """The names of rows above them, from the left edge: paper behind the words, then the words.

    `limit` is the expression of how many pixels there are for them.
    """
    titles = rows.encode(x=alt.XValue(0), text=alt.Text("name:N"))
    look: dict[str, Any] = {"align": "left", "dy": dy, "fontSize": 13}
    if limit:
        look["limit"] = alt.expr(limit)
    return (
        titles.mark_text(stroke=palette.paper, strokeWidth=4, aria=False, **look),
        titles.mark_text(color=palette.muted, **look),
    )


def specify(chart: alt.TopLevelMixin, palette: Palette, *, invented: bool) -> dict[str, Any]:
    """The chart as Vega-Lite without data, in the shared type and lines.

    On a demonstration store the picture itself says that its figures are invented.
    """
    spec: dict[str, Any] = chart.to_dict(validate=False)
    spec.pop("data", None)  # Streamlit hands the frame over under its own name
    spec["config"] = {
        "background": "transparent",
        "font": FONT,
        "view": {"stroke": None},
        "text": {"color": palette.ink},
        "axis": {
            "labelColor": palette.muted,
            "titleColor": palette.muted,
            "titleFontWeight": "normal",
            "gridColor": palette.line,
            "domainColor": palette.line,
            "tickColor": palette.line,
            "labelFontSize": sizes.FINE,
            "titleFontSize": sizes.FINE,
            "labelSeparation": 6,
        },
        "title": {"color": palette.muted, "fontWeight": "normal", "fontSize": sizes.FINE},
        "legend": {"labelColor": palette.ink, "labelFontSize": sizes.FINE, "title": None},
    }
    if invented:
        spec["title"] = {"text": _("Invented figures: demonstration"), "anchor": "end"}
    return aloud.speak(spec)


def enlarge(spec: dict[str, Any], factor: float) -> dict[str, Any]:
    """The same chart with all its type larger by a factor, for those who sit far away.

    So does the room at the ends of an axis, in which half of a year is written.
    """
    return {key: _enlarge(key, value, factor) for key, value in spec.items()}


def _enlarge(key: str, value: object, factor: float) -> object:
    if isinstance(value, dict):
        return {name: _enlarge(name, part, factor) for name, part in value.items()}
    if isinstance(value, list):
        return [_enlarge(key, part, factor) for part in value]
    if (key == "padding" or key.lower().endswith("fontsize")) and isinstance(value, int | float):
        return value * factor
    return value
