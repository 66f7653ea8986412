"""The task forces: a matrix of seats, and one task force with its tasks, people and way in."""

from collections import Counter
from html import escape

import pandas as pd
import streamlit as st

from components.activities import activity_list
from components.elements import table, writing
from components.language.markdown import escape as escape_markdown
from components.language.text import _, _c, _n, listed
from components.look.markup import grid, show_note
from components.reader import access, address, cache, people_names
from components.reader.places import name
from components.reader.view import View
from components.task_forces import applications, join_form, seat_grid, tasks
from store.models import Person, RoleKind
from store.models.places import REGIONS, WORLD
from store.models.task_forces import WANTED_ROLES
from store.people import task_forces
from store.people.task_forces import Seat
from store.rights.rights import Act
from store.standing import ObjectiveStanding, PlanStanding

MOST_PEOPLE = 200  # rows of one task force


def show(plan: PlanStanding, view: View) -> None:
    """Draw every seat as it stood on the day, then the task force that the reader picks."""
    writing.show_done()
    seats = [
        seat
        for seat in cache.ask(task_forces.seats, view.as_of)
        if view.place in (WORLD, seat.region_code)
    ]
    st.html(f'<p class="eyebrow">{escape(_("Task forces"))}</p>')
    st.title(escape_markdown(summary(seats)), anchor=False)
    by_place = {(seat.objective_code, seat.region_code): seat for seat in seats}
    drawn = seat_grid.build(plan, by_place, _columns(view), described)
    st.html(f"{seat_grid.bar(seats)}{drawn}")
    table.offer_csv(
        "vacancies",
        lambda: vacancies(plan, seats),
        "4p1000-vacancies",
        _("Save the vacancies as CSV"),
    )
    if access.may(Act.MANAGE_PEOPLE):
        applications.show()
    titles = {
        objective.code: f"{objective.code} · {objective.title}" for objective in plan.objectives
    }
    code = address.choose("objective", _("Task force"), titles, default="A1", always_written=True)
    objective = plan.objective(code) or plan.objectives[0]
    _show_one(objective, view)
    st.header(_("Activities"))
    activity_list.show(view, objective.code, offers_all=True)


def summary(seats: list[Seat]) -> str:
    """How many seats are filled, have a candidate, or are vacant."""
    counts = Counter(seat.state for seat in seats)
    return _(
        "{filled} of {all} seats are filled, {candidates} have a candidate, {vacant} are vacant.",
        filled=counts["filled"],
        all=len(seats),
        candidates=counts["candidate"],
        vacant=counts["vacant"],
    )


def _columns(view: View) -> list[str | None]:
    """The regions whose seats are shown; None for the leaders'."""
    return [None, *(f"R-{region}" for region in REGIONS)] if view.is_world else [view.place]


def described(seat: Seat) -> str:
    """Who sits there, as far as the reader may know, or that nobody does."""
    if seat.holders:
        return listed(holder(person) for person in seat.holders)
    if seat.candidates:
        return _n("{count} candidate", "{count} candidates", seat.candidates)
    return _c("seat", "vacant")


def holder(person: Person) -> str:
    """A person's name, or only that there is one."""
    return person.name if people_names.may_name(person) else _c("seat", "filled")


def vacancies(plan: PlanStanding, seats: list[Seat]) -> pd.DataFrame:
    """Seats without a holder, to act on."""
    titles = {objective.code: objective.title for objective in plan.objectives}
    return pd.DataFrame(
        [
            {
                _("Objective"): seat.objective_code,
                _("Title"): titles[seat.objective_code],
                _("Role"): people_names.role_name(seat.role),
                _("Region"): name(seat.region_code) if seat.region_code else "–",
                _("Candidates"): seat.candidates,
            }
            for seat in seats
            if not seat.holders
        ]
    )


def _show_one(objective: ObjectiveStanding, view: View) -> None:
    st.header(f"{objective.code} · {objective.title}")
    show_note(
        _(
            "A task force is where those who work on an objective meet: it maps what is under way,"
            " works out how the targets can be reached, and plans projects that funders can take"
            " up. Source: “Creation of Task Forces”, 4p1000.org, 2020."
        )
    )
    left, right = st.columns(2, gap="large")
    with left:
        tasks.show(objective, view)
    with right:
        _show_people(objective, view)
        join_form.show(objective)


def _show_people(objective: ObjectiveStanding, view: View) -> None:
    st.subheader(_("People"))
    people = [
        (role, region, person)
        for (code, role, region), holders in cache.ask(task_forces.holders, view.as_of).items()
        if code == objective.code
        for person in holders
    ]
    if not people:
        show_note(_("Nobody sits in this task force yet."))
        return
    people.sort(key=lambda entry: (-WANTED_ROLES.index(entry[0]), entry[1] or "", entry[2].name))
    columns, rows = (
        [_("Role"), _("Who")],
        [[_seat_name(role, region), holder(person)] for role, region, person in people],
    )
    if people_names.may_write_to(objective.code):
        columns.append(_c("how to reach a person", "Contact"))
        for row, (_role, _region, person) in zip(rows, people, strict=True):
            row.append(person.email or "–")
    st.html(grid(columns, rows[:MOST_PEOPLE], whole=True))
    if len(rows) > MOST_PEOPLE:
        show_note(_n("{count} more.", "{count} more.", len(rows) - MOST_PEOPLE))
    if not people_names.may_write_to(objective.code):
        show_note(
            _("Addresses are for the task force itself. Others reach it through the Secretariat.")
        )


def _seat_name(role: RoleKind, region: str | None) -> str:
    title = people_names.role_name(role)
    return f"{title}, {name(region)}" if region else title
