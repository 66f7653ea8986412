"""The 24 objectives as tiles: status by word, shape and tint, and the last thing known."""

from collections.abc import Callable
from html import escape

import streamlit as st

from components.language.text import _
from components.look.status import css_class, glyph, word
from components.reader import bar, cache, clock, links
from components.wording.figures import objective_fact, turns
from components.wording.verdicts import objective_reason
from store.standing import ObjectiveStanding, PlanStanding


def show(plan: PlanStanding) -> None:
    """Draw one column of tiles a goal; each tile is a link to its objective.

    One piece of HTML: 24 links of Streamlit's own cost the browser most of a click.
    """
    key = (bar.current(), clock.today())
    st.html(cache.derived("tiles", key, lambda: build(plan, address)))


def address(code: str) -> str:
    """Where the page of an objective is, the reader's view kept."""
    return links.address("objective", objective=code)


def build(plan: PlanStanding, address: Callable[[str], str]) -> str:
    """All tiles as HTML; `address` says where the page of an objective is, by its code."""
    columns = (
        f"<section><h3>{goal.code} · {escape(goal.name)}</h3>"
        + group(plan, goal.objectives, address)
        + "</section>"
        for goal in plan.goals
    )
    return f'<div class="tiles">{"".join(columns)}</div>'


def group(
    plan: PlanStanding,
    objectives: tuple[ObjectiveStanding, ...],
    address: Callable[[str], str],
) -> str:
    """The tiles of one goal as HTML."""
    return "".join(tile(plan, objective, address(objective.code)) for objective in objectives)


def tile(plan: PlanStanding, objective: ObjectiveStanding, address: str) -> str:
    """Shape, code and title; the status; the last fact or the reason why there is none.

    Three lines of one element: the browser's sanitizer asks for its price by the element.
    """
    fact = objective_fact(objective) or missing(plan, objective)
    return (
        f'<a class="tile {css_class(objective.statuses)}"'
        f' href="{escape(address)}">'
        f"<b>{glyph(objective.statuses)} {objective.code} {escape(objective.title)}</b>\n"
        f"{word(objective.statuses)}\n{escape(fact)}</a>"
    )


def missing(plan: PlanStanding, objective: ObjectiveStanding) -> str:
    """What an objective without any figure lacks, and whose turn it is."""
    if not plan.is_adopted:
        return objective_reason(objective, plan)
    return _("No figure published. It is up to {who}.", who=turns(objective))
