"""The regions: the message, the grid of objectives and regions, and below it maps and meetings."""

from html import escape

import pandas as pd
import streamlit as st

from components.activities.wording import what
from components.elements import table
from components.language.markdown import escape as escape_markdown
from components.language.text import _, _c, day
from components.look import isolation
from components.overview import headline
from components.reader import access, cache, clock, links
from components.reader.places import name
from components.reader.view import View
from components.regions import cells, grid_message, heat_grid, indicator_map
from components.regions.ways_in import ON_SCREEN, Ways
from components.task_forces import task_forces
from store.activities import activities
from store.models.places import WORLD
from store.people.task_forces import seats
from store.rights.rights import Act
from store.standing import PlanStanding


def show(plan: PlanStanding, view: View) -> None:
    """Draw the message, the grid with its ways on, one indicator's map, and meetings."""
    key = (view, clock.today(), repr(access.actor().grants))
    title, below = cache.derived("regions grid", key, lambda: build(plan, view))
    st.html(f'<p class="eyebrow">{escape(_("Regions and task forces"))}</p>')
    st.title(escape_markdown(title), anchor=False)
    if not plan.is_adopted:
        headline.show_not_adopted(plan)
    st.html(below)
    _show_acts(plan, view)
    _show_one_indicator(plan, view)
    with isolation.drawing():
        _show_meetings(view)


def build(plan: PlanStanding, view: View, ways: Ways = ON_SCREEN) -> tuple[str, str]:
    """The message in words, and the lead and the grid as HTML."""
    known, leaders = cells.of(plan, view), cells.leaders(view)
    lead = f'<p class="lead">{escape(grid_message.lead(known, leaders))}</p>'
    return grid_message.title(plan, known, leaders), lead + heat_grid.build(plan, view, ways)


def _show_acts(plan: PlanStanding, view: View) -> None:
    """What follows from the grid: whom to ask, where to sit, which seats to fill."""
    ways = [(_("Seats and task forces"), "task-forces")]
    if access.may(Act.REPORT):
        ways.insert(0, (_("What I owe"), "my-figures"))
    if access.may(Act.MANAGE_PEOPLE):
        ways[0] = (_("Ask the silent"), "my-figures")
    acts = "".join(
        f'<a class="act" href="{escape(links.address(page))}">{escape(label)}</a>'
        for label, page in ways
    )
    with st.container(horizontal=True, key="regions_acts"):
        st.html(f'<p class="acts">{acts}</p>', width="content")
        table.offer_csv(
            "vacancies",
            lambda: task_forces.vacancies(plan, cache.ask(seats, view.as_of)),
            "4p1000-vacancies",
            _("Save the vacancies as CSV"),
        )


def _show_one_indicator(plan: PlanStanding, view: View) -> None:
    """The map of one indicator; closed, it costs nothing."""
    fold = st.expander(
        _("One indicator on the map"),
        expanded="indicator" in st.query_params,
        key="regions_map_fold",
        on_change="rerun",
    )
    if fold.open:
        with fold:
            indicator_map.show(plan, view)


def _show_meetings(view: View) -> None:
    st.header(_("Meetings"))
    places = cache.places()
    rows = pd.DataFrame(
        [
            {
                _c("first day", "From"): event.starts_on,
                _c("last day", "To"): event.ends_on,
                _("Kind"): what(event),
                _("Meeting"): event.title,
                _("Place"): event.place_name,
                _("Region"): name(activities.region_of(event, places) or WORLD),
                _("Participants"): event.participants or "–",
                _("Link"): event.link,
            }
            for event in indicator_map.events(view)
        ]
    )
    if rows.empty:
        st.info(_("No meeting was known by {day}.", day=day(view.as_of)))
        return
    table.show("meetings", rows)
    table.offer_csv("meetings", lambda: rows, "4p1000-meetings")
