"""Four per mille beside what is emitted and what studies find possible, with its words."""

import datetime as dt
from functools import partial

import pandas as pd

from components.exhibits.exhibit import Exhibit, Missing, Panel, kept, not_yet, share
from components.language.text import _, day, number
from components.reader import cache
from components.soil import message_chart
from store.soil import budget, comparison, facts, stocks
from store.soil.comparison import MEGA, Comparison

KEY = "soil_message"


@kept
def exhibit(as_of: dt.date) -> Exhibit | Missing:
    """The chart; before the stocks were known the sentence that says so."""
    compared = comparison.known(as_of)
    called = _("Four per mille beside emissions")
    if compared is None:
        return Missing(KEY, called, not_yet(as_of, stocks.origin()))
    data = message_chart.frame(compared)
    draw = partial(message_chart.build, rows=len(data), invented=cache.is_invented())
    return Exhibit(
        key=KEY,
        name=called,
        title=_title(compared),
        reading=_(
            "Flows of carbon a year. Arithmetic multiplies a modelled stock by 0.004: measured and"
            " promised by nobody. Studies: technical or feasible, for some decades, most of them"
            " before costs."
        ),
        panels=(Panel(data, draw),),
        alt=_describe(compared, data),
        caption=_caption(as_of, compared),
        caveats=_caveats(as_of),
        table=_table(data),
        sources=compared.sources,
        unknown=() if compared.year else (missing_year(as_of),),
    )


def missing_year(as_of: dt.date) -> str:
    """Why a day has no emissions."""
    last = budget.years()[-1]
    return _(
        "Emissions of {year} were not yet known on {day}: they were published on {known_on}, and"
        " no earlier edition is kept here.",
        year=last.year,
        day=day(as_of),
        known_on=day(last.source.known_on),
    )


def _title(compared: Comparison) -> str:
    if compared.year is None:
        return _(
            "Four per mille of all topsoil would be {gain} Gt C a year",
            gain=number(compared.reckoned, 2),
        )
    part = share(compared.reckoned / compared.year.fossil)
    if compared.on_cropland is None:
        return _(
            "Four per mille of all topsoil is {part} of fossil emissions of {year}",
            part=part,
            year=compared.year.year,
        )
    return _(
        "Four per mille of all topsoil is {part} of fossil emissions of {year}; of cropland alone"
        " {small}",
        part=part,
        year=compared.year.year,
        small=share(compared.on_cropland / compared.year.fossil),
    )


def _describe(compared: Comparison, data: pd.DataFrame) -> str:
    bars = data.dropna(subset=["high"])
    facts_ = "; ".join(
        f"{name}: {label}" for name, label in zip(bars["name"], bars["label"], strict=True)
    )
    return _("{title}. Gt C a year. {facts}.", title=_title(compared), facts=facts_)


def _table(data: pd.DataFrame) -> pd.DataFrame:
    groups = {
        "emitted": _("Emitted"),
        "reckoned": _("Four per mille, as arithmetic"),
        "possible": _("What studies find possible"),
    }
    bars = data.dropna(subset=["high"])
    return pd.DataFrame(
        {
            _("Group"): bars["group"].map(groups),
            _("Flow"): bars["name"],
            _("From, Gt C a year"): bars["low"].round(3),
            _("To, Gt C a year"): bars["high"].round(3),
            _("In words"): bars["label"],
        }
    )


def _caption(as_of: dt.date, compared: Comparison) -> str:
    rate, years = facts.known("zomer-rate", as_of), facts.known("zomer-years", as_of)
    possible = next(
        (potential.yearly for potential in compared.possible if potential.id == "zomer-2017"), None
    )
    area, stock = facts.known("cropland-area", as_of), compared.cropland
    if rate is None or years is None or possible is None or area is None or stock is None:
        return _("Bars differ in land, depth and duration: they are not additive.")
    return _(
        "Bars differ in land, depth and duration: they are not additive. Zomer’s {low}–{high} Gt C"
        " a year is {least}–{most} t C/ha on {hectares} Gha of available cropland for at least"
        " {years} years; Padarian’s {stock} Pg C lies on {area} Gha: the one cannot be divided by"
        " the other.",
        low=number(possible[0], 2),
        high=number(possible[1], 2),
        least=number(rate.low, 2),
        most=number(rate.high, 2),
        hectares=number(possible[0] / rate.low, 1),
        years=number(years.low),
        stock=number(stock.low),
        area=number(area.low / MEGA, 2),
    )


def _caveats(as_of: dt.date) -> tuple[str, ...]:
    lines = [
        _("Emissions must fall all the same: a stock that grows does not make them smaller."),
        _(
            "A change of stock is no mitigation until nitrous oxide, methane, displaced harvests"
            " and carbon that was only moved are counted."
        ),
    ]
    goal = facts.known("zomer-share", as_of)
    if goal is not None:
        lines.append(
            _(
                "{low}–{high} % of the 4 ‰ goal is Zomer’s own comparison of that potential.",
                low=number(goal.low),
                high=number(goal.high),
            )
        )
    lines.append(
        _("No full text of these studies could be read: abstracts, passages, second sources were.")
    )
    return tuple(lines)
