"""The plan judged: indicators make objectives, objectives goals, goals the headline."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from store import progress
from store.findings import findings
from store.ledger.knowledge import Until
from store.models import Goal, Objective, PlanVersion, WordingPart
from store.plan import contents
from store.standing import former, objectives
from store.standing.cards import (
    GoalStanding,
    IndicatorStanding,
    ObjectiveStanding,
    PlanStanding,
    active_horizon,
)
from store.standing.indicators import assess_indicators
from store.standing.method import Method

Texts = dict[tuple[str, WordingPart], str]


def assess_plan(session: Session, plan_code: str, until: Until) -> PlanStanding:
    """Judge the whole plan by what was known, by the method of `until`.

    Errors: sqlalchemy.exc.NoResultFound for a version the store does not have.
    """
    plan = session.exec(select(PlanVersion).where(PlanVersion.code == plan_code)).one()
    indicators = assess_indicators(session, plan, until)
    rows = session.exec(select(Objective).order_by(col(Objective.code))).all()
    goal_rows = session.exec(select(Goal).order_by(col(Goal.code))).all()
    texts = (
        {(goal.code, WordingPart.TITLE): goal.name for goal in goal_rows}
        | {(row.code, WordingPart.AIM): row.aim for row in (*goal_rows, *rows)}
        | {
            (code, WordingPart.TITLE): title
            for code, title in contents.titles(session, plan.code).items()
        }
        | contents.wordings(session, plan.code, until)
    )
    method = Method(until.method)
    documented = {finding.objective_code for finding in findings.known(session, until)}
    judged = [
        _assess_objective(row, texts, indicators, method, is_documented=row.code in documented)
        for row in rows
    ]
    goals = [_assess_goal(goal, texts, judged, until) for goal in goal_rows]
    return PlanStanding(
        plan=plan,
        until=until,
        goals=tuple(goals),
        headline=_headline(goals, method),
        context=tuple(
            standing for standing in indicators if standing.indicator.objective_code is None
        ),
    )


def _assess_objective(
    objective: Objective,
    texts: Texts,
    indicators: Iterable[IndicatorStanding],
    method: Method,
    *,
    is_documented: bool,
) -> ObjectiveStanding:
    standings = [
        standing for standing in indicators if standing.indicator.objective_code == objective.code
    ]
    parts = tuple(standing for standing in standings if standing.is_part)
    is_asked = any(standing.targets for standing in standings)  # not before the version was adopted
    beside = tuple(
        standing
        for standing in standings
        if not standing.is_part
        and (not is_asked or standing.printed or standing.readings or standing.series)
    )
    return ObjectiveStanding(
        objective=objective,
        title=texts.get((objective.code, WordingPart.TITLE), objective.code),
        aim=texts[objective.code, WordingPart.AIM],
        verdict=objectives.judge(parts, beside, method, is_documented=is_documented),
        parts=parts,
        beside=beside,
    )


def _assess_goal(
    goal: Goal, texts: Texts, judged: Iterable[ObjectiveStanding], until: Until
) -> GoalStanding:
    standings = tuple(one for one in judged if one.objective.goal_code == goal.code)
    members = {one.code: one.verdict.judged for one in standings}
    if until.method == Method.FORMER:
        gauge = former.gauge(members)
    else:
        gauge = progress.gauge(members, (until.as_of, float(active_horizon(until.as_of))))
    return GoalStanding(
        code=goal.code,
        name=texts[goal.code, WordingPart.TITLE],
        aim=texts[goal.code, WordingPart.AIM],
        gauge=gauge,
        objectives=standings,
    )


def _headline(goals: Iterable[GoalStanding], method: Method) -> progress.Headline:
    gauges = {goal.code: goal.gauge for goal in goals}
    if method is Method.FORMER:
        return former.headline(gauges)
    return progress.headline({code: progress.goal_share(one) for code, one in gauges.items()})
