"""What a briefing can be about: the whole plan, a goal, an objective, a region."""

from components.briefing.content import Agenda, Table
from components.language.text import _
from components.overview import gauge, headline
from components.reader.places import name
from components.reader.view import View
from components.regions import region_card, region_figures
from components.wording import question_list, questions
from store.standing import GoalStanding, ObjectiveStanding, PlanStanding

MOST_QUESTIONS = 12  # objectives; the sheet of questions has them all


def of_plan(plan: PlanStanding) -> Agenda:
    """All objectives, in the order of the plan."""
    return Agenda(
        name="plan",
        title=_("Where the Initiative stands"),
        codes=tuple(objective.code for objective in plan.objectives),
        lead=headline.summary(plan),
        tables=_first_questions(plan),
    )


def _first_questions(plan: PlanStanding) -> tuple[Table, ...]:
    """What would open most verdicts, and what each answer would open."""
    lines = questions.lines(questions.first(plan), MOST_QUESTIONS)
    rows = tuple(question_list.cells(line) for line in lines)
    title = _("What would open most verdicts")
    return (Table(title, tuple(question_list.columns()), rows),) if rows else ()


def of_goal(goal: GoalStanding) -> Agenda:
    """The objectives of one goal."""
    return Agenda(
        name=f"goal-{goal.code}",
        title=f"{goal.code} · {goal.name}",
        codes=tuple(objective.code for objective in goal.objectives),
        lead=gauge.describe(goal),
    )


def of_objective(objective: ObjectiveStanding) -> Agenda:
    """One objective."""
    return Agenda(
        name=objective.code,
        title=f"{objective.code} · {objective.title}",
        codes=(objective.code,),
    )


def of_region(plan: PlanStanding, view: View) -> Agenda:
    """What the region of the view reports, and its countries for it."""
    codes = (
        standing.indicator.objective_code or ""
        for standing in region_figures.regional_indicators(plan)
    )
    late = region_card.overdue(view.place, view)
    return Agenda(
        name=view.region,
        title=name(view.place),
        codes=tuple(dict.fromkeys(codes)),
        lead=region_card.summary(plan, view, late),
        region=view.region,
    )
