"""The plan in one line, only when the method allows one; and what a reader must know first."""

from collections import Counter

import streamlit as st

from components.language.text import _, _n, day, listed, number, percent
from components.look import isolation
from components.look.status import best_first, word
from store.progress import DEFAULT
from store.standing import PlanStanding


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
    return f"{way(plan)} {counts(plan)}"


def due(plan: PlanStanding) -> float | None:
    """The share of the way that was due, over the goals that have a needle."""
    shares = [goal.gauge.expected for goal in plan.goals if goal.gauge.expected is not None]
    return sum(shares) / len(shares) if shares else None


def way(plan: PlanStanding) -> str:
    """How much of the way is covered, or why no single figure can say it."""
    shown, expected = plan.headline, due(plan)
    if shown.progress is not None and expected is not None:
        return _(
            "{share} of the way is covered where {expected} was due on the dates of the figures,"
            " on average over the {goals} goals that can be shown.",
            share=percent(shown.progress),
            expected=percent(expected),
            goals=number(shown.goals),
        )
    if shown.band is not None:
        return _indicative(*map(percent, shown.band))
    return _n(
        "No single figure: it needs {needed} goals of which at least half the objectives are"
        " measured, and {count} has that.",
        "No single figure: it needs {needed} goals of which at least half the objectives are"
        " measured, and {count} have that.",
        shown.goals,
        needed=number(DEFAULT.goals_for_headline),
    )


def _indicative(low: str, high: str) -> str:
    if low == high:
        return _(
            "No single measured figure says how much of the way is covered; with indicative figures"
            " it is {share}.",
            share=low,
        )
    return _(
        "No single figure says how much of the way is covered; with indicative figures it lies"
        " between {low} and {high}.",
        low=low,
        high=high,
    )


def counts(plan: PlanStanding) -> str:
    """How many objectives have which status, from the best to none."""
    counts = Counter(objective.statuses for objective in plan.objectives)
    parts = [f"{number(counts[ends])} {word(ends)}" for ends in best_first(counts)]
    return _(
        "Of {total} objectives: {counts}.",
        total=number(len(plan.objectives)),
        counts=listed(parts),
    )
