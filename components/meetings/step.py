"""One objective on the projector: verdict, trajectory, what changed, what was decided, by whom."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from components import cache, gauge, people_names, theme, trajectory_chart
from components.facts import show_facts
from components.meetings import comparison, decisions, figures
from components.meetings.figures import Review
from components.objective_card import badge, facts, verdict
from components.places import name
from components.status import label
from components.text import _, day
from components.view import View
from components.words import reading_figure
from store.queries import Reading
from store.standing import IndicatorStanding, ObjectiveStanding

ENLARGED = 1.35  # of the type in charts, for the last row
HEIGHT, ROOM = 225, 40  # of the chart and of the choice above it, in pixels
MOST_FACTS = 6
MOST_READINGS = 4


def show(review: Review, objective: ObjectiveStanding, view: View) -> None:
    """Draw the step of one objective: all of it fits on a projector of 1280 × 720."""
    goal = next(one for one in review.plan.goals if objective in one.objectives)
    st.html(
        '<div class="step"><div>'
        f"<h1>{objective.code} · {escape(objective.title)}</h1>"
        f'<p class="verdict">{badge(objective.status)}'
        f" {escape(verdict(review.plan, objective))}</p>"
        f'</div><div class="gauges one">{gauge.build(goal)}</div></div>'
    )
    shown = objective.parts or objective.beside
    standing = _choose(shown)
    if standing is not None:
        left, right = st.columns([8, 5], gap="large")
        has_choice = len(shown) > 1
        with left:
            _show_chart(standing, HEIGHT - ROOM if has_choice else HEIGHT)
        with right:
            show_facts(facts(standing)[: MOST_FACTS - has_choice])
    _show_below(review, objective, view)


def _choose(shown: tuple[IndicatorStanding, ...]) -> IndicatorStanding | None:
    """The indicator on the projector; of several parts, each with its status."""
    if len(shown) < 2:
        return shown[0] if shown else None
    by_code = {one.indicator.code: one for one in shown}
    chosen = st.segmented_control(
        _("Part"),
        list(by_code),
        default=next(iter(by_code)),
        required=True,
        format_func=lambda code: f"{label(by_code[code].status)} · {by_code[code].indicator.name}",
        key=f"step_{next(iter(by_code))}",
        label_visibility="collapsed",
    )
    return by_code[chosen or next(iter(by_code))]


def _show_chart(standing: IndicatorStanding, height: int) -> None:
    frame = trajectory_chart.frame(standing)
    if frame.empty:
        st.html(f'<p class="empty">{escape(_("No figure and no path to draw."))}</p>')
        return
    spec = trajectory_chart.build(
        theme.current(),
        frozenset(frame["kind"]),
        is_milestone=standing.indicator.kind == "milestone",
        invented=cache.is_invented(),
    )
    st.vega_lite_chart(
        frame,
        {**theme.enlarge(spec, ENLARGED), "height": height},
        theme=None,
        width="stretch",
        key=f"step_{standing.indicator.code}",
        alt=trajectory_chart.describe(standing),
    )


def _show_below(review: Review, objective: ObjectiveStanding, view: View) -> None:
    """Side by side what changed, what was decided, who reported; then the forms."""
    changes = comparison.changes(objective, review.before.objective(objective.code))
    st.html(
        beneath(
            {
                _("Changed {since}", since=review.since): [
                    f"{what}: {before} → {now}" for what, before, now in changes
                ],
                _("Decisions"): decided(objective.code, view),
                _("Reported by"): _reporters(review, objective),
            }
        )
    )
    show_forms(review, objective.code, view)


def decided(code: str, view: View) -> list[str]:
    """What any meeting decided about a goal or an objective, the open ones first."""
    found = decisions.about(figures.decided(view.as_of), code)
    return [decisions.in_short(row, view.as_of) for row in found]


def show_forms(review: Review, code: str, view: View) -> None:
    """Write a decision beside the figure, or say what came of an earlier one."""
    left, right = st.columns(2)
    with left:
        decisions.offer(review.meeting, code)
    with right:
        decisions.offer_follow_up(decisions.about(figures.decided(view.as_of), code))


def beneath(lists: dict[str, list[str]]) -> str:
    """Lists of sentences under their heads, side by side, as HTML."""
    drawn = (
        f"<section><h2>{escape(head)}</h2>{_list(said)}</section>" for head, said in lists.items()
    )
    return f'<div class="beneath">{"".join(drawn)}</div>'


def _reporters(review: Review, objective: ObjectiveStanding) -> list[str]:
    """The newest figures with who reported and who approved them."""
    found = [
        (reading, one.indicator)
        for one in objective.indicators
        for reading in _readings(review, one)
    ]
    newest = sorted(found, key=lambda pair: pair[0].known_on, reverse=True)[:MOST_READINGS]
    return [
        _(
            "{figure}, {place}, known on {day}: {reporter}, approved by {approver}. {source}",
            figure=reading_figure(indicator, reading),
            place=name(reading.place_code),
            day=day(reading.known_on),
            reporter=people_names.shown(reading.reporter),
            approver=people_names.shown(reading.approver),
            source=reading.source_title,
        )
        for reading, indicator in newest
    ]


def _readings(review: Review, standing: IndicatorStanding) -> Sequence[Reading]:
    """What was reported of an indicator: by the world and the regions, or by countries."""
    indicator = standing.indicator
    if indicator.reported_by != "country":
        return standing.readings
    return cache.country_readings(indicator.code, review.plan.as_of, review.meeting.opened_at)


def _list(said: list[str]) -> str:
    if not said:
        return f'<p class="note">{escape(_("nothing"))}</p>'
    return "<ul>" + "".join(f"<li>{escape(one)}</li>" for one in said) + "</ul>"
