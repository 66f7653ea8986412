"""The panels of long-term experiments: lines, points and names against four per mille."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import altair as alt
import pandas as pd

from components.language.spoken import cached
from components.language.text import _, number
from components.look import colours, theme
from components.look.theme import Palette
from components.soil import names
from store.soil.experiments import Experiment, Practice, Sampling, Series
from store.soil.stocks import PER_MILLE

COLUMNS = ["kind", "year", "stock", "low", "high", "series", "group", "found", "label", "tooltip"]
End = tuple[float, str, str]  # where a line ends: stock, name, group
HEIGHT = 240
ROOM = 0.62  # of the years in a panel, for the names at the ends of its lines
APART = 0.09  # of the height, between two names
# Drawn beside these, three more would hide them; all stand in the table.
LEFT_OUT = {
    Practice.MANURE_1885,
    Practice.NO_NITROGEN,
    Practice.ROTATION,
}


def panels(known: Iterable[Series]) -> Iterator[tuple[str, list[Series]]]:
    """The series by field, those that began on the same soil together."""
    titles = {
        Experiment.HOOSFIELD: _("Hoosfield, barley"),
        Experiment.BROADBALK: _("Broadbalk, wheat"),
        Experiment.BROADBALK_WILDERNESS: _("Wilderness, left alone"),
        Experiment.GEESCROFT: _("Wilderness, left alone"),
        Experiment.HIGHFIELD: _("Highfield, old grassland"),
        Experiment.BARE_FALLOW: _("Highfield, old grassland"),
        Experiment.FOSTERS: _("Fosters, old arable"),
        Experiment.WOBURN: _("Woburn, sandy (computed)"),
    }
    found: dict[str, list[Series]] = {title: [] for title in titles.values()}
    for one in known:
        if one.practice not in LEFT_OUT:
            found[titles[one.experiment]].append(one)
    yield from ((title, of) for title, of in found.items() if of)


def frame(of: Sequence[Series], steeper: float | None) -> pd.DataFrame:
    """Lines, points and names of one panel as rows.

    Shape: columns are COLUMNS; `kind` is series, line, steep, name or edge.
    Unit:  stock in t C/ha to the depth of the series.
    """
    start = min((one.first for one in of), key=lambda sampling: sampling.year).stock
    rates = [("line", float(PER_MILLE)), *([("steep", steeper)] if steeper else [])]
    rows = [row for series in of for row in _points(series)]
    ends = [(series.last.stock, _short(series, of), names.GROUPS[series.kind]) for series in of]
    return against(rows, ends, start, rates)


def against(
    points: list[dict[str, Any]], ends: list[End], start: float, rates: list[tuple[str, float]]
) -> pd.DataFrame:
    """Points of series with their names, beside lines that rise from `start` at these rates.

    Shape: columns are COLUMNS; `kind` is series, name, edge, or as the rates are called.
    Unit:  stocks in t C/ha, rates in per mille of `start` a year.
    """
    years = [row["year"] for row in points]
    begin, end = min(years), max(years)
    rows, ends = list(points), list(ends)
    for kind, rate in rates:
        last = start * (1 + rate / 1000 * (end - begin))
        rows += [{"kind": kind, "year": begin, "stock": start}]
        rows += [{"kind": kind, "year": end, "stock": last}]
        ends.append((last, _("{rate} ‰ a year", rate=number(rate)), kind))
    top = max(row["stock"] for row in rows)
    rows += _names(ends, end, top)
    rows.append({"kind": "edge", "year": end + ROOM * (end - begin), "stock": top * 1.04})
    return pd.DataFrame(rows, columns=COLUMNS)


def _short(one: Series, of: Sequence[Series]) -> str:
    """What was done; where a panel has it twice, on which field."""
    said = names.treatment(one)
    is_twice = sum(names.treatment(other) == said for other in of) > 1
    return names.experiment(one).removesuffix(" Wilderness") if is_twice else said


def _points(one: Series) -> list[dict[str, Any]]:
    return [
        {
            "kind": "series",
            "year": sampling.year,
            "stock": sampling.stock,
            "series": names.whole(one),
            "group": names.GROUPS[one.kind],
            "found": sampling.is_found,
            "tooltip": _said(one, sampling),
        }
        for sampling in one.samplings
    ]


def _said(one: Series, sampling: Sampling) -> str:
    found = number(sampling.stock, 2)
    stock = (
        _("{found} t C/ha", found=found)
        if sampling.deviation is None
        else _(
            "{found} ± {deviation} t C/ha (n = {count})",
            found=found,
            deviation=number(sampling.deviation, 2),
            count=sampling.count,
        )
    )
    return f"{names.whole(one)}, {sampling.year}: {stock} · {sampling.basis} · {one.source.doi}"


def _names(ends: list[tuple[float, str, str]], year: int, top: float) -> list[dict[str, Any]]:
    """The names at the ends of the lines, moved up where they would cover each other."""
    rows, least = [], float("-inf")
    for stock, label, group in sorted(ends):
        least = max(stock, least + APART * top)
        rows.append({"kind": "name", "year": year, "stock": least, "label": label, "group": group})
    return rows


@cached
def build(palette: Palette, *, title: str, axis: str, invented: bool) -> dict[str, Any]:
    """One panel as Vega-Lite without data: its rows bring lines, points and names along."""
    x = alt.X("year:Q").axis(
        title=None,
        format="d",
        tickCount=6,
        grid=False,
        ticks=False,
        labelExpr="datum.value <= 2010 ? datum.label : ''",
    )
    y = alt.Y("stock:Q").axis(title=axis, domain=False, ticks=False, tickCount=4, **theme.ABOVE)
    groups = {name: palette.pick(colour) for name, colour in colours.TREATMENTS.items()}
    groups |= {"line": palette.ink, "steep": palette.muted}
    colour = alt.Color("group:N", legend=None).scale(
        domain=list(groups), range=list(groups.values())
    )
    base = alt.Chart().encode(
        x=x.scale(alt.Scale(zero=False, nice=False)), y=y.scale(alt.Scale(zero=True, nice=False))
    )

    def rows(kind: str) -> alt.Chart:
        return base.transform_filter(f"datum.kind == '{kind}'")

    series = rows("series")
    line = series.mark_line(strokeWidth=2, aria=False).encode(
        color=colour, detail=alt.Detail("series:N")
    )
    points = series.mark_point(size=30, strokeWidth=1.4, opacity=1).encode(
        color=colour,
        fill=alt.condition("datum.found", colour, alt.value(palette.paper)),
        tooltip=[alt.Tooltip("tooltip:N", title=_("Figure"))],
    )
    errors = (
        rows("series")
        .transform_filter("isValid(datum.low)")
        .mark_rule(strokeWidth=1.2, aria=False)
        .encode(y=alt.Y("low:Q"), y2=alt.Y2("high:Q"), color=colour)
    )
    dashed = rows("line").mark_line(
        strokeDash=[5, 4], strokeWidth=1.4, color=palette.ink, aria=False
    )
    steep = rows("steep").mark_line(
        strokeDash=[2, 3], strokeWidth=1, color=palette.muted, aria=False
    )
    labels = (
        rows("name")
        .mark_text(align="left", dx=6, fontSize=12, aria=False)
        .encode(text=alt.Text("label:N"), color=colour)
    )
    edge = rows("edge").mark_point(opacity=0, aria=False)
    chart = alt.layer(
        steep, dashed, errors, line, points, labels, edge, data=alt.NamedData("source")
    )
    spec = theme.specify(
        chart.properties(width="container", height=HEIGHT), palette, invented=invented
    )
    heading = {"anchor": "start", "fontSize": 14, "fontWeight": 600, "color": palette.ink}
    return {**spec, "title": {"text": title, "frame": "bounds", "offset": 10, **heading}}
