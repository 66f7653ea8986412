"""One objective on the projector: verdict, trajectory, what changed, what was decided, by whom.

All of it fits: what has no room is counted, and stands on the meeting's own page.
"""

from html import escape
from itertools import accumulate

import streamlit as st

from components.elements import chart
from components.indicator import trajectory_chart
from components.language.text import _
from components.look import isolation, theme
from components.look.markup import show_facts
from components.look.status import label
from components.meetings import comparison, deciding, decisions, fitting, reporters, reviewed
from components.meetings.reviewed import Review
from components.objective.objective_card import badge, facts, verdict
from components.overview import gauge
from components.reader.view import View
from store.standing import IndicatorStanding, ObjectiveStanding

ENLARGED = 1.35  # of the type in charts, for the last row
HEIGHT, ROOM = 225, 40  # of the chart and of the choice above it, in pixels
ROW, LINE, LETTERS = 33, 24, 30  # of the facts beside it: pixels of a row, of a second line


def show(review: Review, objective: ObjectiveStanding, view: View) -> None:
    """Draw the step of one objective: all of it fits on a projector of 1280 × 720."""
    goal = next(goal for goal in review.plan.goals if objective in goal.objectives)
    st.html(
        '<div class="step"><div>'
        f"<h1>{objective.code} · {escape(objective.title)}</h1>"
        f'<p class="verdict">{badge(objective.statuses)}'
        f" {escape(verdict(review.plan, objective))}</p>"
        f'</div><div class="gauges one">{gauge.build(goal)}</div></div>'
    )
    shown = objective.parts or objective.beside
    standing = _choose(shown)
    if standing is not None:
        left, right = st.columns([8, 5], gap="large")
        height = HEIGHT - ROOM if len(shown) > 1 else HEIGHT
        with left, isolation.drawing():
            _show_chart(standing, height)
        with right, isolation.drawing():
            show_facts(_fitting(facts(standing), height))
    with isolation.drawing():
        _show_lists(review, objective, view)
    forms, pictures = st.columns([5, 1])
    with forms:
        show_forms(review, objective.code, view)
    with pictures, isolation.drawing():
        _offer_picture(review, standing)


def _choose(shown: tuple[IndicatorStanding, ...]) -> IndicatorStanding | None:
    """The indicator on the projector; of several parts, each with its status."""
    if len(shown) < 2:
        return shown[0] if shown else None
    by_code = {standing.indicator.code: standing for standing in shown}
    chosen = st.segmented_control(
        _("Part"),
        list(by_code),
        default=next(iter(by_code)),
        required=True,
        format_func=lambda code: (
            f"{label(by_code[code].statuses)} · {by_code[code].indicator.name}"
        ),
        key=f"step_{next(iter(by_code))}",
        label_visibility="collapsed",
    )
    return by_code[chosen or next(iter(by_code))]


def _show_chart(standing: IndicatorStanding, height: int) -> None:
    frame, spec = trajectory_chart.draw(standing, theme.current())
    if frame.empty:
        st.html(f'<p class="empty">{escape(_("No figure and no path to draw."))}</p>')
        return
    st.vega_lite_chart(
        frame,
        {**theme.enlarge(spec, ENLARGED), "height": height},
        theme=None,
        width="stretch",
        key=f"step_{standing.indicator.code}",
        alt=trajectory_chart.describe(standing),
    )


def _fitting(rows: list[tuple[str, str]], height: int) -> list[tuple[str, str]]:
    """The first facts, as many as stand beside a chart so high."""
    heights = (ROW + LINE * (fitting.lines(value, LETTERS) - 1) for _name, value in rows)
    return [row for row, end in zip(rows, accumulate(heights), strict=True) if end <= height]


def _show_lists(review: Review, objective: ObjectiveStanding, view: View) -> None:
    """Side by side what changed, what was decided, who reported."""
    changes = comparison.changes(objective, review.before.objective(objective.code))
    st.html(
        fitting.side_by_side(
            {
                _("Changed {since}", since=review.since): [
                    f"{what}: {before} → {now}" for what, before, now in changes
                ],
                _("Decisions"): decided(objective.code, view),
                _("Reported by"): reporters.sentences(review, objective),
            }
        )
    )


def _offer_picture(review: Review, standing: IndicatorStanding | None) -> None:
    """Offer the chart as a picture, which says the day of the meeting's figures."""
    if standing is None:
        return
    frame, spec = trajectory_chart.draw(standing, theme.current())
    if frame.empty:
        return
    frozen = View(review.plan.until, review.plan.plan.code)
    caption = trajectory_chart.caption(standing, frozen)
    chart.offer_picture(f"step_{standing.indicator.code}", frame, spec, caption, frozen)


def decided(code: str, view: View) -> list[str]:
    """What any meeting decided about a goal or an objective, the open ones first."""
    rows = decisions.about(reviewed.decided(view.until), code)
    return [decisions.in_short(row, view.as_of) for row in rows]


def show_forms(review: Review, code: str, view: View) -> None:
    """Write a decision beside the figure, or say what came of an earlier one."""
    left, right = st.columns(2)
    with left:
        deciding.offer(review.meeting, code)
    with right:
        deciding.offer_follow_up(decisions.about(reviewed.decided(view.until), code))
