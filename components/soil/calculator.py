"""Reckon it yourself: a form with its settings in the address, three ways, the end in words."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from components.elements import later, writing
from components.exhibits import section
from components.exhibits.exhibit import share
from components.language.text import _, _c, number
from components.look.markup import show_note
from components.reader import address
from components.reader.places import name
from components.reader.view import View
from components.soil import calculator_chart
from store.ground import numbers
from store.ground.errors import StoreError
from store.ground.numbers import AmbiguousNumberError, UnreadableNumberError
from store.soil import budget, calculator
from store.soil.calculator import CO2, Result, Setting, Way
from store.soil.stocks import Stock

DEFAULTS = {
    "stock": "50",
    "depth": "0–30",
    "rate": "4",
    "years": "20",
    "equilibrium": "60",
    "area": "1000000",
}
PARAMETERS = (*DEFAULTS, "way", "emissions")
KEY = "soil_reckoned"
MEGA = 1000
HECTARES = 100  # in a square kilometre
LEAST_YEAR = 1850


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields: the setting and the emissions to compare with."""

    setting: Setting
    year: budget.Year | None


@st.fragment
def show(view: View, country: str, stocks: Mapping[str, Stock]) -> None:
    """Draw form, answer and chart; `country` is the one chosen above, whose stock can be taken.

    They wait until the reader is near, unless the address holds a setting.
    """
    st.header(_("Reckon it yourself"), anchor="soil-calculator")
    is_asked = any(parameter in st.query_params for parameter in PARAMETERS)
    if not is_asked and not later.is_near(KEY, _("Open the calculator")):
        return
    form, answer = st.columns([2, 3], gap="large")
    with form:
        _offer_country(country, stocks)
        try:
            typed = _typed(view)
            result = calculator.reckon(typed.setting)
        except StoreError as error:
            writing.show_refusal(error)
            return
    with answer:
        st.html(f'<p class="verdict">{_in_words(typed, result)}</p>')
        sources = (typed.year.source,) if typed.year else ()
        section.show_plain(calculator_chart.exhibit(typed.setting, sources))


def _offer_country(country: str, stocks: Mapping[str, Stock]) -> None:
    stock = stocks.get(country)
    if stock is None:
        return
    st.button(
        _("Fill in the mean: {place}", place=name(country)),
        key="soil_fill",
        on_click=_fill,
        args=(stock,),
    )


def _fill(stock: Stock) -> None:
    """Put a modelled mean and its area into the fields."""
    st.session_state["choice_stock"] = f"{stock.density[30]:g}"
    st.session_state["choice_depth"] = DEFAULTS["depth"]
    st.session_state["choice_area"] = f"{stock.area_km2 * HECTARES:.0f}"


def _typed(view: View) -> Typed:
    """The fields. Errors: InvalidError for what is no number."""
    left, right = st.columns(2)
    ways = {
        Way.LINEAR: _("Linear: the same amount every year"),
        Way.COMPOUND: _("Compounding: the same share every year"),
        Way.SATURATING: _("Towards a new equilibrium"),
    }
    with left:
        stock = _field("stock", _("Stock (t C/ha)"))
        rate = _field("rate", _("Rate (‰ a year)"))
    with right:
        depth = _text("depth", _("To which depth (cm)"))
        years = _field("years", _c("a number of them", "Years"))
    options = {str(way): said for way, said in ways.items()}
    way = address.choose("way", _("How it goes on"), options, default=Way.SATURATING.value)
    left, right = st.columns(2)
    with left:
        goal = (
            _field("equilibrium", _("New equilibrium (t C/ha)")) if way == Way.SATURATING else None
        )
        area = _field("area", _("Area (ha)"))
    with right:
        year = _year(view)
    fossil = year.fossil * MEGA if year else None
    setting = Setting(stock, depth, rate, years, way, goal, area, fossil)
    return Typed(setting, year)


def _year(view: View) -> budget.Year | None:
    """The emissions to compare with, of the years that the day knew."""
    known = {str(one.year): one for one in reversed(budget.known(view.as_of))}
    if budget.newest(view.as_of) is None:
        show_note(_("Emissions to compare with were not yet known on this day."))
        return None
    chosen = address.choose(
        "emissions",
        _("Emissions of the year"),
        {year: year for year in known},
        default=next(iter(known)),
    )
    return known[chosen]


def _text(parameter: str, label: str) -> str:
    """A field of words that begins with its default."""
    key = f"choice_{parameter}"
    default = DEFAULTS[parameter]
    address.adopt(parameter, key, (st.query_params.get(parameter, default), ""))
    typed = st.text_input(label, key=key)
    address.write(parameter, "" if typed == default else typed)
    return typed


def _field(parameter: str, label: str) -> float | None:
    """A field for a number, None where it is empty. Errors: UnreadableNumberError."""
    typed = _text(parameter, label)
    if not typed.strip():
        return None
    try:
        return numbers.figure(typed)
    except (AmbiguousNumberError, UnreadableNumberError) as error:
        writing.show_refusal(error)
        raise


def _in_words(typed: Typed, result: Result) -> str:
    setting = typed.setting
    first = _(
        "{stock} → {end} t C/ha ({depth} cm) in {years} years: {gain} t C/ha, {co2} t CO₂/ha.",
        stock=number(setting.stock or 0, 1),
        end=number(result.end, 1),
        depth=setting.depth,
        years=number(setting.years or 0, 1),
        gain=number(result.gain, 1),
        co2=number(result.gain * CO2, 1),
    )
    return " ".join([first, *_on_area(typed, result), *_half(result)])


def _on_area(typed: Typed, result: Result) -> list[str]:
    if result.total is None or result.mean_total is None:
        return []
    said = _(
        "On {area} ha {total} Mt C in all, {yearly} Mt C a year.",
        area=number(typed.setting.area or 0, 0),
        total=_small(result.total),
        yearly=_small(result.mean_total),
    )
    if result.share is None or typed.year is None:
        return [said]
    part = _(
        "That is {part} of fossil emissions of {year}.",
        part=share(result.share, 4 if abs(result.share) < 0.001 else 1),
        year=typed.year.year,
    )
    return [said, part]


def _half(result: Result) -> list[str]:
    if result.half_time is None:
        return []
    return [
        _(
            "Half of the change is there after {half} years, 95 % after {almost}.",
            half=number(result.half_time, 0),
            almost=number(result.almost_time or 0, 0),
        )
    ]


def _small(value: float) -> str:
    return number(value, 1 if abs(value) >= 1 else 2)
