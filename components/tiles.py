"""The 24 objectives as tiles: status by word, shape and tint, and the last thing known."""

from html import escape as escape_html

import streamlit as st

from components import bar
from components.markdown import escape
from components.status import MARKS, word
from components.text import _
from components.verdicts import objective_reason
from components.words import objective_fact, turns
from store.standing import GoalStanding, ObjectiveStanding, PlanStanding

OBJECTIVE_PAGE = "pages/review/objective.py"


def show(plan: PlanStanding) -> None:
    """Draw one row of tiles a goal; each tile is a link to its objective."""
    with st.container(key="tiles"):
        for goal in plan.goals:
            _show_goal(plan, goal)


def _show_goal(plan: PlanStanding, goal: GoalStanding) -> None:
    with st.container(gap="small", key=f"goal_{goal.goal.code}"):
        st.html(f"<h3>{goal.goal.code} · {escape_html(goal.goal.name)}</h3>")
        for objective in goal.objectives:
            _show_tile(plan, objective)


def _show_tile(plan: PlanStanding, objective: ObjectiveStanding) -> None:
    with st.container(key=f"tile_{objective.code}_{objective.status}"):
        st.page_link(
            OBJECTIVE_PAGE,
            label=label(plan, objective),
            query_params=bar.link(objective=objective.code),
            width="stretch",
        )


def label(plan: PlanStanding, objective: ObjectiveStanding) -> str:
    """Shape, code and title; the status; the last fact or the reason why there is none."""
    mark = MARKS[objective.status]
    fact = objective_fact(objective) or missing(plan, objective)
    return "  \n".join(
        [
            f"{mark.glyph} **{objective.code}** {escape(objective.title)}",
            f"{word(objective.status)}",
            escape(fact),
        ]
    )


def missing(plan: PlanStanding, objective: ObjectiveStanding) -> str:
    """What an objective without any figure lacks, and whose turn it is."""
    if not plan.is_adopted:
        return objective_reason(objective, plan)
    return _("No figure published. It is up to {who}.", who=turns(objective))
