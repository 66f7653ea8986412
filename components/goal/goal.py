"""One goal drawn: message, gauge beside its bounds, objectives by what they do to it, people."""

from html import escape

import streamlit as st

from components.goal import message
from components.language.markdown import escape as escape_markdown
from components.language.text import _, _c
from components.look import isolation, markup
from components.look.markup import Html, grid, pairs
from components.look.status import css_class, piece
from components.meetings import decisions
from components.overview import gauge, tiles, way
from components.reader import cache, clock, links
from components.reader.view import View
from components.task_forces import brief
from components.wording.objectives import verdict
from components.wording.sentence import grade_word
from store.standing import GoalStanding, ObjectiveStanding, PlanStanding

CURRENT = ' aria-current="page"'


def show(plan: PlanStanding, goal: GoalStanding, view: View) -> None:
    """Draw the page of a goal under one plan version."""
    key = (view, clock.today(), goal.code)
    title, below = cache.derived("goal", key, lambda: (message.title(plan, goal), body(plan, goal)))
    st.html(Html(rail(plan, goal)))
    st.title(escape_markdown(title), anchor=False)
    st.html(Html(below))
    decisions.show_about(view, goal.code, *(one.code for one in goal.objectives))
    st.header(_("Task forces"), anchor=False)
    st.html(people(goal, view))


def rail(plan: PlanStanding, chosen: GoalStanding) -> str:
    """The way to every goal, the one that is open marked."""
    return f'<nav class="rail" aria-label="{escape(_("Goals"))}">{_stops(plan, chosen)}</nav>'


def _stops(plan: PlanStanding, chosen: GoalStanding) -> str:
    return "".join(
        f'<a class="stop" href="{escape(links.address("goal", goal=goal.code))}"'
        f"{CURRENT if goal is chosen else ''}><b>{goal.code}</b> {escape(goal.name)}</a>"
        for goal in plan.goals
    )


def body(plan: PlanStanding, goal: GoalStanding) -> str:
    """Aim, gauge with its bounds, and the objectives under what they do to the goal, as HTML."""
    gaps = links.link(_("Every indicator of this goal"), "gaps", goal=goal.code)
    drawn = (
        f'<p class="lead">{escape(goal.aim)}</p><div class="goal">{gauge.build(goal)}'
        f'<div>{pairs(message.bounds(goal))}<p class="note">{escape(gauge.legend())}</p>'
        f"<p>{gaps}</p></div></div>"
    )
    for heading, members in message.groups(goal):
        rows = "".join(_row(plan, one) for one in members)
        drawn += f'{markup.heading(heading)}<ul class="holding">{rows}</ul>'
    return drawn


@isolation.piece
def _row(plan: PlanStanding, objective: ObjectiveStanding) -> str:
    address = links.address("objective", objective=objective.code)
    return (
        f'<li class="{css_class(objective.statuses)}">'
        f'<p><a href="{escape(address)}"><b>{objective.code}</b> {escape(objective.title)}</a>'
        f"<br>{_standing(objective)}</p>{way.build(objective, plan.clock)}"
        f"<p>{escape(verdict(plan, objective))}</p></li>"
    )


def _standing(objective: ObjectiveStanding) -> str:
    """The verdict with the strength of its evidence; without one, how far away it is."""
    grade = f'<span class="graded {objective.grade}">'
    if not objective.verdict.judged.is_known:
        return f"{grade}{escape(tiles.standing(objective))}</span>"
    said = escape(grade_word(objective.grade))
    return f"{piece(*objective.statuses)} {grade}{said}</span>"


def people(goal: GoalStanding, view: View) -> str:
    """Whether each objective's task force has a leader, and how many regions are represented."""
    rows = [
        [
            Html(links.link(f"{one.code} {one.title}", "task-forces", objective=one.code)),
            brief.summary(one.code, view),
        ]
        for one in goal.objectives
    ]
    return grid([_("Objective"), _c("heading", "Task force")], rows, whole=True, stacked=True)
