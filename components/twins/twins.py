"""Twin regions: every pair known on the day, one pair side by side, and what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.elements import paging, table
from components.language.markdown import escape
from components.language.text import _, _c, _n, day, listed
from components.look.markup import grid, show_empty, show_facts, show_note, source
from components.maps.shading import Shade
from components.reader import address, cache, people_names
from components.reader.places import Names, name, names
from components.reader.view import View
from components.twins import comparison, maps, twin_arcs, wording
from store.activities import twins
from store.activities.twins import Pair
from store.standing import PlanStanding


def of(view: View) -> list[Pair]:
    """The pairs known on the day that touch the region chosen, the last reported first."""
    pairs = cache.ask(twins.known, view.until)
    if view.is_world:
        return pairs
    places = cache.places()
    return [pair for pair in pairs if view.place in twins.regions_of(pair, places)]


@dataclass(frozen=True, slots=True)
class Shaded:
    """How the map above is shaded: by which indicator, each country, and the legend as HTML."""

    indicator: str
    countries: dict[str, Shade]
    legend: str


def show(plan: PlanStanding, view: View, shaded: Shaded) -> None:
    """Draw the pairs and the one chosen, shaded as the map above, then the pilot."""
    st.header(_("Twin regions"))
    pairs = of(view)
    if pairs:
        shown = _show_pairs(pairs)
        _show_one(_chosen(shown), plan, view, shaded)
    else:
        show_empty(_nothing(view))
    _show_pilot(view)


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


def _show_pairs(pairs: list[Pair]) -> Sequence[Pair]:
    """Draw the table, of many pairs a page; returns the pairs in it."""
    if len(pairs) > twin_arcs.MOST_ARCS:
        show_note(
            _(
                "There are {count} pairs: the map joins the countries that have the most, with arcs"
                " as wide as their pairs are many.",
                count=len(pairs),
            )
        )
    wanted = st.query_params.get("pair")
    first = next((at for at, pair in enumerate(pairs) if pair.row.code == wanted), 0)
    shown = paging.choose(pairs, "twins", first)
    table.show("twins", frame(shown))
    table.offer_csv("twins", lambda: frame(pairs), "4p1000-twin-regions")
    return shown


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


def _chosen(pairs: Sequence[Pair]) -> Pair:
    labels = wording.labels(pairs, names())
    code = address.choose("pair", _("Pair"), labels, default=pairs[0].row.code)
    return next(pair for pair in pairs if pair.row.code == code)


def _show_one(pair: Pair, plan: PlanStanding, view: View, shaded: Shaded) -> None:
    st.subheader(escape(wording.short(pair.row.name)))
    show_facts([(label, value) for label, value in _facts(pair) if value])
    decided_by = f"{shaded.indicator} {plan.plan.code} {view.as_of}"
    maps.show(pair, decided_by, shaded.countries, shaded.legend)
    comparison.show(plan, pair, view)
    _show_history(pair, view)


def _facts(pair: Pair) -> list[tuple[str, str]]:
    row, named = pair.row, names()
    reported = _("{who}, {day}", who=people_names.display(row.reporter), day=day(row.known_on))
    return [
        (_("Pair"), row.name),
        (_("First place"), wording.described(pair.first, named)),
        (_("Second place"), wording.described(pair.second, named)),
        (_c("heading", "State"), wording.since(pair)),
        (_("Neutral by"), str(row.neutrality_year)),
        (_("Shared aims"), row.aims),
        (_("Source"), source(row.source_title, row.source_link)),
        (_("Note"), row.note),
        (_("Reported by"), reported),
    ]


def _show_history(pair: Pair, view: View) -> None:
    """What was said of the pair before, where it was changed."""
    revisions = cache.ask(twins.history, pair.row.code, view.until)
    if len(revisions) < 2:
        return
    rows = [
        [
            revision.row.known_on.isoformat(),
            revision.row.name,
            wording.since(revision),
            people_names.display(revision.row.reporter),
        ]
        for revision in revisions
    ]
    with st.expander(_n("{count} revision", "{count} revisions", len(revisions))):
        columns = [_("Known on"), _("Pair"), _c("heading", "State"), _("Reported by")]
        st.html(grid(columns, rows, whole=True, stacked=True))


def _show_pilot(view: View) -> None:
    st.subheader(_("The pilot"))
    pilot = cache.ask(twins.pilot_countries, view.as_of)
    if not pilot:
        st.info(_("The twin-region pilot was not announced by {day}.", day=day(view.as_of)))
        return
    show_note(
        _(
            "The pilot names {countries}: 24 municipalities in three distinct regions of"
            " these countries. Which municipalities, and which are twins, is not published;"
            " rings mark the countries on the map.",
            countries=listed(name(country.place_code) for country in pilot),
        )
    )
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
    table.show("pilot", rows)
    table.offer_csv("pilot", lambda: rows, "4p1000-pilot")
