"""One indicator over time: required path, figures by qualifier, targets, and the projection."""

from typing import Any

import altair as alt
import pandas as pd

from components.elements.captions import Caption, cited
from components.figures import provenance
from components.language.spoken import cached
from components.language.text import _, given, number, period
from components.look import isolation, status, theme
from components.look.status import label
from components.look.theme import Palette
from components.objective import trajectory_labels
from components.reader.view import View
from components.wording.figures import level, qualified, quantity, span
from components.wording.verdicts import why
from store.models import Qualifier, Target, TargetRole
from store.progress import Kind, year_index
from store.standing import IndicatorStanding
from store.standing.points import Point

COLUMNS = [
    "kind",
    "year",
    "value",
    "low",
    "high",
    "short",
    "label",
    "qualifier",
    "status",
    "source",
    "align",
    "below",
]
HEIGHT = 300
LAYERS = ("path", "fan", "fan", "figure", "thin", "figure", *["target"] * 3, "baseline")
SHAPES = ("circle", "triangle-up", "triangle-down", "diamond")  # by qualifier, in its order


def frame(standing: IndicatorStanding) -> pd.DataFrame:
    """Every mark of the chart as a row.

    Shape: columns are COLUMNS; `kind` is path, fan, figure, baseline, target, or one of words.
    Unit:  value, low and high in the indicator's unit; year is a year index.
    """
    path, fan = _path(standing), _fan(standing)
    labels = trajectory_labels.rows(
        standing,
        [(row["year"], row["value"]) for row in path],
        [(row["year"], row["low"], row["high"]) for row in fan],
    )
    rows = [*path, *_targets(standing), *_figures(standing), *fan, *labels]
    return pd.DataFrame(rows, columns=COLUMNS)


def _path(standing: IndicatorStanding) -> list[dict[str, Any]]:
    assessment = standing.assessment
    if assessment.baseline is None or assessment.start is None:
        return []
    ends = [
        (target.year, target.low) for target in standing.targets if target.year > assessment.start
    ]
    if not ends:
        return []
    return [
        {"kind": "path", "year": year, "value": value}
        for year, value in [(assessment.start, assessment.baseline), *ends]
    ]


def _targets(standing: IndicatorStanding) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for target in standing.plan_numbers:
        label = span(standing.indicator, target)
        rows.append(
            {
                "kind": target.role,
                "year": target.year,
                "value": target.low
                if target.role == TargetRole.TARGET
                else (target.low + target.high) / 2,
                "low": target.low,
                "high": target.high,
                "short": f"{target.year}: {_short(standing, target)}",
                "label": f"{target.year}: {label}",
                "source": target.source_title,
            }
        )
    return rows


def _short(standing: IndicatorStanding, target: Target) -> str:
    """A target without its unit, which stands above the axis: a phone is narrow."""
    if standing.indicator.kind == Kind.MILESTONE:
        return _("level {step}", step=number(target.low))
    high = trajectory_labels.bare(standing.indicator, target.high)
    return high if target.low == target.high else f"{given(target.low)}–{high}"


def _figures(standing: IndicatorStanding) -> list[dict[str, object]]:
    return [_figure(standing, point) for point in standing.series]


def _figure(standing: IndicatorStanding, point: Point) -> dict[str, object]:
    source = point.readings[0].source_title if point.readings else _("rolled up from countries")
    when = period(point.start, point.end) if not point.is_rolled_up else str(point.end.year)
    label = quantity(standing.indicator, point.figure, point.qualifier)
    return {
        "kind": "figure" if point.counts else "thin",
        "year": year_index(point.end),
        "value": point.figure,
        "label": _("{when}: {figure}", when=when, figure=label),
        "qualifier": point.qualifier,
        "status": standing.assessment.last_status or standing.assessment.statuses[0],
        "source": source if len(point.readings) < 2 else _("rolled up from regions"),
    }


def _fan(standing: IndicatorStanding) -> list[dict[str, Any]]:
    assessment = standing.assessment
    ahead = assessment.projection
    if ahead is None or assessment.t is None or assessment.value is None or ahead.low is None:
        return []
    ends = [
        (assessment.t, assessment.value, assessment.value, assessment.value),
        (assessment.active_year, ahead.low, ahead.value, ahead.high),
    ]
    return [
        {
            "kind": "fan",
            "year": year,
            "low": low,
            "value": middle,
            "high": high,
            "status": assessment.last_status or assessment.statuses[0],
        }
        for year, low, middle, high in ends
    ]


