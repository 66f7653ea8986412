"""The page Soil carbon from top to bottom; every part says what its day did not know."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from components.elements import later
from components.exhibits import section
from components.exhibits.exhibit import Exhibit, Missing
from components.language.text import _
from components.look import isolation, theme
from components.look.markup import Html, heading, pairs, show_note
from components.maps import world
from components.pledges import words
from components.reader import access, address, cache, links
from components.reader.places import name, names
from components.reader.view import View
from components.soil import (
    calculator,
    experiments,
    foot,
    head,
    loss_chart,
    measures,
    members,
    message,
    rates_chart,
    stock_map,
    stock_picture,
)
from components.soil.stock_map import Shown
from components.twins import twins
from components.twins.wording import label
from store.rights.rights import Act
from store.soil import stocks
from store.soil.stocks import WORLD, Stock

MAP = "soil_map_drawn"
OBSERVED = "E2"  # the objective on observing soils


def show(view: View) -> None:
    """Draw the whole page as known on the day of the view."""
    st.html(head.html(view.as_of))
    with isolation.drawing():
        section.show(message.exhibit(view.as_of), at_once=True)
    known = stocks.known(view.as_of)
    country = WORLD
    with isolation.drawing():
        country = _show_map(view, known)
    with isolation.drawing():
        section.show(loss_chart.exhibit(view.as_of, country))
    with isolation.drawing():
        section.show(experiments.exhibit(view.as_of))
    with isolation.drawing():
        section.show(rates_chart.exhibit(view.as_of))
    with isolation.drawing():
        _show_members(view)
    with isolation.drawing():
        calculator.show(view, country, known)
    with isolation.drawing():
        words.show(view)
        by_country = links.link(_("By country: objective A1"), "objective", objective="A1")
        show_note(Html(by_country))
    _show_foot(view)


def exhibits(view: View) -> list[Exhibit | Missing]:
    """The exhibits of the page in its order, the map with the measure that opens it."""
    day = view.as_of
    return [
        message.exhibit(day),
        stock_picture.exhibit(day),
        loss_chart.exhibit(day),
        experiments.exhibit(day),
        rates_chart.exhibit(day),
        *members.exhibits(view.until),
        words.exhibit(view.until),
    ]


def show_experiments(view: View) -> None:
    """Draw what was measured in fields, beside the objective that asks for observing soils."""
    section.show(experiments.exhibit(view.as_of))
    _show_members(view)


def _show_members(view: View) -> None:
    """Draw the members' series, and lead who may report one to the form."""
    for exhibit in members.exhibits(view.until, members.waiting(view)):
        section.show(exhibit)
    if access.may(Act.REPORT):
        report = links.link(_("Report a sampling"), "samplings")
        show_note(Html(report))


def _show_map(view: View, known: Mapping[str, Stock]) -> str:
    """Draw the map and the card of the country chosen; returns its code."""
    titles = {code: one.title for code, one in measures.measures().items()}
    held = measures.countries(known)
    if not held:
        section.show(stock_picture.exhibit(view.as_of))
        return WORLD
    room = st.container()
    left, right = st.columns([3, 2])
    shown_as = address.choose(
        "show", _("Show on the map"), titles, default=measures.FIRST, room=left
    )
    named = cache.derived("soil countries", (view.as_of,), lambda: _named(held))
    country = address.choose("country", _("Country"), named, default=WORLD, room=right)
    exhibit = stock_picture.of(view.as_of, shown_as)
    with room:
        st.html(Html(f'<div id="soil-map">{heading(exhibit.title)}{exhibit.note}</div>'))
    drawn, card = st.columns([5, 2], gap="medium")
    with drawn:
        is_drawn = _draw(view, shown_as, held, exhibit.alt)
    with card:
        _show_card(view, known[country])
    section.show_below(exhibit, is_drawn=is_drawn)
    return country


def _named(held: Mapping[str, Stock]) -> dict[str, str]:
    """The world, then the countries by name."""
    countries = {code: name(code) for code in held}
    return {WORLD: name(WORLD), **dict(sorted(countries.items(), key=_by_name))}


def _by_name(item: tuple[str, str]) -> str:
    return item[1].casefold()


def _draw(view: View, measure: str, held: Mapping[str, Stock], alt: str) -> bool:
    """Draw the map once the reader is near; whether it is drawn."""
    palette = theme.current()
    pilot = stock_picture.pilot_codes(view.as_of)
    sites = members.points(view.until)
    shown = Shown(measures.measures()[measure], held, pilot, twins.of(view), sites)
    st.html(stock_map.legend(shown, palette))
    if not later.is_near(MAP):
        return False
    drawn = cache.derived(
        "soil map",
        (view.until, view.region, measure, palette.name),
        lambda: world.Written(stock_map.build(shown, palette)),
    )
    st.pydeck_chart(drawn, height=520, key=MAP, on_select=_choose_clicked, alt=alt)
    return True


def _choose_clicked() -> None:
    """Take the country that was clicked on as the one chosen."""
    objects = st.session_state[MAP].selection.get("objects", {})
    codes = [one.get("code") for found in objects.values() for one in found]
    if codes and codes[0]:
        st.session_state["choice_country"] = codes[0]


def _show_card(view: View, stock: Stock) -> None:
    title = f'<h3 class="part">{escape(name(stock.place))}</h3>'
    st.html(Html(f"{title}{pairs(measures.facts(stock))}"))
    if stock.place == WORLD:
        return
    places = cache.places()
    region = (places[stock.place].region_code or "").removeprefix("R-")
    leads = [links.link(_("Page of its region"), "region", region=region)] if region else []
    leads += [
        links.link(label(pair, names()), "twins", pair=pair.row.code)
        for pair in twins.of(view)
        if stock.place in pair.countries
    ]
    if stock.place in stock_picture.pilot_codes(view.as_of):
        leads.append(links.link(_("The twin pilot, objective F1"), "objective", objective="F1"))
    show_note(Html(" · ".join(leads)))


def _show_foot(view: View) -> None:
    title = heading(_("What this page does not say"))
    st.html(Html(f'<div id="soil-limits">{title}{foot.limits_html()}</div>'))
    with st.expander(_("Sources and licences"), key="soil_sources"):
        st.html(foot.sources_html(view.as_of))
    data = links.link(_("Data to take along"), "data")
    st.html(f'<p class="note">{data}</p>{foot.citation_html(view.as_of)}')
