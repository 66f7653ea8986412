"""The map of stocks as a picture on an equal-area projection: for files, paper and the site."""

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import altair as alt
import pandas as pd

from components.exhibits.exhibit import Exhibit, Missing, Panel, kept, not_yet, share
from components.language.text import _, number
from components.look import colours, theme
from components.look.theme import Palette
from components.maps import countries as shapes
from components.reader import cache
from components.reader.places import name
from components.soil import measures
from components.soil.measures import Measure
from components.soil.stock_map import BESIDE, label
from store.activities.twins import pilot_countries
from store.soil import stocks
from store.soil.stocks import WORLD, Stock

KEY = "soil_map"
RATIO = 0.47  # height to width of the world on this projection


def exhibit(as_of: dt.date) -> Exhibit | Missing:
    """The map as it opens the page; before the stocks were known the sentence that says so."""
    if not stocks.known(as_of):
        return Missing(KEY, _("Where the carbon is"), not_yet(as_of, stocks.origin()))
    return of(as_of, measures.FIRST)


@kept
def of(as_of: dt.date, code: str) -> Exhibit:
    """The map of a measure, on a day that knew the stocks."""
    known, measure = stocks.known(as_of), measures.measures()[code]
    held = measures.countries(known)
    pilot = pilot_codes(as_of)
    invented = cache.is_invented()
    draw = partial(build, measure=measure, held=held, pilot=pilot, invented=invented)
    return Exhibit(
        key=KEY,
        name=_("Where the carbon is"),
        title=_title(measure, held, pilot),
        reading=_(
            "{measure}, by country, modelled for 2010 at 10 km. A mean over forest, field and"
            " desert: it says nothing about what a farm could store.",
            measure=measure.title,
        ),
        panels=(Panel(pd.DataFrame(), draw, RATIO),),
        alt=_describe(measure, known, pilot),
        caption=_(
            "France with its overseas departments. Boundaries imply no opinion; stocks and map use"
            " the same ones. Not mapped: below 300 km², and where the model has no value."
        ),
        caveats=(
            _(
                "If every cell of the model erred the same way, the world’s stock would be wrong by"
                " {part}: an upper bound. The truth is smaller, and nobody has the correlation.",
                part=share(known[WORLD].error / known[WORLD].held[30]),
            ),
            _("Stones and the depth of peat are modelled badly; management is not in the model."),
            _("4 ‰ of a national stock is arithmetic: no country is asked for it."),
        ),
        table=table(held),
        sources=(stocks.origin(),),
    )


def pilot_codes(as_of: dt.date) -> tuple[str, ...]:
    """The countries of the twin pilot known on a day."""
    return tuple(row.place_code for row in cache.ask(pilot_countries, as_of))


def _title(measure: Measure, held: Mapping[str, Stock], pilot: Sequence[str]) -> str:
    values = [measure.of(held[code]) for code in pilot if code in held]
    if measure.code != measures.FIRST:
        return measure.title
    if not values:
        return _("The carbon is where it is cold or wet")
    return _(
        "The carbon is where it is cold or wet; the countries of the twin pilot hold {low} to"
        " {high} t C/ha",
        low=number(min(values), 0),
        high=number(max(values), 0),
    )


def _describe(measure: Measure, known: Mapping[str, Stock], pilot: Sequence[str]) -> str:
    world = known[WORLD]
    of_pilot = "; ".join(measures.said(measure, known[code]) for code in pilot if code in known)
    said = _(
        "{title}. The world’s soils hold {stock} Pg C to 30 cm, {mean} t C/ha on average.",
        title=_title(measure, known, pilot),
        stock=number(world.held[30], 0),
        mean=number(world.density[30]),
    )
    return f"{said} {of_pilot}" if of_pilot else said


def table(held: Mapping[str, Stock]) -> pd.DataFrame:
    """Every country by name."""
    named = sorted(((name(code), stock) for code, stock in held.items()), key=_by_name)
    return pd.DataFrame(
        [
            {
                _("Country"): country,
                _("t C/ha, 0–30 cm"): stock.density[30],
                _("t C/ha, 0–100 cm"): stock.density[100],
                _("Pg C, 0–30 cm"): stock.held[30],
                _("Pg C, 0–100 cm"): stock.held[100],
                _("Pg C, 0–200 cm"): stock.held[200],
                _("Lost from 0–30 cm, %"): round(100 * stock.loss_share(), 1),
                _("4 ‰ of 0–30 cm, Mt C a year"): stock.four_per_mille,
            }
            for country, stock in named
        ]
    )


