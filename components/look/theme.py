"""The paper and ink of the charts in both themes, and what every chart shares."""

from dataclasses import dataclass
from typing import Any

import altair as alt
import streamlit as st

from components.language.text import _

FONT = "Source Sans, Source Sans Pro, sans-serif"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one theme: paper, ink, and what lies between."""

    name: str
    paper: str
    ink: str
    muted: str
    line: str
    track: str
    ramp: tuple[str, ...]
    sea: str
    land: str

    def pick(self, light: str, dark: str) -> str:
        """The one of two colours that is made for this paper; both where the browser picks."""
        return {"light": light, "dark": dark}.get(self.name) or either(light, dark)


def either(light: str, dark: str) -> str:
    """A colour of which the browser takes the half that its theme needs, in CSS and in SVG."""
    return f"light-dark({light}, {dark})"


LIGHT = Palette(
    name="light",
    paper="#fbfaf6",
    ink="#22302b",
    muted="#5d655f",
    line="#e4dfd3",
    track="#efebe1",
    ramp=("#d3e5dd", "#9fc9bb", "#68aa98", "#378773", "#14594a"),
    sea="#fbfaf6",
    land="#e9e4d8",
)
DARK = Palette(
    name="dark",
    paper="#1b1815",
    ink="#ece7dc",
    muted="#aca597",
    line="#3d372f",
    track="#2c2722",
    ramp=("#274a42", "#34695c", "#46897a", "#68b09e", "#a5e2d1"),
    sea="#1b1815",
    land="#35302a",
)
EITHER = Palette(
    name="either",
    paper=either(LIGHT.paper, DARK.paper),
    ink=either(LIGHT.ink, DARK.ink),
    muted=either(LIGHT.muted, DARK.muted),
    line=either(LIGHT.line, DARK.line),
    track=either(LIGHT.track, DARK.track),
    ramp=tuple(map(either, LIGHT.ramp, DARK.ramp)),
    sea=either(LIGHT.sea, DARK.sea),
    land=either(LIGHT.land, DARK.land),
)


def current() -> Palette:
    """The palette of the theme that the reader's browser shows."""
    return DARK if st.context.theme.type == "dark" else LIGHT


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
            "labelFontSize": 12.5,
            "titleFontSize": 12.5,
            "labelSeparation": 6,
        },
        "title": {"color": palette.muted, "fontWeight": "normal", "fontSize": 12.5},
        "legend": {"labelColor": palette.ink, "labelFontSize": 12.5, "title": None},
    }
    if invented:
        spec["title"] = {"text": _("Invented figures: demonstration"), "anchor": "end"}
    return spec


def enlarge(spec: dict[str, Any], factor: float) -> dict[str, Any]:
    """The same chart with all its type larger by a factor, for those who sit far away."""
    return {key: _enlarge(key, value, factor) for key, value in spec.items()}


def _enlarge(key: str, value: object, factor: float) -> object:
    if isinstance(value, dict):
        return {name: _enlarge(name, part, factor) for name, part in value.items()}
    if isinstance(value, list):
        return [_enlarge(key, part, factor) for part in value]
    if key.lower().endswith("fontsize") and isinstance(value, int | float):
        return value * factor
    return value
