"""The six gauges: a ring from the baseline to the target for each goal.

Drawn by the style sheet from four numbers, so that they follow the width and the theme of the
reader without a chart library on the page that everybody opens first.
"""

from collections.abc import Callable
from html import escape

import streamlit as st

from components.language.text import _, percent
from components.look import isolation
from components.look.status import MARKS, css_class, word
from components.reader import cache
from store.progress import Gauge
from store.standing import GoalStanding, PlanStanding


def show_row(plan: PlanStanding) -> None:
    """Draw the gauges of all goals, side by side where the screen is wide."""
    st.html(cache.derived("gauges", (plan.plan.code, plan.until), lambda: row(plan.goals)))


def row(goals: tuple[GoalStanding, ...], address: Callable[[str], str] | None = None) -> str:
    """The gauges of all goals as HTML; where goals have pages, `address` says where by code."""
    drawn = (build(goal, address(goal.code) if address else "") for goal in goals)
    return f'<div class="gauges">{"".join(drawn)}</div>'


@isolation.piece
def build(goal: GoalStanding, address: str = "") -> str:
    """One gauge as HTML: name, dial, coverage."""
    gauge = goal.gauge
    name = f"<b>{goal.code}</b>{escape(goal.name)}"
    if address:
        name = f'<a href="{escape(address)}">{name}</a>'
    return (
        f'<section class="gauge"><h3>{name}</h3>'
        f'<div class="dial {css_class(gauge.status)}" style="{_numbers(gauge)}"'
        f' role="img" aria-label="{escape(describe(goal))}">{_rings(gauge)}'
        f'<span class="figure">{figure(gauge)}</span>'
        f'<span class="word status {css_class(gauge.status)}">'
        f"<span>{MARKS[gauge.status].glyph}</span>{word(gauge.status)}</span></div>"
        f"<p>{coverage(gauge)}</p></section>"
    )


def legend() -> str:
    """How to read a gauge."""
    return _(
        "Ring: the way from the baseline to the 2030 target, the mean of the measured"
        " objectives. Mark across it: what was due. Thin outer arc: what the unmeasured ones could"
        " make of it."
    )


def coverage(gauge: Gauge) -> str:
    """How many of the goal's objectives were measured."""
    return _("{measured} of {total} measured", measured=gauge.measured, total=gauge.total)


@isolation.words
def describe(goal: GoalStanding) -> str:
    """The gauge in one sentence, for readers who do not see it."""
    gauge = goal.gauge
    if not gauge.show:
        return _(
            "{goal}: {coverage}, too few for a figure; it could lie between {low} and {high}.",
            goal=goal.name,
            coverage=coverage(gauge),
            low=percent(gauge.low or 0),
            high=percent(gauge.high or 0),
        )
    return _(
        "{goal}: {progress} of the way to 2030, {expected} was due; {coverage}; {status}.",
        goal=goal.name,
        progress=percent(gauge.progress or 0),
        expected=percent(gauge.expected or 0),
        coverage=coverage(gauge),
        status=word(gauge.status),
    )


def figure(gauge: Gauge) -> str:
    """The share of the way in the middle of the ring; a dash where it is not shown."""
    return "–" if gauge.progress is None else percent(gauge.progress)


def _numbers(gauge: Gauge) -> str:
    shares = {
        "progress": gauge.progress,
        "expected": gauge.expected,
        "low": gauge.low,
        "high": gauge.high,
    }
    return ";".join(f"--{name}:{share or 0:.4f}" for name, share in shares.items())


def _rings(gauge: Gauge) -> str:
    drawn = ["track", "could", *(("fill", "due") if gauge.show else ())]
    return "".join(f'<i class="{ring}"></i>' for ring in drawn)
