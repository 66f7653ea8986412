"""The target gaps: filters, the chart, and the same rows as a table."""

import pandas as pd
import streamlit as st

from components.elements import chart, table
from components.gaps import gap_chart, gap_rows
from components.language.text import _, _c
from components.look import status, theme
from components.look.markup import show_note
from components.reader import address, cache
from store.standing import PlanStanding

ALL = "all"


def show(plan: PlanStanding) -> None:
    """Draw the filters, the chart and the table of one plan version."""
    chosen = filtered(gap_rows.rows(plan), plan)
    if chosen.empty:
        st.info(_("No objective fits this choice. Choose “all” for goal or status."))
        return
    chosen = chosen.assign(row=range(len(chosen)))
    drawn = chosen.reindex(columns=gap_chart.COLUMNS)
    show_note(gap_chart.legend())
    chart.show(
        "gaps",
        drawn,
        gap_chart.build(theme.current(), gap_chart.kinds(drawn), invented=cache.is_invented()),
        gap_chart.caption(_("Target gaps")),
        alt=gap_chart.describe(drawn),
    )
    st.header(_("The same in numbers"))
    numbers = as_table(chosen)
    table.show("gaps", numbers, height=38 + 35 * len(numbers))
    table.offer_csv("gaps", lambda: numbers, f"target-gaps-{plan.plan.code}-{plan.as_of}")


def filtered(rows: pd.DataFrame, plan: PlanStanding) -> pd.DataFrame:
    """The rows that the reader wants to see, in the order the reader wants."""
    goals = {ALL: _("all goals")} | {goal.code: f"{goal.code} · {goal.name}" for goal in plan.goals}
    states = {ALL: _("any status")} | {str(state): status.label(state) for state in status.MARKS}
    orders = {
        "plan": _("order of the plan"),
        "gap": _("largest gap first"),
        "pace": _("furthest behind the line first"),
        "status": _c("order of rows", "status"),
    }
    left, middle, right = st.columns(3)
    with left:
        goal = address.choose("goal", _("Goal"), goals, default=ALL)
    with middle:
        state = address.choose("status", _("Status"), states, default=ALL)
    with right:
        order = address.choose("sort", _("Sorted by"), orders, default="plan")
    matches = rows[
        rows["goal"].isin([goal] if goal != ALL else list(goals))
        & rows["status"].astype(str).isin([state] if state != ALL else list(states))
    ]
    return ordered(matches, order)


def ordered(rows: pd.DataFrame, order: str) -> pd.DataFrame:
    """Sort rows; those without a figure come last, in the order of the plan."""
    if order == "plan" or "progress" not in rows:
        return rows
    if order == "status":
        rank = {str(state): place for place, state in enumerate(status.MARKS)}
        return rows.sort_values("status", key=lambda s: s.astype(str).map(rank), kind="stable")
    key = rows["gap"] if order == "gap" else rows["due"] - rows["progress"]
    return (
        rows.assign(key=key).sort_values("key", ascending=False, kind="stable").drop(columns="key")
    )


def as_table(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with every number that the chart shows, and the pace."""
    columns = {
        "name": _("Objective"),
        "indicator": _("Indicator"),
        "word": _("Status"),
        "baseline": _("Baseline"),
        "latest": _c("latest figure", "Now"),
        "target": _("Target 2030"),
        "target_2050": _("Target 2050"),
        "progress": _("Share of the way"),
        "due": _c("share of the way expected by now", "Due"),
        "gap_abs": _("Still missing"),
        "pace": _("Pace so far (a year)"),
        "needed": _("Pace needed (a year)"),
        "why": _("Why no verdict"),
    }
    numbers = ["progress", "due", "gap_abs", "pace", "needed"]
    chosen = rows.reindex(columns=list(columns))
    chosen[numbers] = chosen[numbers].astype(float).round(3)
    texts = [name for name in columns if name not in numbers]
    chosen[texts] = chosen[texts].astype(object).where(chosen[texts].notna(), "–")
    return chosen.rename(columns=columns)
