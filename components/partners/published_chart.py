"""Context series over time: partners and members, which have no target."""

from typing import Any

import altair as alt
import pandas as pd

from components.language.spoken import cached
from components.language.text import _, number
from components.look import theme
from components.look.theme import Palette
from components.objective.trajectory_chart import QUALIFIERS
from components.wording.figures import point_fact
from store.standing import IndicatorStanding

COLUMNS = ["series", "date", "value", "qualifier", "label", "source", "end"]


def frame(series: tuple[IndicatorStanding, ...]) -> pd.DataFrame:
    """Every point of every series as a row.

    Shape: columns are COLUMNS; `end` names the series at its last point and is empty before.
    Unit:  value in the indicator's unit.
    """
    rows = [
        {
            "series": standing.indicator.code,
            "date": point.end,
            "value": point.figure,
            "qualifier": point.qualifier,
            "label": point_fact(standing.indicator, point),
            "source": point.readings[0].source_title if point.readings else "",
            "end": f"{number(point.figure)} {standing.indicator.unit}"
            if point is standing.series[-1]
            else "",
        }
        for standing in series
        for point in standing.series
    ]
    data = pd.DataFrame(rows, columns=COLUMNS)
    return data.assign(date=pd.to_datetime(data["date"]))


@cached
def build(palette: Palette, *, invented: bool) -> dict[str, Any]:
    """The chart as Vega-Lite without data; names stand at the ends of the lines."""
    base = alt.Chart().encode(
        x=alt.X("date:T").axis(format="%Y", grid=False, title=None, tickCount="year"),
        y=alt.Y("value:Q").axis(domain=False, ticks=False, title=None),
        detail="series:N",
    )
    shape = alt.Shape("qualifier:N").scale(
        alt.Scale(domain=list(QUALIFIERS), range=list(QUALIFIERS.values()))
    )
    tooltip = [
        alt.Tooltip("label:N", title=_("Figure")),
        alt.Tooltip("source:N", title=_("Source")),
    ]
    chart = alt.layer(
        base.mark_line(strokeWidth=2.2, color=palette.ramp[3], aria=False),
        base.mark_point(filled=True, size=80, opacity=1, color=palette.ink).encode(
            shape=shape.legend(orient="top-left", symbolFillColor=palette.ink, symbolStrokeWidth=0),
            tooltip=tooltip,
        ),
        base.mark_text(
            align="right", dy=-14, fontSize=14, fontWeight=600, color=palette.ink
        ).encode(text="end:N"),
        data=alt.NamedData("source"),
    ).properties(width="container", height=360)
    return theme.specify(chart, palette, invented=invented)
