"""One objective: its verdict in words, then each indicator with chart, numbers and notes."""

from html import escape

import streamlit as st

from components.elements import chart, writing
from components.figures import provenance, ways
from components.language.text import _, _c, _n, computed, day, number, percent
from components.look import isolation, theme
from components.look.markup import show_empty, show_facts, show_note
from components.look.status import Shown, css_class, glyph, word
from components.objective import firmness, regions_chart, scale, trajectory_chart, why
from components.reader import cache, links
from components.reader.view import View
from components.wording import flags, verdicts
from components.wording.figures import (
    declared_gaps,
    in_unit,
    latest_fact,
    qualified,
    span,
    turn,
)
from components.wording.objectives import verdict
from components.wording.verdicts import reason
from store.models import Qualifier
from store.models.places import WORLD
from store.progress import Kind, Status
from store.standing import IndicatorStanding, ObjectiveStanding, PlanStanding


def show(plan: PlanStanding, objective: ObjectiveStanding, view: View) -> None:
    """Draw the whole objective under one plan version."""
    writing.show_done()
    st.html(
        f'<p class="lead">{escape(objective.aim)}</p>'
        f'<p class="verdict">{badge(objective.statuses)} {escape(verdict(plan, objective))}</p>'
        f"{scale.build(objective)}{why.build(plan, objective, _to_rule)}"
        f"{firmness.build(plan, objective)}"
    )
    for standing in objective.indicators:
        with isolation.drawing():
            _show_indicator(standing, view, own_verdict(plan, objective, standing))


def _to_rule(anchor: str) -> str:
    return f"{links.address('method')}#{anchor}"


def badge(status: Shown) -> str:
    """A status as HTML: shape and word together."""
    return (
        f'<span class="status {css_class(status)}">'
        f"<span>{glyph(status)}</span><b>{word(status)}</b></span>"
    )


def own_verdict(
    plan: PlanStanding, objective: ObjectiveStanding, standing: IndicatorStanding
) -> str:
    """Why an indicator has its status; "" where the verdict on its objective says just that."""
    sentence = verdicts.why(standing)
    return "" if sentence == verdict(plan, objective) else sentence


def role(standing: IndicatorStanding) -> str:
    """Whether an indicator counts for the status of its objective."""
    if standing.is_part:
        return _("What is judged by 2030")
    return _("Beside it, not counted for 2030")


def _show_indicator(standing: IndicatorStanding, view: View, sentence: str) -> None:
    indicator = standing.indicator
    st.header(indicator.name, anchor=False)
    judged = (
        f'<p class="verdict">{badge(standing.statuses)} {escape(sentence)}</p>' if sentence else ""
    )
    st.html(
        f'<p class="note">{escape(role(standing))} · {escape(indicator.definition)}</p>{judged}'
    )
    if way := ways.line(indicator, standing.readings, view.place):
        st.html(way)
    left, right = st.columns([3, 2], gap="large")
    with left, isolation.drawing():
        _show_chart(standing, view)
    with right, isolation.drawing():
        show_facts(facts(standing))
        _show_notes(standing)
    if standing.regions or any(r.place_code != WORLD for r in standing.readings):
        with isolation.drawing():
            regions_chart.show(standing, view)
    with isolation.drawing():
        provenance.show(standing, view)


def _show_chart(standing: IndicatorStanding, view: View) -> None:
    frame = trajectory_chart.frame(standing)
    if frame.empty:
        show_empty(nothing_to_draw(standing))
        return
    chart.show(
        f"trajectory_{standing.indicator.code}",
        frame,
        trajectory_chart.build(
            theme.current(),
            frozenset(frame["kind"]),
            is_milestone=standing.indicator.kind == Kind.MILESTONE,
            invented=cache.is_invented(),
        ),
        trajectory_chart.caption(standing, view),
        alt=trajectory_chart.describe(standing),
    )
    show_note(outlook(standing))


def nothing_to_draw(standing: IndicatorStanding) -> str:
    """Why an indicator has no chart."""
    if standing.readings:
        return _("No line for the world yet: what is known of its regions stands below.")
    return _(
        "Nothing to draw: the plan gives no number here and none was reported. It is up to {who}.",
        who=turn(standing.indicator),
    )


