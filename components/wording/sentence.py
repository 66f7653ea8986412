"""The sentence of a card beside its verdict: why the grade, the clock, the first missing evidence.

Source: data/METHODS.md#figures-of-a-card
"""

from collections.abc import Iterator
from math import isinf

from components.language.text import _, _c, _n, listed, number, percent
from components.look import isolation
from components.wording.figures import objective_fact, quantity, span
from components.wording.questions import asked
from store.progress import DEFAULT, UNKNOWN, Assessment, Grade, Kind, Status
from store.standing import IndicatorStanding, Method, ObjectiveStanding, PlanStanding
from store.standing.missing import missing


@isolation.words
def firmness(plan: PlanStanding, objective: ObjectiveStanding) -> str:
    """Everything that the sentence says after verdict and progress; the former method had none."""
    if plan.method is Method.FORMER or not plan.is_adopted:
        return clock(plan)
    sentences = [
        known(objective),
        grade(objective),
        possible(objective),
        unmoved(objective),
        clock(plan),
        lacking(plan, objective),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def known(objective: ObjectiveStanding) -> str:
    """The newest figure with its date; "" where there is none."""
    fact = objective_fact(objective)
    return _("Last known: {fact}.", fact=fact) if fact else ""


def grade_word(grade: Grade) -> str:
    """How strong the evidence is, in a word."""
    return {
        Grade.MEASURED: _c("evidence", "measured"),
        Grade.INDICATIVE: _c("evidence", "indicative"),
        Grade.DOCUMENTED: _c("evidence", "documented"),
        Grade.NONE: _c("evidence", "nothing yet"),
    }[grade]


def grade(objective: ObjectiveStanding) -> str:
    """How strong the evidence is, and why no stronger."""
    if objective.grade is Grade.MEASURED:
        return _(
            "Measured: two dated figures, a year or more apart, that leave less than a tenth of the"
            " way open."
        )
    if objective.grade is Grade.INDICATIVE:
        return _("Only indicative, because of {reasons}.", reasons=listed(_weaknesses(objective)))
    if objective.grade is Grade.DOCUMENTED:
        return _("Documented: something is recorded, but no verdict follows from it.")
    return _("Nothing is recorded that speaks of it.")


def weaknesses(card: Assessment) -> list[str]:
    """What keeps the evidence of one indicator from being measured."""
    kept = {
        _c("why a verdict is only indicative", "bounds where a figure is needed"): _is_open(card),
        _c("why a verdict is only indicative", "a day that is not known exactly"): _is_undated(
            card
        ),
        _c("why a verdict is only indicative", "the age of the figure"): card.faded,
        _c("why a verdict is only indicative", "a newest figure that leaves everything open"): (
            "older_figure" in card.flags
        ),
        _c("why a verdict is only indicative", "a starting value known only as a range"): (
            "baseline_sensitive" in card.flags
        ),
        _c("why a verdict is only indicative", "a single dated figure"): card.observations < 2,
        _c("why a verdict is only indicative", "a starting value coded by us"): (
            "baseline_coded" in card.flags and card.observations < 2
        ),
    }
    reasons = [reason for reason, holds in kept.items() if holds]
    return reasons or [_c("why a verdict is only indicative", "figures that leave too much open")]


def _weaknesses(objective: ObjectiveStanding) -> list[str]:
    """Those of all parts, and the parts of which nothing can be said."""
    reasons: dict[str, None] = {}
    for part in objective.parts:
        if part.status is Status.NOT_ENOUGH_DATA:
            unknown = _c(
                "why a verdict is only indicative",
                "a part that could be anything ({name})",
                name=part.indicator.name,
            )
            reasons[unknown] = None
        elif part.assessment.grade is not Grade.MEASURED:
            weak = _silent_regions(part) or weaknesses(part.assessment)
            reasons |= dict.fromkeys(weak)
    return list(reasons)


def _silent_regions(part: IndicatorStanding) -> list[str]:
    """Where each region has a target of its own: those that are not measured."""
    silent = sum(one.grade is not Grade.MEASURED for one in part.regions.values())
    if not silent:
        return []
    return [
        _c(
            "why a verdict is only indicative",
            "{count} of {total} regions that are not measured",
            count=number(silent),
            total=number(len(part.regions)),
        )
    ]


def _is_open(card: Assessment) -> bool:
    return card.figure is not None and (isinf(card.figure.width) or not card.figure.is_point)


def _is_undated(card: Assessment) -> bool:
    if card.first is None or card.last is None:
        return False
    return card.last - card.first > DEFAULT.dated_within


def possible(objective: ObjectiveStanding) -> str:
    """Without a verdict, what is certain all the same: "" where progress can be anything."""
    low, high = objective.bounds
    if objective.status is not Status.NOT_ENOUGH_DATA or (low, high) == UNKNOWN:
        return ""
    return _("Today, progress can be {low} to {high}.", low=percent(low), high=percent(high))


def unmoved(objective: ObjectiveStanding) -> str:
    """Of a target without any figure: what it takes from now on if nothing has moved since 2020."""
    part = next((one for one in objective.parts if _is_unmoved(one)), None)
    if part is None or objective_fact(objective):
        return ""
    return _(
        "Asked for by {year}: {target}. If nothing has moved since 2020, {pace} a year would be"
        " needed from now on.",
        year=int(part.assessment.active_year or 2030),
        target=span(part.indicator, part.targets[0]),
        pace=needed(part),
    )


def needed(part: IndicatorStanding) -> str:
    """The pace that it takes from now on if nothing has moved, in the indicator's unit."""
    pace = round(part.assessment.pace_from_start or 0, 1)
    if part.indicator.kind == Kind.MILESTONE:
        return _n("{count} level", "{count} levels", pace)
    return quantity(part.indicator, pace)


def _is_unmoved(part: IndicatorStanding) -> bool:
    return bool(part.targets and part.assessment.pace_from_start)


def clock(plan: PlanStanding) -> str:
    """How much of the time has passed."""
    return _(
        "{time} of the time to {year} has passed.", time=percent(plan.clock), year=plan.horizon
    )


def lacking(plan: PlanStanding, objective: ObjectiveStanding) -> str:
    """The first evidence that is missing: a number to reach, a starting value, a figure."""
    questions = "; ".join(_asked(plan, objective))
    if questions:
        return _("First missing: {questions}.", questions=questions)
    if objective.grade is Grade.INDICATIVE:
        return _("A dated figure of another year, exactly known, would make it firmer.")
    return ""


def _asked(plan: PlanStanding, objective: ObjectiveStanding) -> Iterator[str]:
    if not objective.parts:
        yield _("a number to reach")
        return
    for part in objective.parts:
        questions = list(missing(part, plan.as_of))
        if questions:
            yield from map(asked, questions)
            return
