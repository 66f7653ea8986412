"""The indicators of an objective: one large chart, others that a plan asks for, then the rest."""

from collections.abc import Callable
from html import escape
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from components.elements import chart
from components.elements.captions import Caption
from components.figures import provenance, ways
from components.indicator import beside, horizon_chart, regions_chart, trajectory_chart
from components.indicator.beside import Beside
from components.language.text import _, day
from components.look import isolation, markup, theme
from components.look.markup import Html, grid, pairs, show_empty
from components.look.theme import Palette
from components.objective import firmness, objective_card
from components.reader import cache, clock
from components.reader.view import View
from components.wording.figures import latest_fact
from store.models.places import WORLD
from store.progress.status import WORST_FIRST
from store.standing import IndicatorStanding, ObjectiveStanding, PlanStanding

T = TypeVar("T")
HEIGHT, LOWER = 430, 260  # pixels of the large chart, and of the others
TELLING = {"path", "other", "figure", "thin"}  # without any of these a chart needs less room


def lead(objective: ObjectiveStanding) -> IndicatorStanding:
    """The indicator that decides: the weakest part, or of parts without a verdict the first."""
    worst = objective.statuses[0]
    ranked = [one for one in objective.parts if one.statuses[0] is worst]
    if not ranked and objective.verdict.judged.is_known:
        known = [one for one in objective.parts if one.statuses[0] in WORST_FIRST]
        ranked = sorted(known, key=lambda one: WORST_FIRST.index(one.statuses[0]))
    return (*ranked, *objective.indicators)[0]


def show_ways(objective: ObjectiveStanding, view: View) -> None:
    """The ways to report and to correct what decides; nothing to who may not."""
    first = lead(objective)
    if way := ways.line(first.indicator, first.readings, view.place):
        st.html(way, width="content")


def show(plan: PlanStanding, objective: ObjectiveStanding, view: View) -> None:
    """Draw all indicators; what no plan version asks a number of stands in a fold."""
    first = lead(objective)
    around = {one.indicator.code: beside.of(one, view) for one in objective.indicators}
    with isolation.drawing():
        _show_first(plan, objective, first, view, around[first.indicator.code])
    asked, others = [], []
    for one in objective.indicators:
        if one is not first:
            is_asked = bool(one.targets or around[one.indicator.code].others)
            (asked if is_asked else others).append(one)
    for one in asked:
        with isolation.drawing():
            said = objective_card.own_verdict(plan, objective, one)
            _show_other(one, view, said, around[one.indicator.code])
    _show_rest(plan, objective, view, others)


def _show_first(
    plan: PlanStanding,
    objective: ObjectiveStanding,
    standing: IndicatorStanding,
    view: View,
    around: Beside,
) -> None:
    """The large chart with the way on to 2050 and the ladder of evidence beside it."""
    palette = theme.current()
    later, spec = _kept(
        "horizon", standing, view, palette, lambda: horizon_chart.draw(standing, palette)
    )
    widths = [17, 6] if later.empty else [13, 4, 6]
    left, *middle, right = st.columns(widths, gap="large")
    with left, isolation.drawing():
        heading = trajectory_chart.title(standing, around)
        sentence = (
            ""
            if len(objective.parts) == 1
            else objective_card.own_verdict(plan, objective, standing)
        )
        st.html(_head(standing, heading, sentence))
        _show_chart(standing, view, around, HEIGHT)
    if middle:
        with middle[0], isolation.drawing():
            st.html(f'<h3 class="part">{escape(horizon_chart.heading(standing))}</h3>')
            chart.show(
                f"horizon_{standing.indicator.code}",
                later,
                spec,
                horizon_chart.caption(standing, view),
                alt=horizon_chart.said(standing),
            )
            st.html(_beneath(standing))
    with right:
        st.html(Html(firmness.build(plan, objective)))
    _show_regions_and_sources(standing, view)


def _beneath(standing: IndicatorStanding) -> Html:
    lines = (horizon_chart.said(standing), horizon_chart.pace(standing))
    return Html("".join(markup.note(line) for line in lines if line))


def _head(standing: IndicatorStanding, heading: str, sentence: str) -> Html:
    judged = (
        f'<p class="verdict">{objective_card.badge(standing.statuses)} {escape(sentence)}</p>'
        if sentence
        else ""
    )
    note = markup.note(objective_card.role(standing))
    return Html(f"{markup.heading(heading)}{note}{judged}")


