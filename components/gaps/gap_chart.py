"""Every objective on one scale: from its baseline (0 %) to its 2030 target (100 %)."""

from typing import Any

import altair as alt
import pandas as pd

from components.elements.captions import Caption, elsewhere
from components.language.spoken import cached
from components.language.text import _, percent
from components.look import status, theme
from components.look.theme import Palette

COLUMNS = [
    "row",
    "code",
    "name",
    "status",
    "word",
    "shown",
    "open",
    "zero",
    "one",
    "due",
    "later",
    "figure",
    "brief",
    "baseline",
    "target",
    "target_2050",
    "why",
]
STEP = 46
# The chart knows its width only in the browser.
FITTING = "width < 560 ? datum.brief : datum.figure"
LEFT, RIGHT = -0.2, 1.025


@cached
def build(palette: Palette, kinds: frozenset[str], *, invented: bool) -> dict[str, Any]:
    """The chart as Vega-Lite without data.

    `kinds` says which optional marks have rows: measured, open, silent, later.
    """
    y = alt.Y("row:O").axis(None)
    axis = alt.Axis(
        format="%",
        values=[0, 0.25, 0.5, 0.75, 1],
        orient="top",
        domain=False,
        ticks=False,
        title=_("share of the way from the baseline to the 2030 target"),
    )
    left = LEFT if "negative" in kinds else -0.02
    x = alt.X("zero:Q").axis(axis).scale(alt.Scale(domain=[left, RIGHT]))
    layers = [layer.encode(y=y) for kind, layer in _layers(palette, x) if kind in kinds]
    chart = alt.layer(*layers, data=alt.NamedData("source")).properties(
        width="container", height=alt.Step(STEP)
    )
    return theme.specify(chart, palette, invented=invented)


def _layers(palette: Palette, x: alt.X) -> list[tuple[str, alt.Chart]]:
    shapes = [mark.shape for mark in status.MARKS.values()]
    colour = alt.Color("status:N").scale(status.scale(palette)).legend(_legend())
    shape = alt.Shape("status:N").scale(alt.Scale(domain=list(status.MARKS), range=shapes))
    shape = shape.legend(_legend())
    tooltip = [
        alt.Tooltip(field, title=title)
        for field, title in (
            ("name:N", _("Objective")),
            ("word:N", _("Status")),
            ("baseline:N", _("Baseline")),
            ("target:N", _("Target 2030")),
            ("target_2050:N", _("Target 2050")),
            ("figure:N", _("Figure")),
            ("why:N", _("Why")),
        )
    ]
    low = 8
    measured = alt.Chart().transform_filter("isValid(datum.shown)")
    silent = alt.Chart().transform_filter("!isValid(datum.shown)")
    later = alt.Chart().transform_filter("isValid(datum.later)")
    text = {"baseline": "bottom", "dy": -5, "fontSize": 12.5}
    return [
        (
            "all",
            alt.Chart()
            .mark_rule(strokeWidth=9, color=palette.track, strokeCap="round", yOffset=low)
            .encode(x=x, x2=alt.X2("one:Q"), tooltip=tooltip),
        ),
        (
            "measured",
            measured.mark_rule(strokeWidth=9, strokeCap="round", opacity=0.9, yOffset=low).encode(
                x=x, x2=alt.X2("shown:Q"), color=colour, tooltip=tooltip
            ),
        ),
        (
            "open",
            alt.Chart()
            .transform_filter("isValid(datum.open)")
            .mark_rule(strokeWidth=9, opacity=0.4, yOffset=low)
            .encode(x=alt.X("shown:Q"), x2=alt.X2("open:Q"), color=colour, tooltip=tooltip),
        ),
        (
            "later",
            later.mark_rule(
                strokeWidth=2.5, opacity=0.7, color=palette.ink, yOffset=low + 9
            ).encode(x=x, x2=alt.X2("later:Q"), tooltip=tooltip),
        ),
        (
            "measured",
            measured.transform_filter("isValid(datum.due)")
            .mark_tick(thickness=2.5, size=20, color=palette.ink, yOffset=low)
            .encode(x=alt.X("due:Q")),
        ),
        (
            "measured",
            measured.mark_point(
                filled=True, size=190, opacity=1, stroke=palette.paper, strokeWidth=1.4, yOffset=low
            ).encode(x=alt.X("shown:Q"), color=colour, shape=shape, tooltip=tooltip),
        ),
        (
            "silent",
            silent.mark_point(size=90, color=palette.muted, strokeDash=[2, 2], yOffset=low).encode(
                x=x, tooltip=tooltip
            ),
        ),
        (
            "all",
            alt.Chart()
            .mark_text(**text, align="left", color=palette.ink)
            .encode(x=alt.XDatum(0.0), text=alt.Text("name:N"), tooltip=tooltip),
        ),
        (
            "all",
            alt.Chart()
            .mark_text(**text, align="right", color=palette.muted, text=alt.expr(FITTING))
            .encode(x=alt.XDatum(1.0), tooltip=tooltip),
        ),
    ]


def _legend() -> alt.Legend:
    """What shape and colour mean, in words; they follow one another as far as there is room."""
    words = " : ".join(
        f"datum.value == '{value}' ? '{status.word(value)}'" for value in status.MARKS
    )
    return alt.Legend(
        orient="bottom",
        direction="horizontal",
        columns=alt.expr("width < 560 ? 3 : 7"),
        labelExpr=f"{words} : ''",
        symbolSize=110,
        symbolStrokeWidth=0,
    )


def legend() -> str:
    """How to read the chart."""
    return _(
        "Bar: the way covered, paler as far as it could be. Tick across it: where a straight line"
        " would be on the date of the figure. Thin line: the way to 2050. Open ring: no verdict."
    )


def kinds(frame: pd.DataFrame) -> frozenset[str]:
    """Which optional marks the frame has rows for."""
    present = {"all"}
    if "shown" in frame:
        present |= {"measured"} if frame["shown"].notna().any() else set()
        present |= {"silent"} if frame["shown"].isna().any() else set()
        present |= {"negative"} if frame["shown"].min() < 0 else set()
        present |= {"open"} if frame["open"].notna().any() else set()
        present |= {"later"} if frame["later"].notna().any() else set()
    else:
        present.add("silent")
    return frozenset(present)


def describe(frame: pd.DataFrame) -> str:
    """The chart in one sentence."""
    known = frame.dropna(subset=["shown"]) if "shown" in frame else frame.iloc[0:0]
    facts = "; ".join(f"{row['name']} {percent(row['shown'])}" for _i, row in known.iterrows())
    return _(
        "{measured} of {rows} rows measured. {facts}",
        measured=len(known),
        rows=len(frame),
        facts=facts,
    )


def caption(title: str) -> Caption:
    """Around the target gaps of all objectives, or of a goal's."""
    return Caption(title=title, meaning=legend(), source=elsewhere())