@isolation.words
def outlook(standing: IndicatorStanding) -> str:
    """The projection in words, or why there is none."""
    assessment, indicator = standing.assessment, standing.indicator
    if indicator.kind == Kind.MILESTONE:
        return _("Levels are ordered, not measured: no projection is made.")
    ahead = assessment.projection
    if ahead is None:
        if assessment.status in (Status.ACHIEVED, Status.TARGET_MET):
            return _("The target is met: no projection is needed.")
        return _("No projection: {reason}", reason=reason(standing) or _("figures are missing."))
    where = qualified(in_unit(indicator, ahead.value, computed(ahead.value)), Qualifier.ABOUT)
    if ahead.low is None or ahead.high is None:
        return _(
            "If the pace stays as it has been: {figure} by {year}. Three points are needed for an"
            " interval; there are {count}.",
            figure=where,
            year=int(assessment.active_year or 2030),
            count=ahead.n,
        )
    return _(
        "If the pace stays as it has been: {figure} by {year}, in four cases of five between {low}"
        " and {high}. Reaching the target is {outlook}.",
        figure=where,
        year=int(assessment.active_year or 2030),
        low=computed(ahead.low),
        high=computed(ahead.high),
        outlook={
            "likely": _c("chance of reaching the target", "likely"),
            "uncertain": _c("chance of reaching the target", "uncertain"),
            "unlikely": _c("chance of reaching the target", "unlikely"),
        }[ahead.outlook],
    )


def facts(standing: IndicatorStanding) -> list[tuple[str, str]]:
    """The numbers behind a verdict, as (name, value); what is not defined is left out."""
    assessment = standing.assessment
    rows = [
        _baseline(standing),
        *((_("Target {year}", year=t.year), span(standing.indicator, t)) for t in standing.targets),
        *(
            (_("Beside it, {year}: judges nothing", year=row.year), span(standing.indicator, row))
            for row in standing.context
        ),
        (_("Latest figure"), latest_fact(standing) or _("none reported")),
        (_("Share of the way"), _share(assessment.progress_raw)),
        (_("Due by then"), _share(assessment.expected)),
        (_("Covered of what was due"), _share(assessment.ratio)),
        (_("Still missing"), _missing(standing)),
        (_("Pace so far"), _pace(assessment.pace_actual)),
        (_("Pace still needed"), _pace(assessment.pace_to_go)),
        (_("Way to the stronger end"), _share(assessment.stretch)),
        (_("Share of the way to 2050"), _share(assessment.progress_2050)),
    ]
    return [(name, value) for name, value in rows if value]


def _baseline(standing: IndicatorStanding) -> tuple[str, str]:
    row = standing.baseline
    if row is None:
        return _("Baseline"), _("none in the plan")
    return _("Baseline {year}", year=row.year), span(standing.indicator, row)


def _share(share: float | None) -> str:
    return "" if share is None else percent(share)


@isolation.words
def _missing(standing: IndicatorStanding) -> str:
    amount, indicator = standing.assessment.gap_abs, standing.indicator
    if amount is None:
        return ""
    if indicator.kind == Kind.MILESTONE:
        return _n("{count} level", "{count} levels", amount)
    unit = indicator.unit_one if amount == 1 else indicator.unit
    return f"{number(amount, 2)} {unit}"


def _pace(pace: float | None) -> str:
    return "" if pace is None else _("{pace} a year", pace=number(pace, 2))


def notes(standing: IndicatorStanding) -> list[str]:
    """What a reader should know beside the numbers: gaps, flags, notes of the plan's numbers."""
    return [
        *declared_gaps(standing),
        *flags.notes(standing),
        *dict.fromkeys(row.note for row in standing.printed if row.note),
    ]


def sources(standing: IndicatorStanding) -> list[str]:
    """Where the plan's numbers come from, each source once."""
    lines = (
        _("{title}, known on {day}", title=row.source_title, day=day(row.known_on))
        for row in standing.printed
    )
    return list(dict.fromkeys(lines))


def _show_notes(standing: IndicatorStanding) -> None:
    items = "".join(f"<li>{escape(said)}</li>" for said in (*notes(standing), *sources(standing)))
    if items:
        st.html(f'<ul class="notes">{items}</ul>')
