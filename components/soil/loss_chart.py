"""What land use has cost the topsoil, by year: of the world by region, or of one country."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from components.exhibits.exhibit import Exhibit, Missing, Panel, kept, not_yet, share
from components.language.spoken import cached
from components.language.text import _, number
from components.look import colours, theme
from components.look.theme import Palette
from components.reader import cache
from components.reader.places import name
from store.soil import facts, stocks
from store.soil.stocks import WORLD, YEARS, Stock

KEY = "soil_loss"
COLUMNS = ["year", "order", "part", "loss", "total", "said", "tooltip"]
HEIGHT = 320
MEGA = 1000  # of a peta, in tonnes


@kept
def exhibit(as_of: dt.date, country: str = WORLD) -> Exhibit | Missing:
    """The chart; before the stocks were known the sentence that says so.

    A country that was not mapped has the world's.
    """
    known = stocks.known(as_of)
    called = _("What was lost")
    if not known:
        return Missing(KEY, called, not_yet(as_of, stocks.origin()))
    place = country if country in known else WORLD
    data = frame(known, place)
    invented = cache.is_invented()
    unit = _("Pg C") if place == WORLD else _("Mt C")
    parts = tuple(data.drop_duplicates("part").sort_values("order")["part"])

    def drawn(palette: Palette) -> dict[str, Any]:
        axis = _("{unit} lost from 0–30 cm against no land use", unit=unit)
        return build(palette, parts, axis, invented=invented)

    return Exhibit(
        key=KEY,
        name=called,
        title=_title(known[place]),
        reading=_(
            "Difference of two runs of one model, with the land use of the year and with none, in"
            " the same climate. The years are not evenly spaced."
        ),
        panels=(Panel(data, drawn),),
        alt=_describe(known[place]),
        caption=_caption(known),
        caveats=(
            _("Before and after are two runs of one model, no two surveys; climate is held still."),
            _(
                "It follows land cover (HYDE) and knows nothing of what was done within cropland,"
                " nor of anything after 2010."
            ),
        ),
        table=_table(data, unit),
        sources=(stocks.origin(),),
    )


def frame(known: Mapping[str, Stock], place: str) -> pd.DataFrame:
    """A row for each year and part; the parts of the world are the regions of the plan.

    Shape: columns are COLUMNS; `total` is written at the last part of a year, empty before.
    Unit:  loss in Pg C for the world, in Mt C for a country; below zero where the model gains.
    """
    if place != WORLD:
        of = known[place]
        losses = {name(place): {year: of.loss(year=year) * MEGA for year in YEARS}}
    else:
        losses = _by_region(known)
    rows = []
    for year in YEARS:
        total = sum(part[year] for part in losses.values())
        for order, (part, lost) in enumerate(losses.items()):
            is_last = order == len(losses) - 1
            rows.append(
                {
                    "year": year,
                    "order": order,
                    "part": part,
                    "loss": lost[year],
                    "total": total if is_last else None,
                    "said": number(total, 1 if place == WORLD else 0),
                    "tooltip": f"{part}, {year}: {number(lost[year], 2)}",
                }
            )
    return pd.DataFrame(rows, columns=COLUMNS)


def _by_region(known: Mapping[str, Stock]) -> dict[str, dict[int, float]]:
    """The regions by what they lost, the most first; what lies in none of them stands last."""
    places = cache.places()
    sums: defaultdict[str, dict[int, float]] = defaultdict(lambda: dict.fromkeys(YEARS, 0.0))
    for code, stock in known.items():
        region = places[code].region_code if code in places else None
        if code != WORLD and region is not None:
            for year in YEARS:
                sums[region][year] += stock.loss(year=year)
    ranked = sorted(sums, key=lambda region: -sums[region][YEARS[-1]])
    return {name(region): sums[region] for region in ranked}


def _title(stock: Stock) -> str:
    if stock.place == WORLD:
        return _(
            "Farming and grazing have cost the world’s topsoil about {loss} Pg C, {part} of what it"
            " held (modelled)",
            loss=number(stock.loss(), 0),
            part=share(stock.loss_share(), 1),
        )
    if stock.loss() < 0:
        return _(
            "{country}: the model shows a gain of {gain} Mt C in the topsoil since land use began",
            country=name(stock.place),
            gain=number(-stock.loss() * MEGA, 1),
        )
    return _(
        "{country}: land use has cost the topsoil about {loss} Mt C, {part} of what it held"
        " (modelled)",
        country=name(stock.place),
        loss=number(stock.loss() * MEGA, 1),
        part=share(stock.loss_share(), 1),
    )


def _describe(stock: Stock) -> str:
    first, last = YEARS[0], YEARS[-1]
    of_world = stock.place == WORLD
    return _(
        "{title}. Bars by year: {first} {before} and {last} {now} {unit} to 30 cm.",
        title=_title(stock),
        first=first,
        before=number(stock.loss(year=first) * (1 if of_world else MEGA), 1),
        last=last,
        now=number(stock.loss() * (1 if of_world else MEGA), 1),
        unit=_("Pg C") if of_world else _("Mt C"),
    )


def _caption(known: Mapping[str, Stock]) -> str:
    printed = facts.facts()["loss-to-two-metres-printed"]
    gains = sum(stock.loss() < 0 for stock in known.values())
    return _(
        "Modelled by Sanderman et al. 2017 from the history of land use. To two metres the loss is"
        " {deep} Pg C (the paper first printed {printed}; the maps were corrected in October 2017)."
        " In {gains} countries, most of them dry, the model shows a small gain. Europe includes"
        " Russia.",
        deep=number(known[WORLD].loss(200), 0),
        printed=number(printed.low),
        gains=number(gains),
    )


def _table(data: pd.DataFrame, unit: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            _("Year"): data["year"],
            _("Place"): data["part"],
            _("Lost from 0–30 cm, {unit}", unit=unit): data["loss"].round(3),
        }
    )


@cached
def build(palette: Palette, parts: tuple[str, ...], axis: str, *, invented: bool) -> dict[str, Any]:
    """Stacked bars by year with their sums, as Vega-Lite without data."""
    colour = alt.Color("part:N").scale(
        domain=list(parts), range=[palette.pick(one) for one in colours.PARTS[: len(parts)]]
    )
    several = len(parts) > 1
    legend = alt.Legend(orient="top", columns=2, symbolType="square", labelLimit=200, offset=28)
    x = alt.X("year:O").axis(title=None, labelAngle=0, domain=False, ticks=False, labelFontSize=13)
    bars = (
        alt.Chart()
        .mark_bar()
        .encode(
            x=x.scale(alt.Scale(paddingInner=0.35)),
            y=alt.Y("loss:Q").axis(
                title=axis, domain=False, ticks=False, tickCount=5, **theme.ABOVE
            ),
            color=colour.legend(legend if several else None),
            order=alt.Order("order:Q"),
            tooltip=[alt.Tooltip("tooltip:N", title=_("Figure"))],
        )
    )
    totals = (
        alt.Chart()
        .transform_filter("isValid(datum.total)")
        .mark_text(dy=-9, fontSize=14, fontWeight=600, color=palette.ink, aria=False)
        .encode(x=x, y=alt.Y("total:Q"), text=alt.Text("said:N"))
    )
    chart = alt.layer(bars, totals, data=alt.NamedData("source"))
    return theme.specify(
        chart.properties(width="container", height=HEIGHT), palette, invented=invented
    )
