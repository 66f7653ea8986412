"""Plans as they stand, made of verdicts alone: objectives become goals, goals the headline."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from store import progress
from store.ledger.knowledge import Until
from store.models import Objective, PlanVersion
from store.progress import Grade, Judged, Status
from store.standing import GoalStanding, ObjectiveStanding, PlanStanding
from store.standing.cards import ObjectiveVerdict

DAY = dt.date(2026, 12, 31)
ADOPTED = dt.date(2022, 11, 1)


def measured(status: str, share: float, due: float = 0.6) -> Judged:
    """A verdict on firm evidence, `share` of the way covered."""
    return Judged(
        status=Status(status),
        status_low=Status(status),
        status_high=Status(status),
        grade=Grade.MEASURED,
        progress=(share, share),
        expected=due,
        bounds=(share, share),
        spacing=(share, share),
    )


def between(low: str, high: str, share: float, due: float = 0.6) -> Judged:
    """A range of statuses from a lower bound: indicative."""
    return Judged(
        status=Status.RANGE,
        status_low=Status(low),
        status_high=Status(high),
        grade=Grade.INDICATIVE,
        progress=(share, 1.0),
        expected=due,
        bounds=(share, 1.0),
        spacing=(share, 1.0),
    )


def indicative(status: str, share: float, due: float = 0.6) -> Judged:
    """A verdict on one reading, as exact as a measured one."""
    return replace(measured(status, share, due), grade=Grade.INDICATIVE)


def silent(grade: Grade = Grade.NONE) -> Judged:
    """No verdict; at most a fact beside the target."""
    return Judged(status=Status.NOT_ENOUGH_DATA, grade=grade)


def plan(judged: Iterable[Iterable[Judged]], day: dt.date = DAY) -> PlanStanding:
    """The plan of 2022 whose goals A, B, … hold these verdicts as objectives A1, A2 and so on."""
    goals = tuple(_goal("ABCDEF"[at], verdicts, day) for at, verdicts in enumerate(judged))
    return PlanStanding(
        plan=PlanVersion(code="2022", title="Plan", adopted_on=ADOPTED),
        until=Until.day(day),
        goals=goals,
        headline=progress.headline({one.code: progress.goal_share(one.gauge) for one in goals}),
        context=(),
    )


def _goal(code: str, judged: Iterable[Judged], day: dt.date) -> GoalStanding:
    objectives = tuple(
        ObjectiveStanding(
            objective=Objective(code=f"{code}{at}", goal_code=code, aim=""),
            title=f"Title {code}{at}",
            aim="",
            verdict=ObjectiveVerdict(verdict, None, None),
            parts=(),
            beside=(),
        )
        for at, verdict in enumerate(judged, start=1)
    )
    members = {one.code: one.verdict.judged for one in objectives}
    return GoalStanding(
        code, f"Goal {code}", "", progress.gauge(members, (day, 2030.0)), objectives
    )
