"""One objective: its verdict in words, then each indicator with chart, numbers and notes."""

from html import escape

from components.language.text import _, _c, _n, computed, day, number, percent
from components.look import isolation
from components.look.status import Shown, css_class, glyph, word
from components.objective import scale, why
from components.reader import links
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
from store.progress import Kind, Status
from store.standing import IndicatorStanding, ObjectiveStanding, PlanStanding


def build(plan: PlanStanding, objective: ObjectiveStanding) -> str:
    """Aim, verdict in a sentence and how firm it is; beside them the scale and the rules."""
    return (
        f'<div class="objective-head"><div><p class="note">{escape(objective.aim)}</p>'
        f'<p class="verdict">{badge(objective.statuses)} {escape(verdict(plan, objective))}</p>'
        f"</div><div>{scale.build(objective)}{why.build(plan, objective, _to_rule)}</div></div>"
    )


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
    """Whether an indicator counts for the status of its objective, and what it counts."""
    counts = (
        _("What is judged by 2030") if standing.is_part else _("Beside it, not counted for 2030")
    )
    said = standing.indicator.definition
    return _("{role}. {definition}", role=counts, definition=said) if said else counts


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
