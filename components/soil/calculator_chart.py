"""The three ways of a stock beside each other, the chosen one thick."""

from functools import partial
from typing import Any

import altair as alt
import pandas as pd

from components.exhibits.exhibit import Exhibit, Panel
from components.language.spoken import cached
from components.language.text import _, _c, number
from components.look import colours, theme
from components.look.theme import Palette
from store.soil import calculator
from store.soil.calculator import InvalidCalculationError, Setting, Way
from store.soil.sources import Source

COLUMNS = ["kind", "year", "stock", "way", "label", "tooltip"]
LONGEST, STEPS = 100, 50  # years that are drawn at least, and points of a line
ROOM = 0.55  # of the years, for the names at the ends
STEP = 5.0  # t C/ha, of what the axis begins with
HEIGHT = 330
COLOURS = {
    Way.COMPOUND: colours.TREATMENTS["kept"],
    Way.LINEAR: colours.TREATMENTS["fertiliser"],
    Way.SATURATING: colours.TREATMENTS["more"],
}


def exhibit(setting: Setting, sources: tuple[Source, ...]) -> Exhibit:
    """The chart of a setting from which a result follows; `sources` are behind its comparison."""
    data, foot = frame(setting)
    axis = _("t C/ha, {depth} cm (axis starts at {foot})", depth=setting.depth, foot=number(foot))
    title = _("Three ways of reckoning from the same first year")
    draw = partial(build, axis=axis, foot=foot, way=str(setting.way))
    return Exhibit(
        key="soil_calculator",
        name=_("Reckon it yourself"),
        title=title,
        reading=_("Arithmetic, not a forecast. When the practice stops, the way leads back."),
        panels=(Panel(data, draw),),
        alt=_describe(setting),
        caption="",
        caveats=(),
        table=_table(setting),
        sources=sources,
    )


def frame(setting: Setting) -> tuple[pd.DataFrame, float]:
    """Lines, the chosen year and names as rows, and where the axis begins.

    Shape: columns are COLUMNS; `kind` is line, now, name or edge.
    Unit:  stock in t C/ha, year counted from the start.
    """
    years, last = setting.years or 0.0, max(LONGEST, setting.years or 0)
    rows = []
    for one in _ways(setting):
        end = calculator.at(one, last)
        rows += [
            {"kind": "line", "year": year, "stock": calculator.at(one, year), "way": str(one.way)}
            for year in (last * at / STEPS for at in range(STEPS + 1))
        ]
        now = calculator.at(one, years)
        said = _("{way}: {stock} t C/ha", way=_name(one), stock=number(now))
        rows.append(
            {"kind": "now", "year": years, "stock": now, "way": str(one.way), "tooltip": said}
        )
        label = _("{way}: {stock}", way=_name(one), stock=number(end))
        rows.append(
            {"kind": "name", "year": last, "stock": end, "way": str(one.way), "label": label}
        )
    stocks = [row["stock"] for row in rows]
    foot = max(0.0, (min(stocks) - 1) // STEP * STEP)
    rows = _apart(rows, (max(stocks) - foot) * 0.07)
    rows.append({"kind": "edge", "year": last * (1 + ROOM), "stock": max(stocks)})
    return pd.DataFrame(rows, columns=COLUMNS), foot


def _apart(rows: list[dict[str, Any]], least: float) -> list[dict[str, Any]]:
    """The same rows, names moved up where they would cover each other."""
    at = float("-inf")
    for row in sorted((row for row in rows if row["kind"] == "name"), key=lambda row: row["stock"]):
        at = max(row["stock"], at + least)
        row["stock"] = at
    return rows


def _ways(setting: Setting) -> list[Setting]:
    """The setting under each way under which it has a result."""
    found = []
    for way in COLOURS:
        goal = setting.equilibrium
        one = Setting(
            setting.stock, setting.depth, setting.rate, setting.years, way, goal, setting.area
        )
        try:
            calculator.reckon(one)
        except InvalidCalculationError:
            continue
        found.append(one)
    return found


def _name(setting: Setting) -> str:
    if setting.way == Way.SATURATING:
        return _("towards {goal}", goal=number(setting.equilibrium or 0))
    return (
        _c("way of reckoning", "linear")
        if setting.way == Way.LINEAR
        else _c("way of reckoning", "compounding")
    )


@cached
def build(palette: Palette, *, axis: str, foot: float, way: str) -> dict[str, Any]:
    """The chart as Vega-Lite without data."""
    x = alt.X("year:Q").axis(
        title=_("Years of the same practice"), format="d", grid=False, ticks=False, tickCount=8
    )
    y = alt.Y("stock:Q").axis(title=axis, domain=False, ticks=False, tickCount=6, **theme.ABOVE)
    ways = [str(one) for one in COLOURS]
    colour = alt.Color("way:N", legend=None).scale(
        domain=ways, range=[palette.pick(one) for one in COLOURS.values()]
    )
    base = alt.Chart().encode(
        x=x.scale(alt.Scale(nice=False, zero=True)),
        y=y.scale(alt.Scale(domainMin=foot, zero=False)),
        color=colour,
    )

    def rows(kind: str) -> alt.Chart:
        return base.transform_filter(f"datum.kind == '{kind}'")

    chosen = f"datum.way == '{way}'"
    lines = (
        rows("line")
        .mark_line(aria=False)
        .encode(strokeWidth=alt.condition(chosen, alt.value(3.5), alt.value(1.6)))
    )
    rule = (
        alt.Chart()
        .transform_filter("datum.kind == 'now'")
        .mark_rule(strokeDash=[4, 4], color=palette.muted, aria=False)
        .encode(x=x)
    )
    points = (
        rows("now")
        .mark_point(filled=True, size=90, opacity=1)
        .encode(tooltip=[alt.Tooltip("tooltip:N", title=_("Figure"))])
    )
    names = rows("name").mark_text(align="left", dx=7, fontSize=13, fontWeight=600, aria=False)
    edge = rows("edge").mark_point(opacity=0, aria=False)
    chart = alt.layer(
        rule,
        lines,
        points,
        names.encode(text=alt.Text("label:N")),
        edge,
        data=alt.NamedData("source"),
    )
    return theme.specify(
        chart.properties(width="container", height=HEIGHT), palette, invented=False
    )


def _describe(setting: Setting) -> str:
    ends = "; ".join(
        _(
            "{way}: {stock} t C/ha",
            way=_name(setting_of_way),
            stock=number(calculator.reckon(setting_of_way).end),
        )
        for setting_of_way in _ways(setting)
    )
    return _(
        "A stock of {stock} t C/ha after {years} years. {ends}.",
        stock=number(setting.stock or 0),
        years=number(setting.years or 0),
        ends=ends,
    )


def _table(setting: Setting) -> pd.DataFrame:
    last = max(LONGEST, setting.years or 0)
    years = sorted({*(last * at / 10 for at in range(11)), setting.years or 0})
    columns: dict[str, list[float]] = {_("Year"): years}
    for setting_of_way in _ways(setting):
        columns[_name(setting_of_way)] = [
            round(calculator.at(setting_of_way, year), 2) for year in years
        ]
    return pd.DataFrame(columns)
