"""One indicator over time: required path, what was due, figures, targets, what is ahead.

Both plan versions stand in one chart where they ask something else of the same indicator.
"""

from typing import Any

import altair as alt
import pandas as pd

from components.elements.captions import Caption, cited
from components.figures import provenance
from components.indicator import proposed, trajectory_labels, trajectory_rows, word_layers, zones
from components.indicator.beside import ALONE, Beside
from components.language.spoken import cached
from components.language.text import _, given
from components.look import colours, isolation, status, theme
from components.look.status import label
from components.look.theme import Palette
from components.reader import cache
from components.reader.view import View
from components.wording.figures import level, qualified, span
from components.wording.shortfall import finding, shortfall
from components.wording.verdicts import why
from store.models import Qualifier, UnitType
from store.standing import IndicatorStanding

HEIGHT = 300
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


def draw(
    standing: IndicatorStanding, palette: Palette, beside: Beside = ALONE
) -> tuple[pd.DataFrame, dict[str, Any]]:
    """The rows of an indicator's chart and its specification; no rows where nothing is to see."""
    frame = trajectory_rows.frame(standing, beside)
    spec = build(
        palette,
        frozenset(frame["kind"]),
        trajectory_rows.years(standing, beside.proposed),
        UnitType(standing.indicator.unit_type),
        invented=cache.is_invented(),
    )
    return frame, spec


@cached
def build(
    palette: Palette,
    kinds: frozenset[str],
    years: tuple[float, float],
    unit: UnitType,
    *,
    invented: bool,
) -> dict[str, Any]:
    """The chart without its data, as Vega-Lite; the frame goes beside it.

    `kinds` are the kinds of rows in the frame: a layer without rows would only raise warnings.
    `years` are the first and the last year of the axis.
    """
    x = (
        alt.X("year:Q")
        .axis(format="d", tickMinStep=1, tickCount=8, grid=False, title=None)
        .scale(alt.Scale(domain=years, zero=False, nice=False, padding=24))
    )
    y = (
        alt.Y("value:Q")
        .axis(domain=False, ticks=False, title=None, **_steps(unit))
        .scale(alt.Scale(domain=[0, 5.4]) if unit is UnitType.LEVEL else alt.Scale(zero=True))
    )
    base = alt.Chart().encode(x=x, y=y)
    layers = proposed.behind(palette, base)
    layers += zip(LAYERS, _marks(palette, base), strict=True)
    layers += [*proposed.before(palette, base), *word_layers.layers(palette, base)]
    drawn = [layer for kind, layer in layers if kind in kinds]
    chart = alt.layer(*drawn, data=alt.NamedData("source")).properties(
        height=HEIGHT, width="container"
    )
    return theme.specify(chart, palette, invented=invented)


def _steps(unit: UnitType) -> dict[str, Any]:
    """The axis of values: levels by their names, no half of what is counted whole."""
    if unit is not UnitType.LEVEL:
        return {"tickCount": 6, "tickMinStep": 1 if unit is UnitType.INTEGER else 0}
    names = " : ".join(f"datum.value == {step} ? '{level(step)}'" for step in range(6))
    return {
        "values": list(range(6)),
        "labelExpr": f"{names} : ''",
        "labelLimit": 220,
        "tickCount": 6,  # else Vega drops every second one where the chart is low
    }


def _marks(palette: Palette, base: alt.Chart) -> list[alt.Chart]:
    """The marks from back to front, in the order of LAYERS."""
    return [*_lines(palette, base), *_points(palette, base)]


def _of(base: alt.Chart, kind: str) -> alt.Chart:
    return base.transform_filter(f"datum.kind == '{kind}'")


def _colour(palette: Palette) -> alt.Color:
    return alt.Color("status:N").scale(status.scale(palette)).legend(None)


