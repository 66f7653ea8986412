"""What the regions of both places report, as dumbbells: each line on its own scale from nothing."""

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from components.indicator.regions_rows import brief
from components.language.spoken import cached
from components.language.text import _
from components.look import isolation, theme
from components.look.theme import Palette
from components.reader.places import name
from components.twins.comparison import Compared, is_counted
from components.wording.figures import reading_figure, reading_period

COLUMNS = ["kind", "row", "name", "side", "place", "x", "x2", "align", "short", "label"]
STEP = 46  # pixels
FULL = 0.86  # of the line, for the larger figure: its words have the rest
SAME = 1e-9


def drawn(rows: Sequence[Compared]) -> list[Compared]:
    """The indicators that both regions report as a number, in the order of the plan."""
    return [
        row
        for row in rows
        if len(row.figures) == 2 and not is_counted(row) and row.codes[0] != row.codes[1]
    ]


def frame(rows: Sequence[Compared]) -> pd.DataFrame:
    """A bar and two dots an indicator.

    Shape: columns are COLUMNS; `kind` is bar, first or second.
    Unit:  x and x2 as a share of the line, 0 to 1.
    """
    lines: list[dict[str, object]] = []
    for number, row in enumerate(rows):
        end = max(*row.figures, 0.0) / FULL or 1.0
        at = [max(figure, 0.0) / end for figure in row.figures]
        title = f"{row.standing.indicator.objective_code} {row.standing.indicator.name}"
        base = {"row": number, "name": title}
        lines.append(base | {"kind": "bar", "x": min(at), "x2": max(at)})
        is_same = abs(at[0] - at[1]) < SAME
        for side in (0, 1):
            is_right = at[side] > at[1 - side] or (is_same and side == 0)
            lines.append(
                base
                | {
                    "kind": ("first", "second")[side],
                    "place": name(row.codes[side]),
                    "x": at[side],
                    "align": "left" if is_right else "right",
                    "short": _short(row, side),
                    "label": _told(row, side),
                }
            )
    return pd.DataFrame(lines, columns=COLUMNS)


def _short(row: Compared, side: int) -> str:
    reading = row.readings[side]
    return "" if reading is None else brief(row.standing.indicator, reading)


def _told(row: Compared, side: int) -> str:
    reading = row.readings[side]
    if reading is None:
        return ""
    return _(
        "{place}: {said}",
        place=name(row.codes[side]),
        said=f"{reading_figure(row.standing.indicator, reading)}, {reading_period(reading)}",
    )


@cached
def build(palette: Palette, *, invented: bool) -> dict[str, Any]:
    """The dumbbells as Vega-Lite without data; they fit any width."""
    y = alt.Y("row:O").axis(None)
    x = alt.X("x:Q").axis(None).scale(alt.Scale(domain=[0, 1]))
    low = 9
    bar = alt.Chart().transform_filter("datum.kind == 'bar'").encode(y=y)
    line = bar.mark_rule(color=palette.track, strokeWidth=2, yOffset=low, aria=False)
    between = bar.mark_rule(color=palette.muted, strokeWidth=5, yOffset=low, aria=False).encode(
        x=x, x2=alt.X2("x2:Q")
    )
    halo, names = theme.names_above(bar, palette, dy=-10, limit="width")
    tooltip = [
        alt.Tooltip("name:N", title=_("Indicator")),
        alt.Tooltip("label:N", title=_("Figure")),
    ]
    dots = alt.Chart().encode(y=y, x=x, tooltip=tooltip)
    second = dots.transform_filter("datum.kind == 'second'").mark_point(
        filled=True,
        fill=palette.paper,
        stroke=palette.ink,
        strokeWidth=2.5,
        size=170,
        opacity=1,
        yOffset=low,
    )
    first = dots.transform_filter("datum.kind == 'first'").mark_circle(
        color=palette.ink, size=210, opacity=1, yOffset=low
    )
    look: dict[str, Any] = {
        "align": alt.expr("datum.align"),
        "dx": alt.expr("datum.align == 'left' ? 13 : -13"),
        "dy": low,
        "fontSize": 13,
        "fontWeight": 600,
    }
    words = (
        alt.Chart()
        .transform_filter("datum.kind != 'bar'")
        .encode(y=y, x=x, text=alt.Text("short:N"))
    )
    layers = [
        line,
        between,
        halo,
        names,
        first,
        second,
        words.mark_text(**look, stroke=palette.paper, strokeWidth=4, aria=False),
        words.mark_text(**look, color=palette.ink),
    ]
    chart = alt.layer(*layers, data=alt.NamedData("source")).properties(
        width="container", height=alt.Step(STEP)
    )
    return theme.specify(chart, palette, invented=invented)


@isolation.words
def describe(data: pd.DataFrame) -> str:
    """The chart in one sentence."""
    dots = data[data["kind"] != "bar"]
    facts = [f"{title}, {said}" for title, said in zip(dots["name"], dots["label"], strict=True)]
    return _("What both regions report. {facts}.", facts="; ".join(facts))
