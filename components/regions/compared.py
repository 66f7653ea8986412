"""The five regions beside each other, a row each, with the way to each one's page."""

from dataclasses import replace

import streamlit as st

from components.activities import activity_list
from components.language.text import _, number
from components.look.markup import Html, grid, show_note
from components.overview import headline
from components.reader import cache, links
from components.reader.places import name
from components.reader.view import View
from components.regions import region_card, region_figures
from store.activities import activities
from store.models.places import REGIONS
from store.standing import PlanStanding


def show(plan: PlanStanding, view: View) -> None:
    """Draw the regions' counts; a region's name leads to its page."""
    if not plan.is_adopted:
        headline.show_not_adopted(plan)
    show_note(_("Choose a region in the bar above, or follow its name."))
    columns = [
        _("Region"),
        _("Indicators with a figure"),
        _("Representatives"),
        _("Activities"),
        _("Regional meetings"),
        _("Partners by name"),
        _("Overdue figures"),
    ]
    key = (view, bool(plan.is_adopted))
    rows = cache.derived("regions table", key, lambda: [row(plan, view, r) for r in REGIONS])
    st.html(grid(columns, rows, whole=True, stacked=True))


def row(plan: PlanStanding, view: View, region: str) -> list[str]:
    """One region: how much is known, who is there, what is done and what is late."""
    there = replace(view, region=region)
    standings = region_figures.regional_indicators(plan)
    known = [
        standing for standing in standings if region_figures.known(standing, there.place, there)
    ]
    seats = region_card.seats(there.place, there)
    done = activity_list.chosen(there)
    return [
        Html(links.link(name(there.place), "region", region=region)),
        _("{count} of {all}", count=number(len(known)), all=number(len(standings))),
        _(
            "{count} of {all}",
            count=number(sum(bool(seat.holders) for seat in seats)),
            all=number(len(seats)),
        ),
        number(len(done)),
        number(len(activities.regional_meetings(done))),
        number(len(region_card.partners(there))),
        number(len(region_card.overdue(there.place, there))),
    ]
