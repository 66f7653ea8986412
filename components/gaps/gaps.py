"""The target gaps: the message, the choices, the table, and the same in numbers behind it."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from components.elements import chart, pictures, table
from components.gaps import gap_chart, gap_lines, gap_message, gap_rows, gap_table
from components.gaps.gap_lines import Line
from components.language.markdown import escape as escape_markdown
from components.language.text import _, _c, number
from components.look import theme
from components.look.markup import Html
from components.reader import address, bar, cache, clock, links
from components.reader.view import View
from store.standing import PlanStanding

ALL, SHORT = "all", "short"


def show(plan: PlanStanding) -> None:
    """Draw the message, the choices and the table of one plan version."""
    view = bar.current()
    lines = _lines(plan)
    title, below = cache.derived(
        "gap_head", (plan.plan.code, plan.until), lambda: head(plan, lines)
    )
    st.html(f'<p class="eyebrow">{escape(_("Target gaps"))}</p>')
    st.title(escape_markdown(title), anchor=False)
    st.html(Html(below))
    goal, part, order = _choose(plan, lines)
    chosen = gap_lines.in_order(filtered(lines, goal, part), order)
    if not chosen:
        st.info(_("No indicator of this goal is known to be short of what was due."))
        return
    key = (view, clock.today(), goal, part, order)
    st.html(Html(cache.derived("gap_table", key, lambda: _table(plan, chosen))))
    places = [line.place for line in chosen]
    _offer_pictures(plan, places, view)
    _show_numbers(plan, places)


def head(plan: PlanStanding, lines: list[Line]) -> tuple[str, str]:
    """The message in words, and what it rests on as HTML."""
    lead = gap_message.lead(plan, lines)
    return gap_message.title(plan, lines), f'<p class="lead">{escape(lead)}</p>'


def filtered(lines: list[Line], goal: str, part: str) -> list[Line]:
    """The lines of a goal, or of all; of them those that are short, or all."""
    return [
        line
        for line in lines
        if goal in (ALL, line.objective.objective.goal_code) and (part == ALL or line.is_short)
    ]


def _lines(plan: PlanStanding) -> list[Line]:
    return cache.derived("gap_lines", (plan.plan.code, plan.until), lambda: gap_lines.lines(plan))


def _table(plan: PlanStanding, chosen: list[Line]) -> str:
    return gap_table.build(
        plan,
        chosen,
        plan.horizon,
        lambda code: links.address("objective", objective=code),
    )


def _choose(plan: PlanStanding, lines: list[Line]) -> tuple[str, str, str]:
    """Goal, all or those short of it, and order, each a press."""
    short = sum(line.is_short for line in lines)
    orders = {
        "gap": _c("order of rows", "largest gap"),
        "plan": _c("order of rows", "order of the plan"),
        "pace": _c("order of rows", "speed-up needed"),
        "age": _c("order of rows", "oldest figure"),
    }
    parts = {
        ALL: _("all {count}", count=number(len(lines))),
        SHORT: _("short of it: {count}", count=number(short)),
    }
    goals = {ALL: _("all goals")} | {goal.code: goal.code for goal in plan.goals}
    with st.container(horizontal=True, vertical_alignment="bottom", key="gap_choices"):
        order = address.press("sort", _("Sort"), orders, default="gap")
        part = address.press("show", _c("choice of rows", "Show"), parts, default=ALL)
        goal = address.press("goal", _("Goal"), goals, default=ALL)
    return goal, part, order


def _offer_pictures(plan: PlanStanding, places: list[int], view: View) -> None:
    """The table leaves the page as a chart, drawn when it is asked for."""
    frame, palette, invented = _frame(plan), theme.current(), cache.is_invented()
    title, below = _("Target gaps"), gap_chart.caption(_("Target gaps")).below(view)

    def picture() -> dict[str, Any]:
        rows = frame.iloc[places].assign(row=range(len(places)))
        drawn = rows.reindex(columns=gap_chart.COLUMNS)
        spec = gap_chart.build(palette, gap_chart.kinds(drawn), invented=invented)
        whole = pictures.complete(spec, drawn, chart.WIDTH)
        return pictures.entitle(whole, palette, title, below)

    chart.offer(
        "gaps", lambda: pictures.png(picture()), lambda: pictures.svg(picture()).encode(), view
    )


def _show_numbers(plan: PlanStanding, places: list[int]) -> None:
    """The same rows with every number; closed, they cost nothing."""
    fold = st.expander(_("The same in numbers"), key="gap_numbers", on_change="rerun")
    if not fold.open:
        return
    with fold:
        numbers = as_table(_frame(plan).iloc[places])
        table.show("gaps", numbers, height=38 + 35 * len(numbers))
        table.offer_csv("gaps", lambda: numbers, f"target-gaps-{plan.plan.code}-{plan.as_of}")


def _frame(plan: PlanStanding) -> pd.DataFrame:
    return cache.derived("gap_rows", (plan.plan.code, plan.until), lambda: gap_rows.rows(plan))


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
        "best": _("Share of the way at best"),
        "due": _c("share of the way expected by now", "Due"),
        "later": _("Share of the way to 2050"),
        "gap_abs": _("Still missing"),
        "pace": _("Pace so far (a year)"),
        "needed": _("Pace needed (a year)"),
        "faster": _("Faster by (times)"),
        "why": _("Why no verdict"),
    }
    numbers = ["progress", "best", "due", "later", "gap_abs", "pace", "needed", "faster"]
    chosen = rows.reindex(columns=list(columns))
    chosen[numbers] = chosen[numbers].astype(float).round(3)
    texts = [name for name in columns if name not in numbers]
    chosen[texts] = chosen[texts].astype(object).where(chosen[texts].notna(), "–")
    return chosen.rename(columns=columns)
