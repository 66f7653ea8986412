"""What would open most verdicts: the missing evidence, found by asking the arithmetic itself.

Source: data/METHODS.md#no-verdict
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product

from store import progress
from store.models import ReportedBy
from store.progress import Gauge, Grade, Judged, Status
from store.standing.answers import Question, cards
from store.standing.cards import (
    GoalStanding,
    IndicatorStanding,
    ObjectiveStanding,
    PlanStanding,
)
from store.standing.method import Method
from store.standing.missing import missing


@dataclass(frozen=True, slots=True)
class Opening:
    """The fewest questions that together give an objective a verdict, whatever the answers.

    `narrows`: it has a range already, and would have one status. `is_measured_twice`: with the same
    figures of the year before it would be measured.
    """

    objective: ObjectiveStanding
    questions: tuple[Question, ...]
    narrows: bool
    is_measured_twice: bool

    @property
    def code(self) -> str:
        """The objective's code."""
        return self.objective.code

    @property
    def answers(self) -> int:
        """How many figures or numbers that takes: each region answers for itself."""
        return sum(len(question.slots) for question in self.questions)

    @property
    def reporters(self) -> tuple[ReportedBy, ...]:
        """Who could answer, each once."""
        return tuple(dict.fromkeys(one.indicator.reported_by for one in self.questions))


@dataclass(frozen=True, slots=True)
class GoalOpening:
    """The objectives, by code, whose verdicts would give a goal its band, or its needle.

    A needle takes measured objectives: figures of two years each. Empty where it is there already,
    or where no answers would do.
    """

    goal: GoalStanding
    band: tuple[str, ...]
    needle: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FirstQuestions:
    """What would open most, first: by verdicts and goals for each answer that it takes."""

    openings: tuple[Opening, ...]
    goals: tuple[GoalOpening, ...]

    def by(self, *reporters: ReportedBy) -> tuple[Opening, ...]:
        """What these alone could open."""
        return tuple(one for one in self.openings if set(one.reporters) <= set(reporters))


def first_questions(plan: PlanStanding) -> FirstQuestions:
    """Ask what each missing figure would open, on the day and under the version of `plan`.

    Nothing is asked before a version is adopted, nor of the former method.
    """
    if not plan.is_adopted or plan.method is not Method.IN_FORCE:
        return FirstQuestions((), ())
    found = [one for each in plan.objectives if (one := _opening(each, plan.as_of)) is not None]
    goals = tuple(_goal_opening(goal, found) for goal in plan.goals)
    return FirstQuestions(tuple(_most_first(found, goals)), goals)


def _most_first(found: Sequence[Opening], goals: Sequence[GoalOpening]) -> list[Opening]:
    sizes = {one.code: one.answers for one in found}
    worth = dict.fromkeys(sizes, 0.0)
    for goal in goals:
        for code in goal.band:
            worth[code] = 1 / sum(sizes[each] for each in goal.band)
    return sorted(
        found, key=lambda one: (one.narrows, -1 / sizes[one.code] - worth[one.code], one.code)
    )


def _opening(objective: ObjectiveStanding, as_of: dt.date) -> Opening | None:
    narrows = objective.status is Status.RANGE
    if objective.verdict.judged.is_known and not narrows:
        return None
    parts = objective.parts or objective.beside[:1]
    options = [_options(part, as_of, narrows=narrows) for part in parts]
    choices = sorted(product(*options), key=lambda choice: sum(len(one.asked) for one in choice))
    for choice in choices[1:]:  # the first asks nothing
        if not _opens(_joined([one.judged for one in choice]), narrows=narrows):
            continue
        asked = zip(parts, (one.asked for one in choice), strict=True)
        again = [_judged(part, questions, as_of, twice=True) for part, questions in asked]
        questions = tuple(chain.from_iterable(one.asked for one in choice))
        is_measured = all(one.grade is Grade.MEASURED for one in _joined(again))
        return Opening(objective, questions, narrows, is_measured)
    return None


@dataclass(frozen=True, slots=True)
class _Option:
    """Questions about a part, and the verdicts on it that their answers can give."""

    asked: tuple[Question, ...]
    judged: list[Judged]


def _options(part: IndicatorStanding, as_of: dt.date, *, narrows: bool) -> Iterator[_Option]:
    """No question about a part, then the fewest that would judge it."""
    yield _Option((), _judged(part, (), as_of))
    every = list(missing(part, as_of))
    for size in range(1, len(every) + 1):
        for asked in combinations(every, size):
            option = _Option(asked, _judged(part, asked, as_of))
            if _opens(option.judged, narrows=narrows):
                yield option
                return


def _opens(found: Sequence[Judged], *, narrows: bool) -> bool:
    refused = (Status.NOT_ENOUGH_DATA, *([Status.RANGE] if narrows else []))
    return bool(found) and all(one.status not in refused for one in found)


def _joined(parts: Sequence[list[Judged]]) -> list[Judged]:
    """The verdicts on an objective that those on its parts can make."""
    if len(parts) == 1:
        return parts[0]
    return [progress.multipart(each).judged for each in product(*parts)]


def _judged(
    part: IndicatorStanding,
    questions: Sequence[Question],
    as_of: dt.date,
    *,
    twice: bool = False,
) -> list[Judged]:
    """The verdicts that answers can give, each once; the present one where nothing is asked."""
    found = cards(part, questions, as_of, twice=twice) if questions else [part.assessment]
    judged = [progress.of_assessment(card) for card in found]
    return list({(one.status, one.ends, one.grade): one for one in judged}.values())


def _goal_opening(goal: GoalStanding, found: Iterable[Opening]) -> GoalOpening:
    own = {one.code: one.verdict.judged for one in goal.objectives}
    mine = sorted(
        (one for one in found if one.code in own and not one.narrows),
        key=lambda one: one.answers,
    )
    twice = [one.code for one in mine if one.is_measured_twice]
    return GoalOpening(
        goal,
        () if goal.gauge.band else _fewest(own, [one.code for one in mine], Grade.INDICATIVE),
        () if goal.gauge.show else _fewest(own, twice, Grade.MEASURED),
    )


def _fewest(own: Mapping[str, Judged], codes: Sequence[str], grade: Grade) -> tuple[str, ...]:
    """The first of these objectives that together open the goal, were they judged so."""
    judged = dict(own)
    for count, code in enumerate(codes, start=1):
        judged[code] = Judged(status=Status.BEHIND, grade=grade, expected=1.0)
        if _is_open(progress.gauge(judged), grade):
            return tuple(sorted(codes[:count]))
    return ()


def _is_open(gauge: Gauge, grade: Grade) -> bool:
    return gauge.show if grade is Grade.MEASURED else gauge.band is not None
