"""A meeting on the projector: one goal or objective a step, in large type, moved by keys.

Keys: → or Page Down next, ← or Page Up previous, Home and End the first and the last step, Esc back
to the meeting, F full screen, D the form of a decision (`links.js`).
"""

from collections.abc import Sequence
from html import escape

import streamlit as st

from components.elements import writing
from components.language.text import _, _c, _n, day, number
from components.look import markup, style
from components.look.status import css_class
from components.meetings import arranging, deciding, decisions, reviewed, timing, wording
from components.meetings.reviewed import Review
from components.meetings.sitting import START
from components.objective.objective_card import badge
from components.overview import gauge, shortfall, way
from components.presentation import claim, objective_step
from components.reader import links
from components.reader.view import View
from store.models import Decision, Meeting
from store.standing import GoalStanding

END, LEAVE = "end", "leave"
MOST_TITLES = 8  # of an agenda: of a longer one only the codes have room
MOST_DECIDED = 4  # in each list of the last step


def show(meeting: Meeting, view: View, wanted: str) -> None:
    """Draw one step; one that is not on the agenda is the first."""
    review = reviewed.review(meeting, view)
    steps = [START, *meeting.agenda, END]
    current = wanted if wanted in steps else START
    st.html(style.element(style.PROJECTOR))
    st.html(_frame(review, steps, current, timing.of(meeting, current, view)))
    with st.container(key="step_done"):
        writing.show_done()
    if current == START:
        _show_start(review, view)
    elif current == END:
        _show_end(review, view)
    elif (objective := review.plan.objective(current)) is not None:
        objective_step.show(review, objective, view)
    else:
        _show_goal(review, current, view)


def _frame(review: Review, steps: list[str], current: str, planned: str) -> str:
    """What stays around every step: where one is, when it was `planned`, and the ways on."""
    meeting, position = review.meeting, steps.index(current)
    parts = [wording.body_name(meeting), day(meeting.held_on), _short_frozen(meeting)]
    before = steps[position - 1] if position else ""
    after = steps[position + 1] if position + 1 < len(steps) else ""
    ways = [
        _way(meeting, before and START, "first", "«", _("First step")),
        _way(meeting, before, "prev", f"‹ {_short(before)}", _("Previous step")),
        f"<b>{number(position)} / {number(len(steps) - 1)}</b>",
        *([f"<span>{escape(planned)}</span>"] if planned else []),
        _way(meeting, after, "next", f"{_short(after)} ›", _("Next step")),
        _way(meeting, after and END, "last", "»", _("Last step")),
        f'<button type="button" class="fullscreen" title="{escape(_("Full screen"))}">F</button>',
        _way(meeting, LEAVE, "up", "✕", _c("leave the presentation", "Leave")),
    ]
    return (
        f'<nav class="presentation" aria-label="{escape(_("Steps of the meeting"))}">'
        f"<span>{escape(' · '.join(parts))}</span><span>{' '.join(ways)}</span></nav>"
    )


def _short(step: str) -> str:
    """A step in a word or a code."""
    names = {START: _c("step of a meeting", "Title"), END: _c("step of a meeting", "Decisions")}
    return names.get(step, step)


def _short_frozen(meeting: Meeting) -> str:
    if meeting.as_of is None:
        return _("not opened: figures of today")
    return _("as known on {day}", day=day(meeting.as_of))


def _way(meeting: Meeting, target: str, key: str, label: str, name: str = "") -> str:
    """The way to another step, which a key presses too; greyed out where there is none."""
    if not target:
        return f'<span class="vacant">{escape(label)}</span>'
    attributes = f' title="{escape(name)}" aria-label="{escape(name)}"' if name else ""
    address = _address(meeting, "" if target == LEAVE else target)
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
    is_long = len(review.meeting.agenda) > MOST_TITLES
    items = "".join(
        f"<li>{_way(review.meeting, code, 'item', said)}</li>"
        for code in review.meeting.agenda
        for said in [code if is_long else f"{code} {titles.get(code, code)}"]
    )
    st.html(f'<ol class="agenda{" short" if is_long else ""}">{items}</ol>')
    if left_open := _left_open(review, view):
        more = _n("and {count} more", "and {count} more", len(left_open) - 1)
        said = claim.asked(left_open[0], view.as_of)
        rest = markup.note(more) if len(left_open) > 1 else ""
        st.html(f'<div class="left-open">{said}{rest}</div>')


