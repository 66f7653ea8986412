"""The plan in one line, only when the method allows one; and what a reader must know first."""

from collections import Counter

import streamlit as st

from components.language.text import _, _n, day, listed, number, percent
from components.look import isolation
from components.look.markup import show_lead
from components.look.status import MARKS, word
from components.reader import cache
from store.progress import DEFAULT
from store.standing import PlanStanding


def show(plan: PlanStanding) -> None:
    """Say where the plan stands as a whole, or why no figure can say it."""
    if not plan.is_adopted:
        show_not_adopted(plan)
        return
    key = (plan.plan.code, plan.until)
    sentences = cache.derived("headline", key, lambda: summary(plan))
    show_lead(sentences)


def show_not_adopted(plan: PlanStanding) -> None:
    """A version that did not exist on the day has no targets; say so."""
    st.info(not_adopted(plan))


def not_adopted(plan: PlanStanding) -> str:
    """Why a version that did not exist on the day judges nothing."""
    return _(
        "The {version} plan was adopted on {adopted}. On {day} it did not exist, so nothing is"
        " judged by it; figures known by then are still shown.",
        version=plan.plan.code,
        adopted=day(plan.plan.adopted_on),
        day=day(plan.as_of),
    )


@isolation.words
def summary(plan: PlanStanding) -> str:
    """The headline with its counts, in sentences."""
    return f"{_headline(plan)} {_counts(plan)}"


def _headline(plan: PlanStanding) -> str:
    if plan.headline.show and plan.headline.progress is not None:
        return _(
            "{share} of the way to 2030, on average over the {goals} goals that can be shown.",
            share=percent(plan.headline.progress),
            goals=plan.headline.goals,
        )
    return _n(
        "No single figure: it needs {needed} goals of which at least half the objectives are"
        " measured, and {count} has that.",
        "No single figure: it needs {needed} goals of which at least half the objectives are"
        " measured, and {count} have that.",
        plan.headline.goals,
        needed=number(DEFAULT.goals_for_headline),
    )


def _counts(plan: PlanStanding) -> str:
    counts = Counter(objective.statuses for objective in plan.objectives)
    order = [*MARKS]  # from the best to none
    seen = sorted(counts, key=lambda ends: [order.index(end) for end in ends])
    parts = [f"{number(counts[ends])} {word(ends)}" for ends in seen]
    return _("Of 24 objectives: {counts}.", counts=listed(parts))
