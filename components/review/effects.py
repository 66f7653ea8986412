"""What the approval of several figures would change: every verdict that turns, and their own."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from components.elements import writing
from components.language.text import _, _c, percent
from components.look import status
from components.look.markup import grid
from components.reader import access, bar, cache, clock, sessions
from store.figures import reported
from store.ground.errors import StoreError
from store.reporting import preview
from store.standing import PlanStanding


def show(ids: Sequence[int]) -> None:
    """Draw what their approval would change: indicators, objectives, goals."""
    plan = bar.plan_on(clock.today())
    before = cache.plan_standing(plan, clock.until_today())
    try:
        with sessions.trying() as session:
            after = preview.approved(session, ids, plan, clock.today())
    except StoreError as error:
        writing.show_refusal(error)
        return
    found = rows(before, after, _about(ids))
    if found:
        columns = [_("If approved"), _c("verdict", "Now"), _c("verdict", "Then")]
        st.html(grid(columns, found))
    else:
        st.html(f'<p class="verdict">{escape(_nothing(before))}</p>')


def _nothing(before: PlanStanding) -> str:
    return _("No verdict of the plan of {version} would change.", version=before.plan.code)


def _about(ids: Sequence[int]) -> set[str]:
    """The indicators that the figures are of."""
    found = cache.ask(reported.of_numbers, access.actor(), tuple(ids))
    return {one.measurement.indicator_code for one in found}


def rows(before: PlanStanding, after: PlanStanding, about: set[str]) -> list[list[str]]:
    """(what, now, then) of the indicators, with their objectives and goals, and of what else turns.

    What stays as it is says so: that is an answer too.
    """
    was, will_be = _standings(before), _standings(after)
    asked = {("indicator", code) for code in about}
    for objective in after.objectives:
        if any(judged.indicator.code in about for judged in objective.indicators):
            asked |= {("objective", objective.code), ("goal", objective.objective.goal_code)}
    return [
        [name, was[key][1], standing if was[key][1] != standing else _("the same")]
        for key, (name, standing) in will_be.items()
        if key in asked or was[key][1] != standing
    ]


def _standings(plan: PlanStanding) -> dict[tuple[str, str], tuple[str, str]]:
    """What each is called and how it stands, by its code."""
    standings: dict[tuple[str, str], tuple[str, str]] = {}
    for objective in plan.objectives:
        for judged in objective.indicators:
            standing = _said(status.label(judged.statuses), judged.assessment.progress)
            indicator = judged.indicator
            name = f"{objective.code} · {indicator.name}"
            standings["indicator", indicator.code] = (name, standing)
        standing = _said(status.label(objective.statuses), objective.progress)
        standings["objective", objective.code] = (f"{objective.code} · {objective.title}", standing)
    for goal in plan.goals:
        gauge = goal.gauge
        standing = _said(status.label(gauge.status), gauge.progress)
        standings["goal", goal.code] = (f"{goal.code} · {goal.name}", standing)
    return standings


def _said(verdict: str, share: float | None) -> str:
    if share is None:
        return verdict
    return _("{status}, {share} of the way", status=verdict, share=percent(share))
