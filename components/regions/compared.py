"""The five regions beside each other, a line each, with the way to each one's page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

import streamlit as st

from components.activities import activity_list
from components.language.text import _, _n, number
from components.look import isolation
from components.look.markup import Html, grid
from components.overview import headline
from components.reader import cache, links
from components.reader.places import name
from components.reader.view import View
from components.regions import region_card, region_figures
from store.activities import activities
from store.models.places import REGIONS
from store.standing import PlanStanding


@dataclass(frozen=True, slots=True)
class Row:
    """One region: how much is known, who is there, what is done and what is late."""

    place: str
    known: tuple[int, int]  # indicators with a figure, and asked
    seats: tuple[int, int]  # filled, and all
    activities: int
    meetings: int
    partners: int
    overdue: int


def show(plan: PlanStanding, view: View) -> None:
    """Draw the sentence and a line for each region; its name leads to its page."""
    rows = cache.derived("regions abreast", (view,), lambda: [row(plan, view, r) for r in REGIONS])
    st.html(f'<p class="eyebrow">{links.link(_("All regions"), "regions")}</p>')
    st.title(title(rows), anchor=False)
    if not plan.is_adopted:
        headline.show_not_adopted(plan)
    st.html(table(rows))


@isolation.words
def title(rows: Sequence[Row]) -> str:
    """Which region has most figures, and which owes most."""
    first = max(rows, key=lambda one: one.known[0])
    late = max(rows, key=lambda one: one.overdue)
    answers = _(
        "{place} has figures of {count} of {all} indicators; no region has more.",
        place=name(first.place),
        count=number(first.known[0]),
        all=number(first.known[1]),
    )
    if not late.overdue:
        return answers
    owes = _n(
        "{place} owes {count} figure; no region owes more.",
        "{place} owes {count} figures; no region owes more.",
        late.overdue,
        place=name(late.place),
    )
    return f"{answers} {owes}"


def table(rows: Sequence[Row]) -> str:
    """The regions as HTML, each count with a bar: its share of all, or of the highest count."""
    columns = [
        _("Region"),
        _("Indicators with a figure"),
        _("Representatives"),
        _("Activities"),
        _("Regional meetings"),
        _("Partners by name"),
        _("Overdue figures"),
    ]
    counts = [(one.activities, one.meetings, one.partners, one.overdue) for one in rows]
    highest = [max(column) or 1 for column in zip(*counts, strict=True)]
    lines: list[list[str]] = [
        [
            Html(links.link(name(one.place), "region", region=one.place[2:])),
            _part(*one.known),
            _part(*one.seats),
            *(_bar(number(count), count / most) for count, most in zip(own, highest, strict=True)),
        ]
        for one, own in zip(rows, counts, strict=True)
    ]
    return f'<div class="abreast">{grid(columns, lines, whole=True, stacked=True)}</div>'


def _part(count: int, whole: int) -> Html:
    said = _("{count} of {all}", count=number(count), all=number(whole))
    return _bar(said, count / whole if whole else 0)


def _bar(said: str, share: float) -> Html:
    return Html(f'<span style="--x:{share:.3f}">{escape(said)}</span>')


def row(plan: PlanStanding, view: View, region: str) -> Row:
    """What is counted of one region."""
    there = replace(view, region=region)
    asked = region_figures.regional_indicators(plan)
    known = [one for one in asked if region_figures.known(one, there.place, there)]
    seats = region_card.seats(there.place, there)
    done = activity_list.chosen(there)
    return Row(
        place=there.place,
        known=(len(known), len(asked)),
        seats=(sum(bool(seat.holders) for seat in seats), len(seats)),
        activities=len(done),
        meetings=len(activities.regional_meetings(done)),
        partners=len(region_card.partners(there)),
        overdue=len(region_card.overdue(there.place, there)),
    )
