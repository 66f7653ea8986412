"""The six gauges as one Vega-Lite view, for the contestants that draw charts with Vega.

Our own Overview draws the same numbers by its style sheet. Rings are given as angles, texts as
heights; one figure feeds all six facets.
"""

import math
from collections.abc import Iterable, Iterator
from typing import Any

import altair as alt
import pandas as pd

from components.look import colours, theme
from components.look.status import MARKS, word
from components.overview import gauge
from store.progress import Gauge
from store.standing import GoalStanding

HALF = math.radians(105)
WIDTH, HEIGHT = 190, 210
CENTRE = HEIGHT / 2
TRACK, COULD, DUE = (62, 76), (80, 83), (57, 86)


def build(goals: Iterable[GoalStanding]) -> dict[str, Any]:
    """The specification with its data, drawn as SVG so that its texts can be looked for."""
    goals = list(goals)
    rings = pd.DataFrame([row for goal in goals for row in _rings(goal)])
    texts = pd.DataFrame([row for goal in goals for row in _texts(goal)])
    rows = pd.concat([rings.assign(part="ring"), texts.assign(part="text")])
    chart = (
        alt.layer(_arcs(), _words(), data=rows)
        .properties(width=WIDTH, height=HEIGHT)
        .facet(alt.Facet("goal:N", header=alt.Header(labels=False, title=None)), spacing=6)
        .configure(background="transparent", font=theme.FONT)
        .configure_view(stroke=None)
    )
    return chart.to_dict() | {"usermeta": {"embedOptions": {"renderer": "svg", "actions": False}}}


def said(goal: GoalStanding) -> list[str]:
    """What stands in one gauge, from top to bottom."""
    shown = goal.gauge
    status = f"{MARKS[shown.status].glyph} {word(shown.status)}"
    return [
        f"{goal.code} {goal.name}",
        gauge.figure(shown),
        gauge.beneath(shown),
        f"{status} · {gauge.coverage(shown)}" if shown.show else status,
    ]


def _arcs() -> alt.Chart:
    return (
        alt.Chart()
        .transform_filter("datum.part == 'ring'")
        .mark_arc(cornerRadius=2, aria=False)
        .encode(
            theta=alt.Theta("from:Q", scale=None),
            theta2="to:Q",
            radius=alt.Radius("inner:Q", scale=None),
            radius2="outer:Q",
            color=alt.Color("colour:N", scale=None),
        )
    )


def _words() -> alt.Chart:
    return (
        alt.Chart()
        .transform_filter("datum.part == 'text'")
        .mark_text()
        .encode(
            x=alt.value(WIDTH / 2),
            y=alt.Y("height:Q", scale=None, axis=None),
            text="text:N",
            size=alt.Size("size:Q", scale=None),
            color=alt.Color("colour:N", scale=None),
        )
    )


def _rings(goal: GoalStanding) -> Iterator[dict[str, Any]]:
    shown, code = goal.gauge, goal.code
    yield _ring(code, (0, 1), TRACK, theme.LIGHT.line)
    yield _ring(code, (shown.low or 0, shown.high or 0), COULD, colours.EDGE.light)
    if shown.show:
        yield _ring(code, (0, shown.progress or 0), TRACK, MARKS[shown.status].colour.light)
        yield _due(code, shown)


def _due(code: str, shown: Gauge) -> dict[str, Any]:
    due = shown.expected or 0
    return _ring(code, (due - 0.006, due + 0.006), DUE, theme.LIGHT.ink)


def _ring(
    code: str, shares: tuple[float, float], radii: tuple[float, float], colour: str
) -> dict[str, Any]:
    start, end = (round(2 * HALF * share - HALF, 4) for share in shares)
    inner, outer = radii
    return {
        "goal": code,
        "from": start,
        "to": end,
        "inner": inner,
        "outer": outer,
        "colour": colour,
    }


def _texts(goal: GoalStanding) -> Iterator[dict[str, Any]]:
    palette = theme.LIGHT
    name, figure = (-98, 14, palette.ink), (-4, 27, palette.ink)
    due, status = (27, 12, palette.muted), (62, 13, palette.ink)
    for text, (offset, size, colour) in zip(said(goal), (name, figure, due, status), strict=True):
        yield {
            "goal": goal.code,
            "text": text,
            "height": CENTRE + offset,
            "size": size,
            "colour": colour,
        }
