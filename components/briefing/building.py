"""A briefing made from where the plan stands and an agenda."""

from dataclasses import replace

from components.briefing import figures, sections
from components.briefing.content import Agenda, Briefing, Chapter, Part, Table
from components.language.text import _, day
from components.overview import gauge, headline
from components.reader import cache
from components.reader.places import name
from components.reader.view import View
from components.regions import region_figures
from store.models.places import WORLD
from store.standing import GoalStanding, PlanStanding


def build(plan: PlanStanding, agenda: Agenda) -> Briefing:
    """Everything the briefing says; names of persons as far as the reader may know them.

    A code of the agenda that the plan does not have is left out.
    """
    view = View(plan.until, plan.plan.code, agenda.region)
    objectives = [
        objective for code in agenda.codes if (objective := plan.objective(code)) is not None
    ]
    chapters = tuple(
        _extended(sections.chapter(plan, objective, view), agenda) for objective in objectives
    )
    goals = {objective.objective.goal_code for objective in objectives}
    parts = tuple(_part(goal, view) for goal in plan.goals if agenda.message or goal.code in goals)
    return Briefing(
        name=agenda.name,
        title=agenda.title,
        lines=(*agenda.lines, _version(plan), *_reach(view)),
        lead=agenda.lead if plan.is_adopted else headline.not_adopted(plan),
        plan=plan.plan.code,
        as_of=plan.as_of,
        invented=cache.is_invented(),
        has_gauges=agenda.region == WORLD and len(objectives) > 1,
        parts=parts,
        tables=(*_beside_world(plan, view), *agenda.tables),
        illustrations=agenda.illustrations,
        chapters=chapters,
        sources=(*agenda.sources, *figures.sources(chapters)),
        message=agenda.message,
        pack=agenda.pack,
    )


def _version(plan: PlanStanding) -> str:
    return _(
        "{plan}, figures known on {day}, approved ones only",
        plan=plan.plan.title,
        day=day(plan.as_of),
    )


def _reach(view: View) -> list[str]:
    """Beside a region's figures: whose the verdicts are."""
    if view.is_world:
        return []
    return [_("Goals, verdicts and shares of the way are the world’s, unless a region is named.")]


def _extended(chapter: Chapter, agenda: Agenda) -> Chapter:
    """The chapter with what the agenda says about its objective."""
    return replace(
        chapter,
        notes=tuple(agenda.notes.get(chapter.code, ())),
        tables=tuple(agenda.chapter_tables.get(chapter.code, ())),
    )


def _part(goal: GoalStanding, view: View) -> Part:
    sentence = sections.whose(gauge.describe(goal), view)
    return Part(goal.code, goal.name, goal.aim, goal.gauge, sentence)


def _beside_world(plan: PlanStanding, view: View) -> list[Table]:
    """The region's figures beside the world's, in one table."""
    if view.is_world:
        return []
    rows = tuple(tuple(row) for row in region_figures.rows(plan, view))
    title = _("{place} beside the world", place=name(view.place))
    return [Table(title, tuple(region_figures.columns(view)), rows)]
