"""Beside an objective: its task force in a sentence, its calls, and what is being done."""

from html import escape

import streamlit as st

from components.activities import calls, newest
from components.language.text import _, _n
from components.look.markup import Html, heading, lead
from components.reader import cache, links
from components.reader.view import View
from store.activities.calls import OBJECTIVE
from store.people import task_forces
from store.people.task_forces import LEADER
from store.standing import ObjectiveStanding


def show(objective: ObjectiveStanding, view: View) -> None:
    """Draw the sentence with its link, then activities; for A2 the calls too."""
    page = links.link(
        _("Task force {code}", code=objective.code), "task-forces", objective=objective.code
    )
    title = heading(_("Task force and activities"))
    said = lead(Html(f"{escape(summary(objective.code, view))} {page}"))
    activities = newest.build(view, objective.code)
    if objective.code == OBJECTIVE:
        st.html(Html(f"{title}{said}"))
        calls.show(view)
        st.html(Html(f"{heading(_('Activities'))}{activities}"))
    else:
        st.html(Html(f"{title}{said}{activities}"))


def summary(objective_code: str, view: View) -> str:
    """Whether the task force has a leader, and how many regions are represented."""
    readings = [
        seat
        for seat in cache.ask(task_forces.seats, view.as_of)
        if seat.objective_code == objective_code
    ]
    leads = any(seat.holders for seat in readings if seat.role == LEADER)
    regions = [seat for seat in readings if seat.role != LEADER]
    sentence = _("The task force has a leader.") if leads else _("The task force has no leader.")
    return f"{sentence} " + _n(
        "{count} of {all} regions is represented.",
        "{count} of {all} regions are represented.",
        sum(bool(seat.holders) for seat in regions),
        all=len(regions),
    )
