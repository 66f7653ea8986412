"""A meeting on the projector: one goal or objective a step, in large type, moved by keys.

Keys: → or Page Down next, ← or Page Up previous, Home and End the first and the last step, Esc back
to the meeting, F full screen (`links.js`).
"""

from functools import partial
from html import escape

import streamlit as st

from components.elements import writing
from components.language.text import _, _c, day, number
from components.meetings import (
    arranging,
    deciding,
    decisions,
    fitting,
    objective_step,
    reviewed,
    wording,
)
from components.meetings.reviewed import Review
from components.meetings.sitting import START
from components.overview import gauge, tiles
from components.reader import links
from components.reader.view import View
from store.models import Decision, Meeting
from store.standing import GoalStanding

END = "end"


def show(meeting: Meeting, view: View, wanted: str) -> None:
    """Draw one step; one that is not on the agenda is the first."""
    review = reviewed.review(meeting, view)
    steps = [START, *meeting.agenda, END]
    current = wanted if wanted in steps else START
    st.html(_frame(review, steps, current))
    writing.show_done()
    if current == START:
        _show_start(review, view)
    elif current == END:
        _show_end(review, view)
    elif (objective := review.plan.objective(current)) is not None:
        objective_step.show(review, objective, view)
    else:
        _show_goal(review, current, view)


def _frame(review: Review, steps: list[str], current: str) -> str:
    """What stays around every step: where one is, and the ways on."""
    meeting, position = review.meeting, steps.index(current)
    parts = [wording.body_name(meeting), day(meeting.held_on), _short_frozen(meeting)]
    before = steps[position - 1] if position else ""
    after = steps[position + 1] if position + 1 < len(steps) else ""
    leave = _c("leave the presentation", "Leave")
    ways = [
        _way(meeting, before and START, "first", "«", _("First step")),
        _way(meeting, before, "prev", "‹ " + _c("step of a meeting", "Previous")),
        f"<b>{number(position)} / {number(len(steps) - 1)}</b>",
        _way(meeting, after, "next", _c("step of a meeting", "Next") + " ›"),
        _way(meeting, after and END, "last", "»", _("Last step")),
        f'<button type="button" class="fullscreen">{escape(_("Full screen"))} (F)</button>',
        f'<a class="up" href="{escape(_address(meeting))}">{escape(leave)}</a>',
    ]
    return (
        f'<nav class="presentation" aria-label="{escape(_("Steps of the meeting"))}">'
        f"<span>{escape(' · '.join(parts))}</span><span>{' '.join(ways)}</span></nav>"
    )


def _short_frozen(meeting: Meeting) -> str:
    if meeting.as_of is None:
        return _("not opened: figures of today")
    return _("as known on {day}", day=day(meeting.as_of))


def _way(meeting: Meeting, target: str, key: str, label: str, name: str = "") -> str:
    """The way to another step, which a key presses too; greyed out where there is none."""
    if not target:
        return f'<span class="vacant">{escape(label)}</span>'
    attributes = f' title="{escape(name)}" aria-label="{escape(name)}"' if name else ""
    address = _address(meeting, target)
    return f'<a class="{key}" href="{escape(address)}"{attributes}>{escape(label)}</a>'


def _address(meeting: Meeting, target: str = "") -> str:
    """Where a step is; without one, the meeting itself."""
    step = {"step": target} if target else {}
    return links.address("meeting", meeting=meeting.code, **step)


def _show_start(review: Review, view: View) -> None:
    """The title, the six gauges, the agenda in short, and what earlier meetings left open."""
    _show_title(review.meeting.title, wording.frozen(review.meeting))
    st.html(gauge.row(review.plan.goals))
    titles = arranging.subjects(review.plan)
    items = "".join(
        f"<li>{_way(review.meeting, code, 'item', f'{code} · {titles.get(code, code)}')}</li>"
        for code in review.meeting.agenda
    )
    st.html(f'<ol class="agenda">{items}</ol>')
    if left_open := [decisions.in_short(row, view.as_of) for row in _left_open(review, view)]:
        st.html(fitting.side_by_side({_("Open from earlier meetings"): left_open}))


def _show_title(title: str, below: str = "") -> None:
    """Draw a step's title, in one piece with the sentence below it: Streamlit's own overlap."""
    st.html(f'<h1>{escape(title)}</h1><p class="note">{escape(below)}</p>')


def _left_open(review: Review, view: View) -> list[Decision]:
    code = review.meeting.code
    return [row for row in decisions.waiting(view) if row.meeting_code != code]


def _show_goal(review: Review, code: str, view: View) -> None:
    goal: GoalStanding = next(goal for goal in review.plan.goals if goal.code == code)
    _show_title(f"{goal.code} · {goal.name}", goal.aim)
    left, right = st.columns([2, 3], gap="large")
    with left:
        st.html(f'<div class="gauges one">{gauge.build(goal)}</div>')
    with right:
        shown = tiles.group(review.plan, goal.objectives, partial(_beyond, review))
        st.html(f'<div class="tiles two">{shown}</div>')
    st.html(fitting.side_by_side({_("Decisions"): objective_step.decided(code, view)}))
    objective_step.show_forms(review, code, view)


def _beyond(review: Review, code: str) -> str:
    """Where an objective is: its step, or else its page as it was known for the meeting."""
    if code in review.meeting.agenda:
        return _address(review.meeting, code)
    frozen = {"as_of": review.plan.as_of.isoformat(), "plan": review.plan.plan.code}
    return links.address("objective", objective=code, **frozen)


def _show_end(review: Review, view: View) -> None:
    """What this meeting decided, all of it, and the follow-up of what earlier ones left open."""
    _show_title(_("What was decided"))
    taken_here = [
        row for row in reviewed.decided(view.until) if row.meeting_code == review.meeting.code
    ]
    if taken_here:
        st.html(decisions.table(taken_here, view))
    else:
        st.html(f'<p class="empty">{escape(_("Nothing was decided yet."))}</p>')
    deciding.offer(review.meeting, "")
    deciding.offer_follow_up([*taken_here, *_left_open(review, view)])
