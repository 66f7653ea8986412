"""Members' series of one site against four per mille, and their rates with intervals."""

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from components.language.spoken import cached
from components.language.text import _, number
from components.look import colours, theme
from components.look.theme import Palette
from components.soil import experiments_chart
from store.models import SoilSampling
from store.samplings.series import Change, SiteSeries
from store.soil.detection import ALMOST_SURE
from store.soil.stocks import PER_MILLE

RATES = ["row", "name", "rate", "low", "high", "is_shown", "tooltip"]
STEP, AXIS = 44, 40  # pixels of a row, and of the axis below them


def group(row: SoilSampling) -> str:
    """The colour of a series: whether carbon came from other land."""
    return "more" if row.carbon_brought else "kept"


def frame(of: Sequence[SiteSeries], waiting: Sequence[SiteSeries] = ()) -> pd.DataFrame:
    """The treatments of one site and layer as rows of `experiments_chart.build`.

    What is `waiting` for a review is a hollow point beside the lines, which it does not move.
    """
    first = min((series.first for series in of or waiting), key=lambda row: row.year)
    points = [_point(row) for series in of for row in series.samplings]
    points += [_waiting(row) for series in waiting for row in series.samplings]
    named = {series.last.treatment: series.last for series in (*waiting, *of)}
    ends = [(row.stock, treatment, group(row)) for treatment, row in named.items()]
    return experiments_chart.against(points, ends, first.stock, [("line", float(PER_MILLE))])


def _waiting(row: SoilSampling) -> dict[str, Any]:
    point = _point(row)
    said = _("{sampling} Waits for a review.", sampling=point["tooltip"])
    return {**point, "series": f"{row.treatment} {row.id}", "found": False, "tooltip": said}


def _point(row: SoilSampling) -> dict[str, Any]:
    margin = ALMOST_SURE * row.standard_error
    return {
        "kind": "series",
        "year": row.year,
        "stock": row.stock,
        "low": max(0.0, row.stock - margin),
        "high": row.stock + margin,
        "series": row.treatment,
        "group": group(row),
        "found": True,
        "tooltip": _(
            "{treatment}, {year}: {stock} ± {error} t C/ha (n = {count}). {source}.",
            treatment=row.treatment,
            year=row.year,
            stock=number(row.stock, 2),
            error=number(row.standard_error, 2),
            count=row.samples,
            source=row.source_title,
        ),
    }


def rates(named: Sequence[tuple[str, Change]]) -> pd.DataFrame:
    """A row for each series.

    Shape: columns are RATES.
    Unit:  rates in per mille of the first stock a year.
    """
    rows = [
        {
            "row": at,
            "name": name,
            "rate": change.per_mille,
            "low": change.low,
            "high": change.high,
            "is_shown": change.is_shown,
            "tooltip": _(
                "{series}: {rate} ‰ a year (95 %: {low} to {high})",
                series=name,
                rate=number(change.per_mille, 1),
                low=number(change.low, 1),
                high=number(change.high, 1),
            ),
        }
        for at, (name, change) in enumerate(named)
    ]
    return pd.DataFrame(rows, columns=RATES)


@cached
def build_rates(palette: Palette, rows: int, *, invented: bool) -> dict[str, Any]:
    """Intervals with the name above each, as Vega-Lite without data."""
    green, rust = palette.pick(colours.POSSIBLE), palette.pick(colours.RECKONED)
    y = alt.Y("row:O").axis(None)
    axis = alt.Axis(
        title=_("Change a year, ‰ of the stock at the start"), domain=False, ticks=False
    )
    x = alt.X("rate:Q", axis=axis, scale=alt.Scale(nice=True, zero=True))
    base = alt.Chart().encode(y=y)
    marks = [
        alt.Chart(alt.Data(values=[{"at": at}]))
        .mark_rule(strokeWidth=1.3, strokeDash=dash, color=colour)
        .encode(x=alt.X("at:Q"))
        for at, dash, colour in ((0, [1, 0], palette.ink), (PER_MILLE, [5, 4], rust))
    ]
    interval = base.mark_rule(color=green, strokeWidth=1.6, yOffset=9).encode(
        x=alt.X("low:Q"), x2=alt.X2("high:Q")
    )
    dots = base.mark_point(size=90, strokeWidth=1.6, opacity=1, yOffset=9, color=green).encode(
        x=x,
        fill=alt.condition("datum.is_shown", alt.value(green), alt.value(palette.paper)),
        tooltip=[alt.Tooltip("tooltip:N", title=_("Figure"))],
    )
    halo, named = theme.names_above(base, palette, dy=-9)
    chart = alt.layer(*marks, interval, dots, halo, named, data=alt.NamedData("source"))
    sized = chart.properties(width="container", height=rows * STEP + AXIS)
    return theme.specify(sized, palette, invented=invented)
