"""One objective on the projector: one claim, one large chart, the regions, what is asked of whom.

Nothing that is to be read from the last row is smaller than 24 pixels of 720. What stands behind
the figures, and the form of a decision, wait below the step and open in place of the words: never
over the chart.
"""

from html import escape

import streamlit as st

from components.elements import chart
from components.indicator import trajectory_chart
from components.language.text import _
from components.look import isolation, theme
from components.look.status import label
from components.meetings import comparison, deciding, decisions, reviewed
from components.meetings.reviewed import Review
from components.objective.objective_card import badge, verdict
from components.presentation import claim, fitting, reporters
from components.reader.view import View
from store.standing import IndicatorStanding, ObjectiveStanding

ENLARGED = 2.0  # of the type in charts, for the last row
HEIGHT, ROOM = 530, 42  # of the chart and of the choice above it, in pixels


def show(review: Review, objective: ObjectiveStanding, view: View) -> None:
    """Draw the step of one objective: all of it fits on a projector of 1280 × 720."""
    st.html(head(f"{objective.code} {objective.title}", badge(objective.statuses)))
    shown = objective.parts or objective.beside
    standing = _choose(shown)
    is_part = len(shown) > 1
    left, right = st.columns([2, 1], gap="medium")
    with left, isolation.drawing():
        if standing is not None:
            _show_chart(standing, HEIGHT - ROOM if is_part else HEIGHT)
    with right:
        with st.container(key="step_words"), isolation.drawing():
            st.html(words(_words(review, objective, standing, view), is_short=is_part))
        with st.container(key="step_acts"):
            show_forms(review, objective.code, view)
            with st.expander(_("Behind the figures"), key="step_behind"), isolation.drawing():
                st.html(_behind(review, objective, view))
                _offer_picture(review, standing)


def head(title: str, beside: str) -> str:
    """What a step is about, and at its right how it stands."""
    return f'<div class="step"><h1>{escape(title)}</h1><p>{beside}</p></div>'


def words(drawn: str, *, is_short: bool = False) -> str:
    """What is said beside the chart, as HTML: whole pieces from the first on, as many as fit."""
    return f'<div class="claims{" short" if is_short else ""}">{drawn}</div>'


def _choose(shown: tuple[IndicatorStanding, ...]) -> IndicatorStanding | None:
    """The indicator on the projector; of several parts, each with its status."""
    if len(shown) < 2:
        return shown[0] if shown else None
    by_code = {standing.indicator.code: standing for standing in shown}
    numbers = {code: position for position, code in enumerate(by_code, 1)}
    chosen = st.segmented_control(
        _("Part"),
        list(by_code),
        default=next(iter(by_code)),
        required=True,
        format_func=lambda code: _(
            "Part {number}: {status}", number=numbers[code], status=label(by_code[code].statuses)
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
    if "least" in frame:  # larger words need a wider chart
        frame = frame.assign(least=frame["least"] * ENLARGED)
    st.vega_lite_chart(
        frame,
        {**theme.enlarge(spec, ENLARGED), "height": height},
        theme=None,
        width="stretch",
        key=f"step_{standing.indicator.code}",
        alt=trajectory_chart.describe(standing),
    )


def _words(
    review: Review, objective: ObjectiveStanding, standing: IndicatorStanding | None, view: View
) -> str:
    """The claim beside the chart, and what is asked of whom."""
    asked = decisions.about(decisions.waiting(view), objective.code)
    said = [claim.asked(row, view.as_of) for row in asked[: claim.MOST_ASKED]]
    if standing is None:
        return f'<p class="verdict">{escape(verdict(review.plan, objective))}</p>{"".join(said)}'
    return claim.build(review, objective, standing, "".join(said))


def _behind(review: Review, objective: ObjectiveStanding, view: View) -> str:
    """The verdict in a sentence, what changed, what was decided, who reported."""
    changes = comparison.changes(objective, review.before.objective(objective.code))
    lists = fitting.beneath(
        {
            _("Changed {since}", since=review.since): [
                f"{what}: {before} → {now}" for what, before, now in changes
            ],
            _("Decisions"): decided(objective.code, view),
            _("Reported by"): reporters.sentences(review, objective),
        }
    )
    return f'<p class="verdict">{escape(verdict(review.plan, objective))}</p>{lists}'


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
    deciding.offer(review.meeting, code)
    if not review.meeting.is_published:
        deciding.offer_follow_up(decisions.about(reviewed.decided(view.until), code))
