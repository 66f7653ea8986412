"""What would open most verdicts, in words: what is asked, of whom, and what the answer opens."""

from collections.abc import Iterable
from dataclasses import dataclass

from components.language.text import _, _n, listed
from components.look import isolation
from components.reader import access, cache
from components.reader.places import name
from store.models import ReportedBy
from store.models.places import REGIONS, WORLD
from store.rights import rights
from store.rights.rights import Act, Where
from store.standing import PlanStanding, questions
from store.standing.answers import Need, Question
from store.standing.questions import FirstQuestions, GoalOpening, Opening


@dataclass(frozen=True, slots=True)
class Line:
    """One objective: its code and title, what is asked for, who could answer, what that opens.

    `number` counts the answers that it takes. The first question has an `indicator`, a `place`
    and a `year` for the form that takes it; a target number, which no form takes, has no place.
    """

    code: str
    title: str
    number: int
    asked: tuple[str, ...]
    who: str
    opens: str
    indicator: str
    place: str
    year: int


def may_answer(line: Line) -> bool:
    """Whether the reader may report the figure that the first question asks for."""
    region = None if line.place == WORLD else line.place
    where = Where(line.code, region)
    return bool(line.place) and rights.may(access.actor(), Act.REPORT, where)


def first(plan: PlanStanding) -> FirstQuestions:
    """What is asked first on the day and under the version of `plan`, kept until a write."""
    key = (plan.plan.code, plan.until)
    return cache.derived("first questions", key, lambda: questions.first_questions(plan))


def lines(found: FirstQuestions, most: int | None = None) -> list[Line]:
    """The first objectives, those that open most before the others; all of them without `most`."""
    return [_line(one, found) for one in found.openings[:most]]


def of(plan: PlanStanding, code: str) -> Line | None:
    """What is asked first of one objective; None where its answers open nothing."""
    found = first(plan)
    return next((_line(one, found) for one in found.openings if one.code == code), None)


def _line(opening: Opening, found: FirstQuestions) -> Line:
    question = opening.questions[0]
    is_figure = question.need is not Need.TARGET
    return Line(
        code=opening.code,
        title=opening.objective.title,
        number=opening.answers,
        asked=tuple(asked(one) for one in opening.questions),
        who=who(opening.reporters),
        opens=opens(opening, found),
        indicator=question.indicator.code,
        place=question.places[0] if is_figure else "",
        year=question.year,
    )


def summary(found: FirstQuestions) -> list[str]:
    """How many objectives are one answer away from a verdict, and which goals would follow."""
    singles = [one for one in found.openings if one.answers == 1 and not one.narrows]
    others = sum(one.answers > 1 for one in found.openings)
    codes = {one.code for one in singles}
    goals = [one.goal.code for one in found.goals if one.band and set(one.band) <= codes]
    said = [
        _n(
            "{count} objective is one answer away from a verdict.",
            "{count} objectives are one answer away from a verdict.",
            len(singles),
        )
    ]
    if goals:
        said.append(
            _n(
                "With them goal {goals} would have a band.",
                "With them goals {goals} would have a band.",
                len(goals),
                goals=listed(goals),
            )
        )
    if others:
        said.append(
            _n(
                "{count} more needs several answers together.",
                "{count} more need several answers together.",
                others,
            )
        )
    return said


@isolation.words
def asked(question: Question) -> str:
    """What is asked for, in which unit, of which places and year."""
    values = {
        "indicator": question.indicator.name,
        "unit": question.indicator.unit,
        "where": where(question),
        "year": str(question.year),
    }
    return {
        Need.FIGURE: _("{indicator}: an exact figure in {unit}, {where}, {year}", **values),
        Need.COUNT: _(
            "{indicator}: the figure of the whole year in {unit}, zero included, {where}, {year}",
            **values,
        ),
        Need.LEVEL: _(
            "{indicator}: the level reached, with a link to its evidence, {where}, {year}", **values
        ),
        Need.START: _("{indicator}: the starting value in {unit}, {where}, {year}", **values),
        Need.TARGET: _("{indicator}: the number to reach by {year}", **values),
    }[question.need]


def where(question: Question) -> str:
    """The places that have not said it yet."""
    if question.places == (WORLD,):
        return name(WORLD)
    if len(question.places) == len(REGIONS):
        return _("every region")
    return listed(name(code) for code in question.places)


def who(reporters: Iterable[ReportedBy]) -> str:
    """Who could answer, by the level at which the indicators are reported."""
    names = {
        ReportedBy.SECRETARIAT: _("the Secretariat"),
        ReportedBy.REGION: _("the representatives of the regions"),
        ReportedBy.COUNTRY: _("the Secretariat, or the regions for their countries"),
    }
    return "; ".join(names[one] for one in reporters)


@isolation.words
def opens(opening: Opening, found: FirstQuestions) -> str:
    """What the answers to these questions open, whatever they say."""
    said = [_verdict(opening)]
    said += [_band(goal) for goal in found.goals if opening.code in goal.band]
    return " ".join(said)


def _verdict(opening: Opening) -> str:
    count = opening.answers
    if opening.narrows:
        return _n(
            "{code} has one status instead of a range after this answer.",
            "{code} has one status instead of a range after these {count} answers together.",
            count,
            code=opening.code,
        )
    return _n(
        "{code} has a verdict after this answer, whatever it says.",
        "{code} has a verdict after these {count} answers together, whatever they say.",
        count,
        code=opening.code,
    )


def _band(goal: GoalOpening) -> str:
    return _(
        "Goal {goal} has a band once {objectives} have a verdict.",
        goal=goal.goal.code,
        objectives=listed(goal.band),
    )


def needles(found: FirstQuestions) -> list[str]:
    """Which objectives, measured by figures of two years, would give a goal its needle."""
    return [
        _(
            "Goal {goal} has a needle once {objectives} are measured: with the same figures of the"
            " year before as well.",
            goal=one.goal.code,
            objectives=listed(one.needle),
        )
        for one in found.goals
        if one.needle
    ]
