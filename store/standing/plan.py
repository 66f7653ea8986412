"""The plan judged: indicators make objectives, objectives goals, goals the headline."""

from collections.abc import Iterable, Sequence

from sqlmodel import Session, col, select

from store import progress_1_0 as progress
from store.ledger.knowledge import Until
from store.models import Goal, Objective, PlanVersion, WordingPart
from store.plan import contents
from store.progress_1_0 import Status
from store.standing.cards import (
    PARTS_UNKNOWN,
    GoalStanding,
    IndicatorStanding,
    ObjectiveStanding,
    PlanStanding,
)
from store.standing.indicators import assess_indicators

Texts = dict[tuple[str, WordingPart], str]


def assess_plan(session: Session, plan_code: str, until: Until) -> PlanStanding:
    """Judge the whole plan by what was known.

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
    objectives = [_assess_objective(row, texts, indicators) for row in rows]
    goals = [_assess_goal(goal, texts, objectives) for goal in goal_rows]
    return PlanStanding(
        plan=plan,
        until=until,
        goals=tuple(goals),
        headline=progress.headline({goal.code: goal.gauge.progress for goal in goals}),
        context=tuple(
            standing for standing in indicators if standing.indicator.objective_code is None
        ),
    )


def _assess_objective(
    objective: Objective, texts: Texts, indicators: Iterable[IndicatorStanding]
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
    status, share, expected, reason = _verdict(parts)
    return ObjectiveStanding(
        objective=objective,
        title=texts.get((objective.code, WordingPart.TITLE), objective.code),
        aim=texts[objective.code, WordingPart.AIM],
        status=status,
        progress=share,
        expected=expected,
        reason=reason,
        parts=parts,
        beside=beside,
    )


def _verdict(
    parts: Sequence[IndicatorStanding],
) -> tuple[Status, float | None, float | None, str | None]:
    if not parts:
        return Status.NOT_ENOUGH_DATA, None, None, progress.Reason.NO_TARGET
    if len(parts) == 1:
        only = parts[0].assessment
        return only.status, only.progress, only.expected, only.reason
    whole = progress.multipart([part.assessment for part in parts])
    reasons = {part.assessment.reason for part in parts}
    shared = next(iter(reasons)) if len(reasons) == 1 else None
    if whole.status is Status.NOT_ENOUGH_DATA:
        return whole.status, None, None, shared or PARTS_UNKNOWN
    return whole.status, whole.progress, whole.expected, None


def _assess_goal(goal: Goal, texts: Texts, objectives: Iterable[ObjectiveStanding]) -> GoalStanding:
    standings = tuple(
        standing for standing in objectives if standing.objective.goal_code == goal.code
    )
    return GoalStanding(
        code=goal.code,
        name=texts[goal.code, WordingPart.TITLE],
        aim=texts[goal.code, WordingPart.AIM],
        gauge=progress.gauge({standing.code: standing for standing in standings}),
        objectives=standings,
    )