def _by_name(item: tuple[str, Stock]) -> str:
    return item[0].casefold()


def build(
    palette: Palette,
    *,
    measure: Measure,
    held: Mapping[str, Stock],
    pilot: Sequence[str],
    invented: bool,
) -> dict[str, Any]:
    """The map as Vega-Lite with its shapes inside."""
    outlined = [one for one in shapes.features() if one["properties"]["code"] in pilot]
    data = {
        "land": _shapes(measure, held, palette),
        "pilot": outlined,
        "circles": _circles(measure, held) if measure.is_amount else [],
    }
    blue = palette.pick(colours.PILOT)
    land = alt.Chart(alt.NamedData("land")).mark_geoshape(stroke=palette.paper, strokeWidth=0.4)
    circles = alt.Chart(alt.NamedData("circles")).mark_circle(
        color=palette.pick(colours.SOIL[4]), opacity=0.8, stroke=palette.paper
    )
    outline = alt.Chart(alt.NamedData("pilot")).mark_geoshape(
        filled=False, stroke=blue, strokeWidth=1.8
    )
    layers = [
        land.encode(color=_colour(measure, palette)),
        circles.encode(
            longitude=alt.Longitude("longitude:Q"),
            latitude=alt.Latitude("latitude:Q"),
            size=alt.Size("size:Q", scale=None, legend=None),
        ),
        outline,
        *(layer for code in pilot for layer in _label(measure, held, code, palette)),
    ]
    chart = alt.layer(*layers).project("equalEarth").properties(width="container", height=400)
    # Altair would look at every point of every shape: the rows join what it has made.
    return {**theme.specify(chart, palette, invented=invented), "datasets": data}


def _colour(measure: Measure, palette: Palette) -> alt.Color:
    """The classes and what is not mapped, with a legend; of an amount the land has one colour."""
    classes = [] if measure.is_amount else measures.classes(measure, palette)
    rest = [(palette.land, _("not mapped"))]
    drawn = [*classes, *rest]
    legend = alt.Legend(orient="bottom-left", title=measure.unit, symbolType="square")
    return alt.Color("class:N", legend=legend if classes else None).scale(
        domain=[words for _fill, words in drawn], range=[fill for fill, _words in drawn]
    )


def _shapes(measure: Measure, held: Mapping[str, Stock], palette: Palette) -> list[dict[str, Any]]:
    drawn = []
    for feature in shapes.features():
        stock = held.get(feature["properties"]["code"])
        words = _("not mapped")
        if stock is not None and not measure.is_amount:
            words = measures.classes(measure, palette)[measures.class_of(measure, stock)][1]
        drawn.append({**feature, "class": words})
    return drawn


def _circles(measure: Measure, held: Mapping[str, Stock]) -> list[dict[str, Any]]:
    places, most = cache.places(), max(measure.of(stock) for stock in held.values())
    return [
        {
            "longitude": places[code].longitude,
            "latitude": places[code].latitude,
            "size": math.pi * measures.radius(measure, stock, most) ** 2,
        }
        for code, stock in held.items()
        if code in places
    ]


def _label(
    measure: Measure, held: Mapping[str, Stock], code: str, palette: Palette
) -> list[alt.Chart]:
    if code not in held:
        return []
    place, (dx, dy) = cache.places()[code], BESIDE.get(code, (0, 0))
    row = {
        "longitude": place.longitude,
        "latitude": place.latitude,
        "text": label(measure, held[code]),
    }
    base = alt.Chart(alt.Data(values=[row])).encode(
        longitude=alt.Longitude("longitude:Q"),
        latitude=alt.Latitude("latitude:Q"),
        text=alt.Text("text:N"),
    )
    align = "left" if dx > 0 else "right"
    look = {"dx": dx, "dy": dy, "align": align, "fontSize": 13, "fontWeight": 600}
    halo = base.mark_text(stroke=palette.paper, strokeWidth=3.5, **look)
    return [halo, base.mark_text(color=palette.pick(colours.PILOT), **look)]
