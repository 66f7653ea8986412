"""The regions side by side: a row each, a dot a year, on one scale."""

from functools import cache as remember
from typing import Any

import altair as alt
import pandas as pd

from components import cache, chart, theme
from components.places import name
from components.text import _, number
from components.theme import Palette
from components.view import REGIONS, WORLD, View
from components.words import reading_figure, reading_period
from store.queries import Reading
from store.standing import IndicatorStanding

COLUMNS = ["place", "year", "value", "short", "label"]


def show(standing: IndicatorStanding, view: View) -> None:
    """Draw a row for each region, or for the region chosen."""
    data = frame(standing, view)
    if data.empty:
        return
    chart.show(
        f"regions_{standing.indicator.code}",
        data,
        build(theme.current(), invented=cache.is_invented()),
        title=_("{name} by region", name=standing.indicator.name),
        alt=describe(standing, data),
    )


def frame(standing: IndicatorStanding, view: View) -> pd.DataFrame:
    """The regions' figures as rows; a region that said nothing keeps an empty row.

    Shape: columns are COLUMNS.
    Unit:  value in the indicator's unit; year is the calendar year the period ends in.
    """
    shown = [f"R-{code}" for code in REGIONS] if view.place == WORLD else [view.place]
    readings = [
        reading
        for reading in standing.readings
        if reading.place_code in shown and reading.figure is not None
    ]
    rows = [
        {
            "place": name(reading.place_code),
            "year": reading.period_end.year,
            "value": reading.figure,
            "short": qualified_mark(reading),
            "label": f"{reading_period(reading)}: {reading_figure(standing.indicator, reading)}",
        }
        for reading in readings
    ]
    if not rows:
        return pd.DataFrame(columns=COLUMNS)
    silent = [code for code in shown if code not in {r.place_code for r in readings}]
    rows += [{"place": name(code), "year": rows[0]["year"]} for code in silent]
    return pd.DataFrame(rows, columns=COLUMNS)


@remember
def build(palette: Palette, *, invented: bool) -> dict[str, Any]:
    """One row a region, one column a year, as Vega-Lite without data; it fits any width."""
    x = alt.X("year:O").axis(
        title=None, orient="top", domain=False, ticks=False, labelAngle=0, labelOverlap=True
    )
    y = alt.Y("place:N").axis(
        title=None, domain=False, ticks=False, labelColor=palette.ink, labelLimit=150
    )
    tooltip = [alt.Tooltip("label:N", title=_("Figure"))]
    known = alt.Chart().transform_filter("isValid(datum.value)").encode(x=x, y=y, tooltip=tooltip)
    dot = known.mark_circle(color=palette.ramp[2], opacity=1, yOffset=8).encode(
        size=alt.Size("value:Q").scale(alt.Scale(rangeMin=12, rangeMax=420)).legend(None)
    )
    said = known.mark_text(dy=-12, fontSize=12.5, color=palette.ink).encode(text="short:N")
    rows = alt.layer(dot, said, data=alt.NamedData("source")).properties(
        width="container", height=alt.Step(46)
    )
    return theme.specify(rows, palette, invented=invented)


def qualified_mark(reading: Reading) -> str:
    """The bare number, with a sign where it is not exact."""
    sign = {"at least": "≥", "about": "~"}.get(reading.qualifier, "")
    return f"{sign}{number(reading.figure or 0)}"


def describe(standing: IndicatorStanding, data: pd.DataFrame) -> str:
    """The rows in one sentence."""
    known = data.dropna(subset=["label"])
    facts = "; ".join(f"{row.place} {row.label}" for row in known.itertuples())
    return _("{name} by region. {facts}.", name=standing.indicator.name, facts=facts)
