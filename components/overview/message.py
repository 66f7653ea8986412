"""What the Overview says first: a sentence with its numbers, and below it the reason.

Made by rules from the standing alone. Time and way are both told, what is furthest behind is named,
and where little is known the sentence says how little.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from components.language.text import _, _n, day, listed, number, percent
from components.look import isolation
from components.overview import headline, shortfall
from store.progress import Grade, Status
from store.progress.status import MET
from store.standing import ObjectiveStanding, PlanStanding

NAMED = 3  # objectives that a title names
MANY = 1 / 6  # of all objectives: where so many regress, that is the message


@dataclass(frozen=True, slots=True)
class Heading:
    """A title of one or two sentences, and the sentences below it."""

    title: str
    lead: str


def of(plan: PlanStanding) -> Heading:
    """The message of a plan as it stands."""
    return isolation.build(lambda: _message(plan), lambda sentence: Heading(sentence, ""))


def is_judged(objective: ObjectiveStanding) -> bool:
    """Whether there is a verdict, be it a range."""
    return objective.verdict.judged.is_known and objective.status is not Status.STALE


def is_little_known(plan: PlanStanding) -> bool:
    """Whether the plan holds and fewer than half of its objectives can be judged."""
    return plan.is_adopted and 2 * sum(map(is_judged, plan.objectives)) < len(plan.objectives)


def _message(plan: PlanStanding) -> Heading:
    if not plan.is_adopted:
        return Heading(
            _(
                "On {day} the {version} plan did not exist yet.",
                day=day(plan.as_of),
                version=plan.plan.code,
            ),
            headline.not_adopted(plan),
        )
    judged = [objective for objective in plan.objectives if is_judged(objective)]
    if not judged:
        return Heading(_silent_title(plan), _silent_lead(plan))
    lead = [headline.way(plan), _worst(judged)]
    return Heading(_title(plan, judged), " ".join(sentence for sentence in lead if sentence))


def _title(plan: PlanStanding, judged: list[ObjectiveStanding]) -> str:
    facts = {"time": percent(plan.clock), "year": plan.horizon}
    counted = {"judged": number(len(judged)), "total": number(len(plan.objectives))}
    if len(judged) == len(plan.objectives) and all(
        objective.statuses[0] in MET for objective in judged
    ):
        return _(
            "All {total} objectives have reached their targets; {time} of the time to {year} has"
            " passed.",
            **facts,
            **counted,
        )
    behind = shortfall.ordered(judged)
    names = listed(objective.code for objective in behind[:NAMED])
    regressing = sum(objective.statuses[1] is Status.REGRESSING for objective in behind)
    if regressing and regressing >= MANY * len(plan.objectives):
        return _n(
            "{count} of {total} objectives moves away from its target, and {time} of the time to"
            " {year} has passed.",
            "{count} of {total} objectives move away from their targets, and {time} of the time to"
            " {year} has passed.",
            regressing,
            **facts,
            **counted,
        )
    if plan.headline.progress is None:
        return _without_way(behind, names, facts | counted)
    return _with_way(behind, names, facts | {"way": percent(plan.headline.progress)})


def _with_way(behind: list[ObjectiveStanding], names: str, facts: dict[str, str]) -> str:
    if not behind:
        return _(
            "{way} of the way to {year} is covered and {time} of the time has passed. No objective"
            " is known to fall short.",
            **facts,
        )
    return _n(
        "{way} of the way to {year} is covered and {time} of the time has passed. {count} objective"
        " falls short: {names}.",
        "{way} of the way to {year} is covered and {time} of the time has passed. {count}"
        " objectives fall short: {names} most.",
        len(behind),
        names=names,
        **facts,
    )


def _without_way(behind: list[ObjectiveStanding], names: str, facts: dict[str, str]) -> str:
    if not behind:
        return _(
            "{time} of the time to {year} has passed. {judged} of {total} objectives can be judged,"
            " and none of them is known to fall short.",
            **facts,
        )
    return _n(
        "{time} of the time to {year} has passed. {judged} of {total} objectives can be judged, and"
        " {count} falls short: {names}.",
        "{time} of the time to {year} has passed. {judged} of {total} objectives can be judged, and"
        " {count} fall short: {names} most.",
        len(behind),
        names=names,
        **facts,
    )


def _worst(judged: Iterable[ObjectiveStanding]) -> str:
    """The objective that is furthest behind, with its numbers."""
    behind = shortfall.ordered(judged)
    if not behind:
        return ""
    worst = behind[0]
    return _(
        "Furthest behind is {code} {title}: {progress} of the way, where {expected} was due.",
        code=worst.code,
        title=worst.title,
        progress=percent(worst.verdict.judged.progress[1]),
        expected=percent(worst.expected or 0),
    )


def _silent_title(plan: PlanStanding) -> str:
    return _(
        "{time} of the time to {year} has passed. None of {total} objectives can be judged yet.",
        time=percent(plan.clock),
        year=plan.horizon,
        total=number(len(plan.objectives)),
    )


def _silent_lead(plan: PlanStanding) -> str:
    grades = Counter(objective.grade for objective in plan.objectives)
    known = len(plan.objectives) - grades[Grade.NONE]
    if not known:
        return _("Nothing is published of any of them. That says what is known, not how work goes.")
    return _n(
        "Beside the target of {count} objective stand published facts, too few for a verdict; of"
        " {none} nothing is published. That says what is known, not how the work goes.",
        "Beside the targets of {count} objectives stand published facts, too few for a verdict; of"
        " {none} nothing is published. That says what is known, not how the work goes.",
        known,
        none=number(grades[Grade.NONE]),
    )
