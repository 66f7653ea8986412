"""The 24 objectives as tiles: status by word, shape and tint, and the last thing known."""

from html import escape

import streamlit as st

from components import bar, cache, links
from components.status import MARKS, css_class, word
from components.text import _
from components.verdicts import objective_reason
from components.words import objective_fact, turns
from store.standing import ObjectiveStanding, PlanStanding


def show(plan: PlanStanding) -> None:
    """Draw one column of tiles a goal; each tile is a link to its objective.

    One piece of HTML: 24 links of Streamlit's own cost the browser most of a click.
    """
    st.html(cache.derived("tiles", (bar.current(), bar.today()), lambda: build(plan)))


def build(plan: PlanStanding) -> str:
    """All tiles as HTML."""
    columns = (
        f"<section><h3>{goal.code} · {escape(goal.name)}</h3>"
        + "".join(tile(plan, objective) for objective in goal.objectives)
        + "</section>"
        for goal in plan.goals
    )
    return f'<div class="tiles">{"".join(columns)}</div>'


def tile(plan: PlanStanding, objective: ObjectiveStanding) -> str:
    """Shape, code and title; the status; the last fact or the reason why there is none.

    Three lines of one element: the browser's sanitizer asks for its price by the element.
    """
    fact = objective_fact(objective) or missing(plan, objective)
    return (
        f'<a class="tile {css_class(objective.status)}"'
        f' href="{escape(links.address("objective", objective=objective.code))}">'
        f"<b>{MARKS[objective.status].glyph} {objective.code} {escape(objective.title)}</b>\n"
        f"{word(objective.status)}\n{escape(fact)}</a>"
    )


def missing(plan: PlanStanding, objective: ObjectiveStanding) -> str:
    """What an objective without any figure lacks, and whose turn it is."""
    if not plan.is_adopted:
        return objective_reason(objective, plan)
    return _("No figure published. It is up to {who}.", who=turns(objective))
