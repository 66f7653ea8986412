"""One indicator over time: required path, what was due, figures, targets, what is ahead.

Both plan versions stand in one chart where they ask something else of the same indicator.
"""

from typing import Any

import altair as alt
import pandas as pd

from components.elements.captions import Caption, cited
from components.figures import provenance
from components.indicator import (
    proposed,
    trajectory_labels,
    trajectory_marks,
    trajectory_rows,
    word_layers,
    zones,
)
from components.indicator.beside import ALONE, Beside
from components.language.spoken import cached
from components.language.text import _, given
from components.look import isolation, theme
from components.look.status import label
from components.look.theme import Palette
from components.reader import cache
from components.reader.view import View
from components.wording.figures import level, qualified, span
from components.wording.shortfall import finding, shortfall
from components.wording.verdicts import why
from store.models import TargetRole, UnitType
from store.standing import IndicatorStanding

HEIGHT = 300
LOW = 170  # where nothing is drawn but what is asked for, and the day
WITHOUT_FIGURES = (TargetRole.TARGET, "today", "unit", "word")


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
    is_low = not frame.empty and frame["kind"].isin(WITHOUT_FIGURES).all()
    return frame, {**spec, "height": LOW} if is_low else spec


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
    drawing, whole = _whole(palette, unit, invented=invented)
    layers = zip(drawing, whole["layer"], strict=True)
    return {**whole, "layer": [_between(years, layer) for kind, layer in layers if kind in kinds]}


@cached
def _whole(
    palette: Palette, unit: UnitType, *, invented: bool
) -> tuple[tuple[str, ...], dict[str, Any]]:
    """The kind of rows that each layer draws, and the chart with all of them.

    Altair takes a tenth of a second for it, too long for every indicator anew.
    """
    y = (
        alt.Y("value:Q")
        .axis(domain=False, ticks=False, title=None, **_steps(unit))
        .scale(alt.Scale(domain=[0, 5.4]) if unit is UnitType.LEVEL else alt.Scale(zero=True))
    )
    base = alt.Chart().encode(x=trajectory_marks.years("year"), y=y)
    layers = proposed.behind(palette, base)
    layers += [
        *trajectory_marks.layers(palette, base),
        *proposed.before(palette, base),
        *word_layers.layers(palette, base),
    ]
    kinds, drawn = zip(*layers, strict=True)
    chart = alt.layer(*drawn, data=alt.NamedData("source")).properties(
        height=HEIGHT, width="container"
    )
    return kinds, theme.specify(chart, palette, invented=invented)


def _between(years: tuple[float, float], layer: dict[str, Any]) -> dict[str, Any]:
    """The layer on an axis from the first to the last of the years."""
    encoding = layer["encoding"]
    if "scale" not in encoding["x"]:
        return layer
    x = {**encoding["x"], "scale": {**encoding["x"]["scale"], "domain": list(years)}}
    return {**layer, "encoding": {**encoding, "x": x}}


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