def _lines(palette: Palette, base: alt.Chart) -> list[alt.Chart]:
    """Paths, the fan, what a figure would mean, today, the gap, the line of figures."""
    colour, brown = _colour(palette), palette.pick(colours.TIME)
    foot = alt.value(alt.expr("height"))
    now = alt.Chart().encode(x=alt.X("year:Q"), y=foot)
    dashed = {"strokeDash": [5, 4], "color": palette.ink, "strokeWidth": 1.4, "aria": False}
    spread = {"y": "low:Q", "y2": "high:Q", "color": colour}
    zone = [alt.Tooltip("label:N", title=_("A figure of today"))]
    return [
        _of(base, "path").mark_line(**dashed, opacity=0.8),
        _of(base, "other")
        .mark_line(**dashed | {"strokeDash": [2, 4], "color": palette.muted})
        .encode(detail="label:N"),
        _of(base, "fan").mark_area(opacity=0.2, aria=False).encode(**spread),
        _of(base, "fan")
        .mark_line(strokeWidth=1.4, strokeDash=[2, 2], aria=False)
        .encode(color=colour),
        _of(base, "zone")
        .mark_bar(size=BAR, stroke=palette.paper, strokeWidth=1.5)
        .encode(**spread, tooltip=zone),
        _of(now, "today")
        .mark_rule(color=brown, strokeWidth=1.4, aria=False)
        .encode(y2=alt.value(alt.expr(TOP))),
        _of(now, "today")
        .mark_text(color=brown, fontSize=12.5, align="left", dx=5, dy=4 - STUB)
        .encode(text="short:N"),
        _of(base, "above").mark_text(color=brown, fontSize=12.5, dy=-9).encode(text="short:N"),
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
        .encode(y="low:Q", y2="high:Q"),
        _of(base, "target")
        .mark_tick(orient="horizontal", thickness=3, size=24, color=ink)
        .encode(tooltip=target),
        _of(base, "baseline")
        .mark_point(shape="stroke", size=160, strokeWidth=2, color=palette.muted)
        .encode(tooltip=target),
    ]


@isolation.words
def describe(standing: IndicatorStanding, beside: Beside = ALONE) -> str:
    """The chart in sentences, for readers who do not see it."""
    figures = [
        _(
            "{year}: {figure}",
            year=point.end.year,
            figure=qualified(given(point.figure), point.qualifier),
        )
        for point in standing.series
    ]
    targets = [
        _("target {year}: {figure}", year=target.year, figure=span(standing.indicator, target))
        for target in standing.targets
    ]
    return "; ".join(
        [finding(standing), *figures, *_gap(standing), *targets, *_aside(standing, beside)]
    )


def _gap(standing: IndicatorStanding) -> list[str]:
    short = shortfall(standing)
    return [trajectory_labels.was_due(standing), short] if short else []


def _aside(standing: IndicatorStanding, beside: Beside) -> list[str]:
    """What the other versions ask, and what a figure of the day would be read as."""
    return [
        *(
            _("{plan}: target {year}: {figure}", plan=named, year=target.year, figure=asked)
            for named, one in beside.others
            for target in one.targets
            for asked in [span(one.indicator, target)]
        ),
        *zones.read_as(standing, beside.meaning),
        *proposed.said(standing, beside.proposed),
    ]


@isolation.words
def title(standing: IndicatorStanding, beside: Beside = ALONE) -> str:
    """What the chart finds; where it finds nothing yet, what it shows instead."""
    if beside.meaning is None:
        return finding(standing)
    return _("{indicator}: what a figure of today would mean", indicator=standing.indicator.name)


def caption(standing: IndicatorStanding, view: View, beside: Beside = ALONE) -> Caption:
    """Around an indicator over time: what it shows, its verdict and every document behind it."""
    return Caption(
        title=f"{standing.indicator.objective_code} · {title(standing, beside)}",
        meaning=f"{label(standing.statuses)}. {why(standing)}",
        source=cited(provenance.titles(standing, view)),
    )
