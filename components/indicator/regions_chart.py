"""The regions on one scale: a line each, a dot a figure, the target across, words for silence."""

from typing import Any

import altair as alt
import pandas as pd

from components.elements import chart
from components.elements.captions import Caption, cited
from components.indicator import regions_rows
from components.language.spoken import cached
from components.language.text import _
from components.look import isolation, status, theme
from components.look.markup import show_note
from components.look.theme import Palette
from components.reader import cache
from components.reader.view import View
from store.standing import IndicatorStanding

ROW = 46  # pixels


def draw(
    standing: IndicatorStanding, view: View, palette: Palette
) -> tuple[pd.DataFrame, dict[str, Any]]:
    """The rows of the regions' chart and its specification; no rows where none has a figure."""
    data, invented = regions_rows.frame(standing, view), cache.is_invented()
    if regions_rows.answers_yes_or_no(standing):
        return data, build_answers(palette, invented=invented)
    return data, build(palette, frozenset(data["kind"]), invented=invented)


def heading(standing: IndicatorStanding) -> str:
    """What stands above the chart: what its numbers count, unless regions answer yes or no."""
    if regions_rows.answers_yes_or_no(standing):
        return _("By region")
    return _("By region, in {unit}", unit=standing.indicator.unit)


@cached
def build(palette: Palette, kinds: frozenset[str], *, invented: bool) -> dict[str, Any]:
    """A line a region on a common axis, as Vega-Lite without data; it fits any width.

    `kinds` are the kinds of rows in the frame.
    """
    layers = [*_lines(palette), *_dots(palette)]
    drawn = [layer for kind, layer in layers if kind in kinds]
    rows = alt.layer(*drawn, data=alt.NamedData("source")).properties(
        width="container", height=alt.Step(ROW)
    )
    return theme.specify(rows, palette, invented=invented)


LINE = alt.Y("row:O").axis(None)
BELOW = 10  # pixels: a region's line lies so far below the middle of its row, the name above it
WORDS: dict[str, Any] = {"align": "left", "dy": BELOW, "fontSize": 12.5}


def _of(kind: str) -> alt.Chart:
    x = alt.X("value:Q").axis(title=None, grid=False, tickCount=6).scale(alt.Scale(zero=True))
    return alt.Chart().transform_filter(f"datum.kind == '{kind}'").encode(x=x)


def _lines(palette: Palette) -> list[tuple[str, alt.Chart]]:
    """A line and a name for each region, the target across all of them."""
    known = alt.Chart().transform_filter("datum.name").encode(y=LINE)
    spoken = known.transform_filter("datum.kind == 'last'")
    line = spoken.mark_rule(color=palette.track, strokeWidth=1, yOffset=BELOW, aria=False)
    _halo, names = theme.names_above(known, palette)
    target = _of("target")
    said: dict[str, Any] = {"align": "right", "dx": -5, "dy": -6, "fontSize": 12.5}
    return [
        ("last", line),
        ("last", names),
        ("target", target.mark_rule(color=palette.ink, strokeDash=[5, 4], aria=False)),
        (
            "target",
            target.mark_text(**said, fontWeight=600, color=palette.ink).encode(
                y=alt.YValue(0), text=alt.Text("short:N")
            ),
        ),
        ("end", _of("end").mark_point(opacity=0, aria=False)),
    ]


def _dots(palette: Palette) -> list[tuple[str, alt.Chart]]:
    """The last figure of each region with its words, those before it paler; words for silence."""
    scale = alt.Scale(domain=[*status.MARKS, ""], range=[*status.colours(palette), palette.ink])
    colour = alt.Color("status:N").scale(scale).legend(None)
    tooltip = [alt.Tooltip("place:N", title=_("Region")), alt.Tooltip("label:N", title=_("Figure"))]
    last = _of("last").encode(y=LINE)
    silent = alt.Chart().transform_filter("datum.kind == 'silent'")
    return [
        (
            "earlier",
            _of("earlier")
            .mark_circle(size=44, opacity=0.45, color=palette.muted, yOffset=BELOW)
            .encode(y=LINE, tooltip=tooltip),
        ),
        (
            "last",
            last.mark_circle(size=130, opacity=1, stroke=palette.paper, yOffset=BELOW).encode(
                color=colour, tooltip=tooltip
            ),
        ),
        (
            "last",
            last.mark_text(**WORDS, dx=11, stroke=palette.paper, strokeWidth=4, aria=False).encode(
                text=alt.Text("short:N")
            ),
        ),
        (
            "last",
            last.mark_text(**WORDS, dx=11, color=palette.ink).encode(text=alt.Text("short:N")),
        ),
        (
            "silent",
            silent.mark_text(**WORDS, dx=4, color=palette.muted).encode(
                x=alt.XValue(0), y=LINE, text=alt.Text("short:N")
            ),
        ),
    ]


@cached
def build_answers(palette: Palette, *, invented: bool) -> dict[str, Any]:
    """One row a region, one column a year, for answers of yes or no; it fits any width."""
    x = alt.X("year:O").axis(
        title=None, orient="top", domain=False, ticks=False, labelAngle=0, labelOverlap=True
    )
    y = alt.Y("place:N").axis(
        title=None, domain=False, ticks=False, labelColor=palette.ink, labelLimit=150
    )
    tooltip = [alt.Tooltip("label:N", title=_("Figure"))]
    words = (
        alt.Chart()
        .mark_text(fontSize=12.5)
        .encode(
            x=x,
            y=y,
            text=alt.Text("short:N"),
            tooltip=tooltip,
            color=alt.condition(
                "datum.value == 1", alt.value(palette.ink), alt.value(palette.muted)
            ),
        )
    )
    rows = alt.layer(words, data=alt.NamedData("source")).properties(
        width="container", height=alt.Step(30)
    )
    return theme.specify(rows, palette, invented=invented)


@isolation.words
def describe(standing: IndicatorStanding, data: pd.DataFrame) -> str:
    """The rows in one sentence, the silent regions too."""
    known = data[data["kind"].isin(["last", "earlier"])]
    facts = [f"{row.place} {row.label}" for row in known.itertuples()]
    silent = [f"{row.place} {row.short}" for row in data[data["kind"] == "silent"].itertuples()]
    said = "; ".join([*facts, *silent])
    return _("{name} by region. {facts}.", name=standing.indicator.name, facts=said)


def caption(standing: IndicatorStanding, view: View) -> Caption:
    """Around the regions side by side."""
    return Caption(
        title=f"{standing.indicator.objective_code} · {standing.indicator.name}",
        meaning=heading(standing),
        source=cited(
            reading.source_title for reading in regions_rows.region_readings(standing, view)
        ),
    )


def show(standing: IndicatorStanding, view: View) -> None:
    """Draw a row for each region, or for the region chosen."""
    data, spec = draw(standing, view, theme.current())
    if data.empty:
        return
    show_note(heading(standing))
    chart.show(
        f"regions_{standing.indicator.code}",
        data,
        spec,
        caption(standing, view),
        alt=describe(standing, data),
    )
