"""The marks of an indicator over time: required path, what was due, figures, targets, baseline."""

import altair as alt

from components.language.text import _
from components.look import colours, status
from components.look.theme import Palette
from store.models import Qualifier

BAR = 16  # pixels: how wide the bar is that says what a figure would mean
STUB = 30  # pixels: how high today's mark stands above the axis
TOP = "height - 30"  # where it ends
LAYERS = (
    "path",
    "other",
    "fan",
    "fan",
    "zone",
    "today",
    "today",
    "above",
    "gap",
    "figure",
    "due",
    "thin",
    "figure",
    *["target"] * 2,
    "baseline",
)
SHAPES = ("circle", "triangle-up", "triangle-down", "diamond")  # by qualifier, in its order


def layers(palette: Palette, base: alt.Chart) -> list[tuple[str, alt.Chart]]:
    """The layers from back to front, each with the kind of rows it draws."""
    marks = [*_lines(palette, base), *_points(palette, base)]
    return list(zip(LAYERS, marks, strict=True))


def years(field: str) -> alt.X:
    """The axis of years as numbers, of which each stands for its last day."""
    axis = alt.Axis(
        format="d",
        tickMinStep=1,
        tickCount=8,
        grid=False,
        title=_("31 December of each year"),
        titleAnchor="start",
    )
    return alt.X(f"{field}:Q").axis(axis).scale(alt.Scale(zero=False, nice=False, padding=24))


def _of(base: alt.Chart, kind: str) -> alt.Chart:
    return base.transform_filter(f"datum.kind == '{kind}'")


def _colour(palette: Palette) -> alt.Color:
    return alt.Color("status:N").scale(status.scale(palette)).legend(None)


def _lines(palette: Palette, base: alt.Chart) -> list[alt.Chart]:
    """Paths, the fan, what a figure would mean, today, the gap, the line of figures."""
    colour, brown = _colour(palette), palette.pick(colours.TIME)
    foot = alt.YValue(alt.expr("height"))
    now = alt.Chart().encode(x=alt.X("year:Q"), y=foot)
    dashed = {"strokeDash": [5, 4], "color": palette.ink, "strokeWidth": 1.4, "aria": False}
    spread = {"y": alt.Y("low:Q"), "y2": alt.Y2("high:Q"), "color": colour}
    zone = [alt.Tooltip("label:N", title=_("A figure of today"))]
    return [
        _of(base, "path").mark_line(**dashed, opacity=0.8),
        _of(base, "other")
        .mark_line(**dashed | {"strokeDash": [2, 4], "color": palette.muted})
        .encode(detail=alt.Detail("label:N")),
        _of(base, "fan").mark_area(opacity=0.2, aria=False).encode(**spread),
        _of(base, "fan")
        .mark_line(strokeWidth=1.4, strokeDash=[2, 2], aria=False)
        .encode(color=colour),
        _of(base, "zone")
        .mark_bar(size=BAR, stroke=palette.paper, strokeWidth=1.5)
        .encode(**spread, tooltip=zone),
        _of(now, "today")
        .mark_rule(color=brown, strokeWidth=1.4, aria=False)
        .encode(y2=alt.Y2Value(alt.expr(TOP))),
        _of(now, "today")
        .mark_text(color=brown, fontSize=12.5, align="left", dx=5, dy=4 - STUB)
        .encode(text=alt.Text("short:N")),
        _of(base, "above")
        .mark_text(color=brown, fontSize=12.5, dy=-9)
        .encode(text=alt.Text("short:N")),
        _of(base, "gap").mark_rule(strokeWidth=3, aria=False).encode(**spread),
        _of(base, "figure").mark_line(strokeWidth=2.6, aria=False).encode(color=colour),
    ]


def _points(palette: Palette, base: alt.Chart) -> list[alt.Chart]:
    """What was due, the figures by their shapes, targets, the baseline."""
    shape = alt.Shape("qualifier:N").legend(None)
    shape = shape.scale(alt.Scale(domain=list(Qualifier), range=list(SHAPES)))
    source = alt.Tooltip("source:N", title=_("Source"))
    figure = [alt.Tooltip("label:N", title=_("Figure")), source]
    target = [alt.Tooltip("label:N", title=_("Target")), source]
    ink, paper = palette.ink, palette.paper
    dot = {"filled": True, "size": 110, "opacity": 1, "color": ink, "stroke": paper}
    return [
        _of(base, "due")
        .mark_point(filled=True, size=46, opacity=1, color=paper, stroke=ink, strokeWidth=1.4)
        .encode(tooltip=[alt.Tooltip("label:N", title=_("What was due"))]),
        _of(base, "thin")
        .mark_point(size=80, color=palette.muted, strokeDash=[2, 2])
        .encode(shape=shape, tooltip=figure),
        _of(base, "figure").mark_point(**dot, strokeWidth=1.2).encode(shape=shape, tooltip=figure),
        _of(base, "target")
        .mark_rule(strokeWidth=5, opacity=0.35, color=ink, aria=False)
        .encode(y=alt.Y("low:Q"), y2=alt.Y2("high:Q")),
        _of(base, "target")
        .mark_tick(orient="horizontal", thickness=3, size=24, color=ink)
        .encode(tooltip=target),
        _of(base, "baseline")
        .mark_point(shape="stroke", size=160, strokeWidth=2, color=palette.muted)
        .encode(tooltip=target),
    ]
