"""Context series over time: partners and members, which have no target."""

from typing import Any

import altair as alt
import pandas as pd

from components.indicator import trajectory_marks
from components.language.spoken import cached
from components.language.text import _, given
from components.look import theme
from components.look.theme import Palette
from components.wording.figures import point_fact
from store.models import Qualifier
from store.progress import year_index
from store.standing import IndicatorStanding

COLUMNS = ["series", "date", "value", "qualifier", "label", "source", "end"]


def frame(series: tuple[IndicatorStanding, ...]) -> pd.DataFrame:
    """Every point of every series as a row.

    Shape: columns are COLUMNS; `end` names the series at its last point and is empty before.
    Unit:  value in the indicator's unit; date is a year index, as on trajectories.
    """
    rows = [
        {
            "series": standing.indicator.code,
            "date": year_index(point.end),
            "value": point.figure,
            "qualifier": point.qualifier,
            "label": point_fact(standing.indicator, point),
            "source": point.readings[0].source_title if point.readings else "",
            "end": f"{given(point.figure)} {standing.indicator.unit}"
            if point is standing.series[-1]
            else "",
        }
        for standing in series
        for point in standing.series
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def kinds_of(series: tuple[IndicatorStanding, ...]) -> tuple[Qualifier, ...]:
    """How exactly the figures are known, each kind once, the most exact first."""
    found = {point.qualifier for standing in series for point in standing.series}
    return tuple(kind for kind in Qualifier if kind in found)


@cached
def build(palette: Palette, kinds: tuple[Qualifier, ...], *, invented: bool) -> dict[str, Any]:
    """The chart as Vega-Lite without data; names stand at the ends of the lines.

    The shapes of `kinds` are explained, which are those that the frame has.
    """
    base = alt.Chart().encode(
        x=trajectory_marks.years("date"),
        y=alt.Y("value:Q").axis(domain=False, ticks=False, title=None),
        detail=alt.Detail("series:N"),
    )
    shapes = dict(zip(Qualifier, trajectory_marks.SHAPES, strict=True))
    shape = alt.Shape("qualifier:N").scale(
        alt.Scale(domain=list(kinds), range=[shapes[kind] for kind in kinds])
    )
    tooltip = [
        alt.Tooltip("label:N", title=_("Figure")),
        alt.Tooltip("source:N", title=_("Source")),
    ]
    chart = alt.layer(
        base.mark_line(strokeWidth=2.2, color=palette.muted, aria=False),
        base.mark_point(filled=True, size=80, opacity=1, color=palette.ink).encode(
            shape=shape.legend(orient="top-left", symbolFillColor=palette.ink, symbolStrokeWidth=0),
            tooltip=tooltip,
        ),
        base.mark_text(
            align="right", dy=-14, fontSize=14, fontWeight=600, color=palette.ink
        ).encode(text=alt.Text("end:N")),
        data=alt.NamedData("source"),
    ).properties(width="container", height=360)
    return theme.specify(chart, palette, invented=invented)
