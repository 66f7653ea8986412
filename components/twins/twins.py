"""Twin regions: every pair known on the day, one pair side by side, and what is missing."""

from collections.abc import Sequence
from html import escape

import pandas as pd
import streamlit as st

from components.elements import paging, table
from components.language.markdown import escape as escape_markdown
from components.language.text import _, _c, day
from components.look import isolation
from components.look.markup import show_empty, show_lead, show_note
from components.reader import access, address, cache, links, people_names
from components.reader.places import Names, name, names
from components.reader.view import View
from components.twins import (
    pair_list,
    pair_shown,
    twin_arcs,
    twin_map,
    twin_message,
    wording,
)
from store.activities import twins
from store.activities.twins import Pair
from store.models.places import REGIONS
from store.standing import PlanStanding


def of(view: View) -> list[Pair]:
    """The pairs known on the day that touch the region chosen, the last reported first."""
    pairs = cache.ask(twins.known, view.until)
    if view.is_world:
        return pairs
    places = cache.places()
    return [pair for pair in pairs if view.place in twins.regions_of(pair, places)]


def show(plan: PlanStanding, view: View) -> None:
    """Draw the list beside the map, one pair side by side below them, then the pilot."""
    pairs = of(view)
    st.html(f'<p class="eyebrow">{escape(twin_message.summary(plan, pairs))}</p>')
    listed, shown = st.columns([3, 10], gap="large")
    with listed:
        chosen = _show_list(pairs, view)
    with shown:
        _show_head(chosen, view)
        with isolation.drawing():
            twin_map.show(pairs, chosen, view)
    if chosen is not None:
        pair_shown.show(chosen, plan, view)
    _show_all(pairs)
    _show_pilot(view, is_said=not pairs)


def _show_list(pairs: list[Pair], view: View) -> Pair | None:
    """Draw the pairs, a page at a time where they are many; returns the one to show."""
    st.subheader(_c("heading of a list", "Pairs"), anchor=False)
    ordered = pair_list.ordered(pairs)
    codes = [pair.row.code for pair in ordered]
    chosen = None
    if ordered:
        code = address.follow("pair", codes, default=codes[0])
        chosen = ordered[codes.index(code) if code in codes else 0]
        shown = paging.choose(ordered, "twins", ordered.index(chosen))
        st.html(pair_list.build(shown, chosen.row.code))
    else:
        show_empty(_nothing(view))
    if twins.may_report(access.actor(), [f"R-{code}" for code in REGIONS]):
        form = escape(links.address("activities", enter="pair"))
        st.html(f'<p class="acts"><a class="act" href="{form}">{escape(_("Enter a pair"))}</a></p>')
    return chosen


def _show_head(chosen: Pair | None, view: View) -> None:
    if chosen is None:
        pilot = cache.ask(twins.pilot_countries, view.as_of)
        st.title(escape_markdown(twin_message.silent_title(pilot)), anchor=False)
        show_lead(twin_message.unpublished(pilot, view.as_of))
        return
    st.title(escape_markdown(twin_message.title(chosen)), anchor=False)
    aims = f"{chosen.row.aims.rstrip('.')}. " if chosen.row.aims else ""
    show_lead(f"{aims}{twin_message.lead(chosen)}")


def _nothing(view: View) -> str:
    known = _("No pair of twin regions was published by {day}.", day=day(view.as_of))
    missing = _(
        "Missing are its two places, what they agreed on and since when, and their municipalities."
    )
    who = _(
        "The Secretariat, the Task Force Leader of F1 and its Regional Representatives enter pairs"
        " on the page Activities."
    )
    return f"{known} {missing} {who}"


def _show_all(pairs: Sequence[Pair]) -> None:
    """All pairs as a table; closed, it costs nothing."""
    if len(pairs) > twin_arcs.MOST_ARCS:
        show_note(
            _(
                "There are {count} pairs: the map joins the countries that have the most, with arcs"
                " as wide as their pairs are many.",
                count=len(pairs),
            )
        )
    if not pairs:
        return
    fold = st.expander(_("All pairs in a table"), key="twins_all", on_change="rerun")
    if fold.open:
        with fold:
            table.show("twins", frame(pairs[: paging.SIZE]))
            table.offer_csv("twins", lambda: frame(pairs), "4p1000-twin-regions")


def frame(pairs: Sequence[Pair]) -> pd.DataFrame:
    """Pairs as rows, with all that was reported of them."""
    named = names()
    reporters = {
        reporter: people_names.display(reporter)
        for reporter in {pair.row.reporter for pair in pairs}
    }
    return pd.DataFrame([_row(pair, named, reporters) for pair in pairs])


def _row(pair: Pair, named: Names, reporters: dict[str, str]) -> dict[str, object]:
    row = pair.row
    return {
        _("Pair"): row.name,
        _("First place"): wording.place(pair.first, named),
        _("Second place"): wording.place(pair.second, named),
        _c("heading", "State"): wording.state_name(row.state),
        _c("first day", "Since"): row.since,
        _("Neutral by"): row.neutrality_year,
        _("Municipalities"): wording.municipalities(pair),
        _("Shared aims"): row.aims,
        _("Source"): row.source_title,
        _("Link"): row.source_link,
        _("Note"): row.note,
        _("Reported by"): reporters[row.reporter],
        _("Known on"): row.known_on,
    }


def _show_pilot(view: View, *, is_said: bool) -> None:
    """The pilot's countries as a table; closed, it costs nothing. Above, it may be said already."""
    pilot = cache.ask(twins.pilot_countries, view.as_of)
    if not is_said:
        st.subheader(_("The pilot"), anchor=False)
        show_note(twin_message.unpublished(pilot, view.as_of))
    if not pilot:
        return
    fold = st.expander(_("The pilot’s countries"), key="twins_pilot", on_change="rerun")
    if not fold.open:
        return
    rows = pd.DataFrame(
        [
            {
                _("Country"): name(country.place_code),
                _("Region"): name(cache.places()[country.place_code].region_code or ""),
                _("Note"): country.note,
                _("Source"): country.source_title,
            }
            for country in pilot
        ]
    )
    with fold:
        table.show("pilot", rows)
        table.offer_csv("pilot", lambda: rows, "4p1000-pilot")