@cached
def build(
    palette: Palette, kinds: frozenset[str], *, is_milestone: bool, invented: bool
) -> dict[str, Any]:
    """The chart without its data, as Vega-Lite; the frame goes beside it.

    `kinds` are the kinds of rows in the frame: a layer without rows would only raise warnings.
    """
    x = (
        alt.X("year:Q")
        .axis(format="d", tickMinStep=1, tickCount=8, grid=False, title=None)
        .scale(alt.Scale(zero=False, nice=False, padding=24))
    )
    y = (
        alt.Y("value:Q")
        .axis(domain=False, ticks=False, title=None, **(_levels() if is_milestone else {}))
        .scale(alt.Scale(domain=[0, 5.4]) if is_milestone else alt.Scale(zero=True))
    )
    drawn = [
        layer for kind, layer in _layers(palette, alt.Chart().encode(x=x, y=y)) if kind in kinds
    ]
    chart = alt.layer(*drawn, data=alt.NamedData("source")).properties(
        height=HEIGHT, width="container"
    )
    return theme.specify(chart, palette, invented=invented)


def _levels() -> dict[str, Any]:
    names = " : ".join(f"datum.value == {step} ? '{level(step)}'" for step in range(6))
    return {
        "values": list(range(6)),
        "labelExpr": f"{names} : ''",
        "labelLimit": 220,
        "tickCount": 6,  # else Vega drops every second one where the chart is low
    }


def _colour(palette: Palette) -> alt.Color:
    scale = alt.Scale(domain=list(status.MARKS), range=status.colours(palette))
    return alt.Color("status:N").scale(scale).legend(None)


def _layers(palette: Palette, base: alt.Chart) -> list[tuple[str, alt.Chart]]:
    """The layers from back to front, each with the kind of rows it draws."""
    shape = alt.Shape("qualifier:N").legend(None)
    shape = shape.scale(alt.Scale(domain=list(Qualifier), range=list(SHAPES)))
    figure = [alt.Tooltip("label:N", title=_("Figure")), alt.Tooltip("source:N", title=_("Source"))]
    target_tooltip = [
        alt.Tooltip("label:N", title=_("Target")),
        alt.Tooltip("source:N", title=_("Source")),
    ]
    ink, colour = palette.ink, _colour(palette)

    def of(kind: str) -> alt.Chart:
        return base.transform_filter(f"datum.kind == '{kind}'")

    dashed = {"strokeDash": [5, 4], "color": ink, "strokeWidth": 1.4, "opacity": 0.65}
    dot = {"filled": True, "size": 110, "opacity": 1, "color": ink, "stroke": palette.paper}
    label = {"align": "right", "dx": -14, "dy": -9, "fontSize": 12.5, "fontWeight": 600}
    drawn = [
        of("path").mark_line(**dashed, aria=False),
        of("fan").mark_area(opacity=0.2, aria=False).encode(y="low:Q", y2="high:Q", color=colour),
        of("fan").mark_line(strokeWidth=1.4, strokeDash=[2, 2], aria=False).encode(color=colour),
        of("figure").mark_line(strokeWidth=2.6, aria=False).encode(color=colour),
        of("thin")
        .mark_point(size=80, color=palette.muted, strokeDash=[2, 2])
        .encode(shape=shape, tooltip=figure),
        of("figure").mark_point(**dot, strokeWidth=1.2).encode(shape=shape, tooltip=figure),
        of("target")
        .mark_rule(strokeWidth=5, opacity=0.35, color=ink, aria=False)
        .encode(y="low:Q", y2="high:Q"),
        of("target")
        .mark_tick(orient="horizontal", thickness=3, size=24, color=ink)
        .encode(tooltip=target_tooltip),
        of("target").mark_text(**label, color=ink).encode(text="short:N"),
        of("baseline")
        .mark_point(shape="stroke", size=160, strokeWidth=2, color=palette.muted)
        .encode(tooltip=target_tooltip),
    ]
    return [*zip(LAYERS, drawn, strict=True), *trajectory_labels.layers(palette, base)]


@isolation.words
def describe(standing: IndicatorStanding) -> str:
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
    return "; ".join([standing.indicator.name, *figures, *targets])


def caption(standing: IndicatorStanding, view: View) -> Caption:
    """Around an indicator over time: its verdict and every document behind it."""
    return Caption(
        title=f"{standing.indicator.objective_code} · {standing.indicator.name}",
        meaning=f"{label(standing.statuses)}. {why(standing)}",
        source=cited(provenance.titles(standing, view)),
    )
