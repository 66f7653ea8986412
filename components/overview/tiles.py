"""The 24 objectives as tiles: name, way in miniature, status and evidence, the last thing known."""

from collections.abc import Callable
from html import escape

from components.language.text import _, _n
from components.look.status import css_class, glyph, word
from components.overview import way
from components.wording.figures import latest_fact, quantity, span
from components.wording.sentence import grade_word
from components.wording.verdicts import objective_reason
from store.models import ReportedBy
from store.progress import Grade, Status
from store.standing import IndicatorStanding, ObjectiveStanding, PlanStanding


def group(
    plan: PlanStanding,
    objectives: tuple[ObjectiveStanding, ...],
    address: Callable[[str], str],
) -> str:
    """The tiles of one goal as HTML; `address` says where the page of an objective is."""
    return "".join(tile(plan, objective, address(objective.code)) for objective in objectives)


def tile(plan: PlanStanding, objective: ObjectiveStanding, address: str) -> str:
    """Name, miniature, status with the strength of its evidence, the last fact.

    Few elements, lines apart by line breaks: the browser's sanitizer asks its price by the element.
    """
    is_known = objective.verdict.judged.is_known
    shape = f"{glyph(objective.statuses)} " if is_known else ""
    kind = "" if way.told_of(objective) else " bare"
    miniature = way.build(objective, plan.clock)
    return (
        f'<a class="tile {css_class(objective.statuses)}{kind}" href="{escape(address)}">'
        f"<b>{shape}{objective.code} {escape(objective.title)}</b>\n{miniature}"
        f'<span class="graded {objective.grade}">{escape(standing(objective))}</span>\n'
        f"{escape(fact(plan, objective))}{_call(objective)}</a>"
    )


def _call(objective: ObjectiveStanding) -> str:
    """Where nothing is known: that its page takes what somebody knows."""
    if objective.grade is not Grade.NONE:
        return ""
    return f'\n<span class="graded">{escape(_("I know a source"))}</span>'


def standing(objective: ObjectiveStanding) -> str:
    """Status and grade in one line; without a verdict what is missing for one."""
    if objective.verdict.judged.is_known:
        if objective.status is Status.STALE or objective.grade is Grade.MEASURED:
            return word(objective.statuses)
        return f"{word(objective.statuses)} · {grade_word(objective.grade)}"
    return f"{grade_word(objective.grade)} · {missing(objective)}"


def fact(plan: PlanStanding, objective: ObjectiveStanding) -> str:
    """The last thing known with its year, else what the plan asks, else why nothing is asked."""
    told = way.told_of(objective)
    said = latest_fact(told) if told is not None else ""
    if said:
        return said
    if not plan.is_adopted or not objective.parts:
        return objective_reason(objective, plan)
    return asked(objective.parts[0])


def asked(part: IndicatorStanding) -> str:
    """What the plan asks of an indicator, and where it starts."""
    target = next(iter(part.targets), None)
    if target is None:
        return ""
    if part.baseline is None:
        return _("asked by {year}: {target}", year=target.year, target=span(part.indicator, target))
    return _(
        "asked by {year}: {target}, from {start}",
        year=target.year,
        target=span(part.indicator, target),
        start=quantity(part.indicator, part.baseline.low),
    )


def missing(objective: ObjectiveStanding) -> str:
    """What an objective without a verdict lacks: numbers of the Secretariat, regions, a target."""
    open_parts = [one for one in objective.parts if one.status is Status.NOT_ENOUGH_DATA]
    if not open_parts:
        return _("no number is asked")
    if any(one.indicator.reported_by != ReportedBy.SECRETARIAT for one in open_parts):
        return _("up to the regions")
    if any(one.assessment.pace_from_start is None for one in open_parts):
        return _("no starting value")
    return _n("one number away", "{count} numbers away", len(open_parts))
