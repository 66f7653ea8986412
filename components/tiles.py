"""The 24 objectives as tiles: status by word, shape and tint, and the last thing known."""

from html import escape as escape_html

import streamlit as st

from components import bar, cache
from components.markdown import escape
from components.status import MARKS, word
from components.text import _
from components.verdicts import objective_reason
from components.words import objective_fact, turns
from store.standing import ObjectiveStanding, PlanStanding

OBJECTIVE_PAGE = "pages/review/objective.py"


def show(plan: PlanStanding) -> None:
    """Draw one column of tiles a goal; each tile is a link to its objective."""
    key = (plan.plan.code, plan.as_of)
    labels = cache.derived(
        "tiles", key, lambda: {one.code: label(plan, one) for one in plan.objectives}
    )
    st.html(cache.derived("tints", key, lambda: tints(plan)))
    link = bar.link()
    with st.container(key="tiles"):
        for goal in plan.goals:
            with st.container(gap="small", key=f"goal_{goal.goal.code}"):
                st.html(f"<h3>{goal.goal.code} · {escape_html(goal.goal.name)}</h3>")
                for objective in goal.objectives:
                    st.page_link(
                        OBJECTIVE_PAGE,
                        label=labels[objective.code],
                        query_params=link | {"objective": objective.code},
                        width="stretch",
                    )


def label(plan: PlanStanding, objective: ObjectiveStanding) -> str:
    """Shape, code and title; the status; the last fact or the reason why there is none."""
    mark = MARKS[objective.status]
    fact = objective_fact(objective) or missing(plan, objective)
    return "  \n".join(
        [
            f"{mark.glyph} **{objective.code}** {escape(objective.title)}",
            word(objective.status),
            escape(fact),
        ]
    )


def missing(plan: PlanStanding, objective: ObjectiveStanding) -> str:
    """What an objective without any figure lacks, and whose turn it is."""
    if not plan.is_adopted:
        return objective_reason(objective, plan)
    return _("No figure published. It is up to {who}.", who=turns(objective))


def tints(plan: PlanStanding) -> str:
    """A style rule a tile: a container around each link would cost twice the elements."""
    rules = []
    for goal in plan.goals:
        for place, objective in enumerate(goal.objectives, start=2):  # the heading is the first
            name = objective.status.replace("_", "-")
            rules.append(
                f".st-key-goal_{goal.goal.code} > :nth-child({place})"
                f" {{ --mark: var(--{name}); --tint: var(--tint-{name}); }}"
            )
    return f"<style>{''.join(rules)}</style>"