def _show_other(standing: IndicatorStanding, view: View, sentence: str, around: Beside) -> None:
    """A smaller chart with its numbers beside it."""
    left, right = st.columns([17, 6], gap="large")
    with left, isolation.drawing():
        call = ways.line(standing.indicator, standing.readings, view.place)
        st.html(f"{_head(standing, trajectory_chart.title(standing, around), sentence)}{call}")
        _show_chart(standing, view, around, LOWER, has_numbers=False)
    with right, isolation.drawing():
        st.html(_numbers(standing))
    _show_regions_and_sources(standing, view)


def _show_chart(
    standing: IndicatorStanding,
    view: View,
    around: Beside,
    height: int,
    *,
    has_numbers: bool = True,
) -> None:
    palette, code = theme.current(), standing.indicator.code
    drawn = _kept(
        "trajectory", standing, view, palette, lambda: _draw(standing, view, around, palette)
    )
    if drawn is None:
        show_empty(objective_card.nothing_to_draw(standing))
    else:
        frame, spec, caption, alt = drawn
        tells = TELLING & {*frame["kind"]}
        sized = {**spec, "height": height if tells else min(LOWER, spec["height"])}
        chart.show(f"trajectory_{code}", frame, sized, caption, alt)
    below: list[str] = [] if drawn is None else [markup.note(_below(standing, around))]
    if has_numbers:
        label = escape(_("The same in numbers, with notes and sources"))
        below.append(
            f'<details class="reckoned"><summary>{label}</summary>{_numbers(standing)}</details>'
        )
    if below:
        st.html(Html("".join(below)))


def _kept(
    what: str, standing: IndicatorStanding, view: View, palette: Palette, build: Callable[[], T]
) -> T:
    """What is made of an indicator in a view, ready until a write."""
    return cache.derived(what, (standing.indicator.code, view, palette.name, clock.today()), build)


def _draw(
    standing: IndicatorStanding, view: View, around: Beside, palette: Palette
) -> tuple[pd.DataFrame, dict[str, Any], Caption, str] | None:
    """The chart over time with the words around it; None where there is nothing to draw."""
    frame, spec = trajectory_chart.draw(standing, palette, around)
    if frame.empty:
        return None
    caption = trajectory_chart.caption(standing, view, around)
    return frame, spec, caption, trajectory_chart.describe(standing, around)


def _below(standing: IndicatorStanding, around: Beside) -> str:
    """What is ahead; of a bar that says what a figure would mean, that it foretells nothing."""
    if around.meaning is None:
        return objective_card.outlook(standing)
    return _(
        "Not a forecast: the rule of the method, asked for every figure of {day}.",
        day=day(around.meaning.day),
    )


def _numbers(standing: IndicatorStanding) -> Html:
    """The facts behind the verdict, then notes and the sources of the plan's numbers."""
    lines = (*objective_card.notes(standing), *objective_card.sources(standing))
    items = "".join(f"<li>{escape(said)}</li>" for said in lines)
    notes = f'<ul class="notes">{items}</ul>' if items else ""
    return Html(f"{pairs(objective_card.facts(standing))}{notes}")


def _show_regions_and_sources(standing: IndicatorStanding, view: View) -> None:
    if standing.regions or any(one.place_code != WORLD for one in standing.readings):
        with isolation.drawing():
            regions_chart.show(standing, view)
    with isolation.drawing():
        provenance.show(standing, view)


def _show_rest(
    plan: PlanStanding, objective: ObjectiveStanding, view: View, others: list[IndicatorStanding]
) -> None:
    """What no plan version asks a number of: a line each; charts once somebody opens them."""
    if not others:
        return
    st.header(_("Beside the targets"), anchor=False)
    rows = [
        [
            one.indicator.name,
            latest_fact(one) or _("none reported"),
            Html(ways.line(one.indicator, one.readings, view.place) or "–"),
        ]
        for one in others
    ]
    columns = [_("Indicator"), _("Latest figure"), _("Report or correct")]
    st.html(grid(columns, rows, whole=True, stacked=True))
    fold = st.expander(
        _("Their charts, figures and sources"),
        key=f"rest_{objective.code}",
        on_change="rerun",  # closed, it costs other readers of the page nothing
    )
    if not fold.open:
        return
    with fold:
        for one in others:
            with isolation.drawing():
                said = objective_card.own_verdict(plan, objective, one)
                _show_other(one, view, said, beside.ALONE)
