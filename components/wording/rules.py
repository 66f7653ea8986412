"""The rules behind a verdict with their numbers filled in, each with its place on the page Method.

Asked for with "Why?".
"""

from collections.abc import Iterator

from components.language.text import _, listed, number, percent
from components.wording.objectives import unknown_parts, weakest_parts
from components.wording.part_rules import Rule, of_part
from components.wording.sentence import grade_word
from components.wording.verdicts import objective_reason
from store.progress import DEFAULT, Grade, Status
from store.standing import IndicatorStanding, Method, ObjectiveStanding, PlanStanding


def behind(plan: PlanStanding, objective: ObjectiveStanding) -> list[Rule]:
    """The rules behind the verdict on an objective; none under the former method."""
    if plan.method is Method.FORMER:
        return []
    return list(_behind(plan, objective))


def _behind(plan: PlanStanding, objective: ObjectiveStanding) -> Iterator[Rule]:
    if missing := objective_reason(objective, plan):
        yield Rule(missing, "no-verdict")
    for part in objective.parts:
        if part.status is not Status.NOT_ENOUGH_DATA:
            yield from _named(part, of_part(part), alone=len(objective.parts) == 1)
    if len(objective.parts) > 1 and plan.is_adopted:
        yield Rule(_parts(objective), "several-parts")
    if plan.is_adopted:
        yield Rule(_grade(objective), "evidence-grades")
        yield Rule(_bounds(objective), "bounds")


def _named(part: IndicatorStanding, rules: Iterator[Rule], *, alone: bool) -> Iterator[Rule]:
    """The rules of a part, with its name where there are several."""
    for rule in rules:
        said = rule.said
        if not alone:
            said = _("{indicator}: {rule}", indicator=part.indicator.name, rule=said)
        yield Rule(said, rule.anchor)


def _parts(objective: ObjectiveStanding) -> str:
    """Which part decides, and which are unknown."""
    weakest = weakest_parts(objective)
    unknown = unknown_parts(objective)
    if not weakest:
        return _("All parts must be met, and nothing can be said of any of them.")
    if unknown:
        return _(
            "All parts must be met and the worst decides: of what is known that is {weakest};"
            " {unknown} could be anything.",
            weakest=listed(weakest),
            unknown=listed(unknown),
        )
    return _("All parts must be met and the worst decides: {weakest}.", weakest=listed(weakest))


def _bounds(objective: ObjectiveStanding) -> str:
    low, high = (percent(share) for share in objective.bounds)
    if low == high:
        return _("Today, progress is {share}: nothing is open.", share=low)
    return _("Today, progress can be {low} to {high}.", low=low, high=high)


def _grade(objective: ObjectiveStanding) -> str:
    if objective.grade is Grade.NONE:
        return _("Nothing is recorded, so there is no evidence to grade.")
    return _(
        "Measured takes two dated figures at least {years} year apart, each known within {width} of"
        " the way, the newest no older than its limit; here the evidence is {grade}.",
        years=number(DEFAULT.min_span_years),
        width=percent(DEFAULT.measured_width),
        grade=grade_word(objective.grade),
    )
