"""The head of the Overview: the message, time beside way, squares; beside it what needs you."""

from html import escape

import streamlit as st

from components.language.markdown import escape as escape_markdown
from components.language.text import _
from components.look.markup import Html, heading
from components.overview import goals, helps, message, needs, race, squares
from components.reader import bar, cache, clock, links
from components.reader.view import View
from store.standing import PlanStanding


def show(plan: PlanStanding, view: View) -> None:
    """Draw the title with what it rests on, and what needs the reader beside it."""
    key = (view, clock.today())
    title, below = cache.derived("front", key, lambda: build(plan))
    asked = needs.build(plan, view) + helps.build(plan, view)
    left, right = st.columns([2, 1], gap="large") if asked else (st.container(), None)
    with left:
        st.title(escape_markdown(title), anchor=False)
        st.html(Html(below))
    if right is not None:
        with right:
            st.html(Html(asked))


def build(plan: PlanStanding) -> tuple[str, str]:
    """The title in words, and the HTML below it."""
    said = message.of(plan)
    drawn = [f'<p class="lead">{escape(said.lead)}</p>']
    if plan.is_adopted:
        drawn += [race.build(plan), squares.build(plan, to_objective)]
    return said.title, "".join(drawn) + what()


def what() -> str:
    """What 4 per 1000 is, in a line for newcomers, with the way to more."""
    line = _(
        "What “4 per 1000” is: four per mille of the carbon in all the world’s topsoil, added every"
        " year, would be about a third of the carbon that fossil fuels emit. It is a thought"
        " experiment, not a norm."
    )
    more = links.link(_("What the number means"), "soil-carbon")
    return f'<p class="what">{escape(line)} {more}</p>'


def show_goals(plan: PlanStanding) -> None:
    """Draw the gauges with their tiles; one piece of HTML for all of them."""
    key = (bar.current(), clock.today())
    drawn = cache.derived("goals", key, lambda: goals.build(plan, to_goal, to_objective))
    st.html(Html(heading(_("Six goals, 24 objectives")) + drawn))


def to_goal(code: str) -> str:
    """Where the page of a goal is, the reader's view kept."""
    return links.address("goal", goal=code)


def to_objective(code: str) -> str:
    """Where the page of an objective is, the reader's view kept."""
    return links.address("objective", objective=code)