def _show_title(title: str, below: str = "") -> None:
    """Draw a step's title, in one piece with the sentence below it: Streamlit's own overlap."""
    st.html(f'<h1>{escape(title)}</h1><p class="note">{escape(below)}</p>')


def _left_open(review: Review, view: View) -> list[Decision]:
    """What earlier meetings left open, those of the same body first."""
    code, own = review.meeting.code, {row.id for row in decisions.returning(review.meeting, view)}
    left = [row for row in decisions.waiting(view) if row.meeting_code != code]
    return sorted(left, key=lambda row: row.id not in own)


def _show_goal(review: Review, code: str, view: View) -> None:
    goal: GoalStanding = next(goal for goal in review.plan.goals if goal.code == code)
    st.html(objective_step.head(f"{goal.code} {goal.name}", badge(goal.gauge.status)))
    left, right = st.columns([2, 1], gap="medium")
    with left:
        st.html(_objectives(review, goal))
    with right:
        asked = decisions.about(decisions.waiting(view), code)
        said = "".join(claim.asked(row, view.as_of) for row in asked[: claim.MOST_ASKED])
        with st.container(key="step_words"):
            drawn = (
                f'<div class="gauges one">{gauge.build(goal)}</div>'
                f'<p class="verdict">{escape(gauge.reason(goal))}</p>{said}'
            )
            st.html(objective_step.words(drawn))
        with st.container(key="step_acts"):
            objective_step.show_forms(review, code, view)


def _objectives(review: Review, goal: GoalStanding) -> str:
    """The objectives of a goal, what holds it back first: each with its way, verdict and fact."""
    first = [*shortfall.ordered(goal.objectives)]
    rows = [*first, *(one for one in goal.objectives if one not in first)]
    drawn = "".join(
        f'<li class="{css_class(one.statuses)}">'
        f'<a href="{escape(_beyond(review, one.code))}">{one.code} {escape(one.title)}</a>'
        f"{way.build(one, review.plan.clock)}<span>{badge(one.statuses)}</span></li>"
        for one in rows
    )
    return f'<ul class="held">{drawn}</ul>'


def _beyond(review: Review, code: str) -> str:
    """Where an objective is: its step, or else its page as it was known for the meeting."""
    if code in review.meeting.agenda:
        return _address(review.meeting, code)
    frozen = {"as_of": review.plan.as_of.isoformat(), "plan": review.plan.plan.code}
    return links.address("objective", objective=code, **frozen)


def _show_end(review: Review, view: View) -> None:
    """What this meeting decided, all of it, and the follow-up of what earlier ones left open."""
    _show_title(_("What was decided"))
    left_open = _left_open(review, view)
    taken_here = [
        row for row in reviewed.decided(view.until) if row.meeting_code == review.meeting.code
    ]
    lists = [
        _list(taken_here, view) or f'<p class="verdict">{escape(_("Nothing was decided yet."))}</p>'
    ]
    if left_open:
        lists += [f"<h2>{escape(_('Open from earlier meetings'))}</h2>", _list(left_open, view)]
    st.html(f'<div class="decided">{"".join(lists)}</div>')
    if review.meeting.is_published:
        return
    with st.container(key="step_acts"):
        deciding.offer(review.meeting, "")
        deciding.offer_follow_up([*taken_here, *left_open])


def _list(rows: Sequence[Decision], view: View) -> str:
    """Decisions in large type: what, about what, who, by when; how many more there are."""
    drawn = [
        f"<li><b>{escape(row.subject)}</b> {escape(decisions.in_short(row, view.as_of))}</li>"
        for row in rows[:MOST_DECIDED]
    ]
    if left := len(rows) - len(drawn):
        drawn.append(f"<li>{escape(_n('and {count} more', 'and {count} more', left))}</li>")
    return f"<ul>{''.join(drawn)}</ul>" if drawn else ""
