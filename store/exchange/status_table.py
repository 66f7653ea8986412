"""The verdicts drawn from the figures, as a table: goals, objectives, indicators and regions."""

from collections.abc import Iterator

from sqlmodel import Session

from store.exchange.figure_tables import PLACE, REGION
from store.exchange.plan_tables import GOAL, OBJECTIVE
from store.exchange.table import Column, Found, Table, Value
from store.ledger.knowledge import Until
from store.models.places import WORLD
from store.progress import Assessment, Grade, Status
from store.standing import GoalStanding, IndicatorStanding, ObjectiveStanding, assess_plan

STATUSES = tuple(status.value for status in Status)
GRADES = tuple(grade.value for grade in Grade)


def _status(session: Session, plan_code: str, until: Until) -> Iterator[Found]:
    plan = assess_plan(session, plan_code, until)
    for goal in plan.goals:
        yield _goal(goal)
        for objective in goal.objectives:
            yield _objective(objective)
            for standing in objective.indicators:
                yield from _indicator(standing, objective)
    for standing in plan.context:
        yield from _indicator(standing, None)


def _silent() -> dict[str, Value]:
    """A row that says nothing yet: no level of the table knows all of its columns."""
    return dict.fromkeys(STATUS.names)


def _goal(goal: GoalStanding) -> Found:
    gauge = goal.gauge
    return _silent() | {
        "level": "goal",
        "code": goal.code,
        "place": WORLD,
        "goal": goal.code,
        "name": goal.name,
        "status": gauge.status.value,
        "progress": gauge.progress,
        "expected": gauge.expected,
        "pace_ratio": gauge.ratio,
        "measured": gauge.measured,
        "indicative": gauge.indicative,
        "total": gauge.total,
        "low": gauge.low,
        "high": gauge.high,
    }


def _objective(standing: ObjectiveStanding) -> Found:
    return _silent() | {
        "level": "objective",
        "code": standing.code,
        "place": WORLD,
        "goal": standing.objective.goal_code,
        "objective": standing.code,
        "name": standing.title,
        "status": standing.status.value,
        **_range(standing.statuses),
        "grade": standing.grade.value,
        "faded": standing.verdict.judged.faded,
        "reason": standing.reason,
        "progress": standing.progress,
        "expected": standing.expected,
        "low": standing.bounds[0],
        "high": standing.bounds[1],
    }


def _indicator(standing: IndicatorStanding, objective: ObjectiveStanding | None) -> Iterator[Found]:
    common = _silent() | {
        "level": "indicator",
        "code": standing.indicator.code,
        "place": WORLD,
        "goal": objective.objective.goal_code if objective else None,
        "objective": standing.indicator.objective_code,
        "name": standing.indicator.name,
        "unit": standing.indicator.unit,
        "decides": standing.is_part,
    }
    day = standing.judged[-1].end if standing.judged else None
    yield {**common, **_verdict(standing.assessment), "value_on": day}
    for code, verdict in standing.regions.items():
        yield {**common, **_verdict(verdict), "place": code, "region": code, "decides": False}


def _range(statuses: tuple[Status, Status]) -> Found:
    low, high = statuses
    return {"status_low": low.value, "status_high": high.value} if low is not high else {}


def _verdict(assessment: Assessment) -> Found:
    low, high = assessment.ends
    return {
        "status": assessment.status.value,
        **_range(assessment.statuses),
        "grade": assessment.grade.value,
        "faded": assessment.faded,
        "progress_low": low.progress,
        "progress_high": high.progress,
        "low": assessment.bounds[0],
        "high": assessment.bounds[1],
        "reason": assessment.reason and assessment.reason.value,
        "last_status": assessment.last_status and assessment.last_status.value,
        "value": assessment.value,
        "baseline": assessment.baseline,
        "target_year": None if assessment.active_year is None else int(assessment.active_year),
        "target": assessment.target,
        "progress": assessment.progress,
        "progress_raw": assessment.progress_raw,
        "expected": assessment.expected,
        "pace_ratio": assessment.ratio,
        "gap": assessment.gap_abs,
        "gap_share": assessment.gap_rel,
        "pace": assessment.pace_actual,
        "pace_needed": assessment.pace_to_go,
        "progress_2050": assessment.progress_2050,
    }


STATUS = Table(
    "status",
    "Status and pace",
    "The verdict on every goal, objective and indicator on the day; how: page Method.",
    (
        Column("level", "string", "Of what.", True, words=("goal", "objective", "indicator")),
        Column("code", "string", "Code of the goal, objective or indicator.", required=True),
        PLACE,
        REGION,
        GOAL,
        OBJECTIVE,
        Column("name", "string", "What it is called.", required=True),
        Column("status", "string", "The verdict.", required=True, words=STATUSES),
        Column("status_low", "string", "Its worse end, of a range.", words=STATUSES),
        Column("status_high", "string", "Its better end, of a range.", words=STATUSES),
        Column("grade", "string", "How strong the evidence is.", words=GRADES),
        Column("faded", "boolean", "Whether the verdict is one of an earlier year."),
        Column("reason", "string", "Why there is no verdict."),
        Column("last_status", "string", "The verdict before the figure was too old."),
        Column("decides", "boolean", "Whether the objective's verdict rests on the indicator."),
        Column("unit", "string", "Of value, baseline, target, gap; paces are a year."),
        Column("value", "number", "The figure judged."),
        Column("value_on", "date", "Last day of its period."),
        Column("baseline", "number", "Where the way began."),
        Column("target_year", "integer", "Of the target in force.", unit="calendar year"),
        Column("target", "number", "Where the way leads."),
        Column("progress", "number", "Share of the way, kept to 0 to 1.", unit="share"),
        Column("progress_low", "number", "The same at the worse end.", unit="share"),
        Column("progress_high", "number", "The same at the better end.", unit="share"),
        Column("progress_raw", "number", "The same, not kept to 0 to 1.", unit="share"),
        Column("expected", "number", "Share of the way due by now.", unit="share"),
        Column("pace_ratio", "number", "Progress over what was due.", unit="ratio"),
        Column("gap", "number", "Still missing to the target, in the unit."),
        Column("gap_share", "number", "Still missing, of the way.", unit="share"),
        Column("pace", "number", "So far, in the unit a year."),
        Column("pace_needed", "number", "Needed from now on, in the unit a year."),
        Column("progress_2050", "number", "Share of the way to 2050.", unit="share"),
        Column("measured", "integer", "Objectives of the goal that are measured."),
        Column("total", "integer", "Objectives of the goal."),
        Column("indicative", "integer", "Objectives of the goal with weaker evidence."),
        Column("low", "number", "The least that progress can be today.", unit="share"),
        Column("high", "number", "The most that progress can be today.", unit="share"),
    ),
    ("level", "code", "place"),
    _status,
    regions=("region",),
)
