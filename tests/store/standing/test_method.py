"""Every day is judged by the method in force, a meeting by the one it was held under."""

import datetime as dt

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.ledger.knowledge import Until
from store.meetings import meetings
from store.models import Meeting
from store.models.meetings import Body
from store.progress import Grade, Reason, Status
from store.standing import Method, assess_plan
from tests import stores

DAY = dt.date(2026, 11, 29)


@pytest.mark.same_sql
def test_two_of_five_regional_meetings_bound_the_mean_and_judge_nothing(filled: sa.Engine) -> None:
    with Session(filled) as session:
        plan = assess_plan(session, "2022", Until.day(DAY))
    meetings_held = plan.objective("A4")
    assert meetings_held is not None
    assert plan.method is Method.IN_FORCE
    assert (meetings_held.grade, meetings_held.reason) == (Grade.DOCUMENTED, Reason.TOO_WIDE)
    assert meetings_held.bounds == pytest.approx((0.4, 1.0))
    goal = next(goal for goal in plan.goals if goal.code == "A")
    assert (goal.gauge.low, goal.gauge.high) == pytest.approx((0.4 / 6, 1.0))
    assert goal.gauge.clock == plan.clock == pytest.approx(0.591, abs=1e-3)


@pytest.mark.same_sql
def test_a_meeting_held_under_the_former_method_is_judged_by_it(filled: sa.Engine) -> None:
    held = Meeting(
        code="M1",
        body=Body.BUREAU,
        title="Bureau",
        held_on=DAY,
        plan_code="2022",
        as_of=DAY,
        opened_at=dt.datetime(2026, 11, 29, tzinfo=dt.UTC),
        method_version="1.0",
        known_on=DAY,
    )
    until = meetings.until(held)
    assert until is not None
    with Session(filled) as session:
        plan = assess_plan(session, "2022", Until(DAY, None, until.method))
    objective = plan.objective("A4")
    assert objective is not None
    assert plan.method is Method.FORMER
    assert objective.grade is Grade.NONE
    # It took each region's newest year, and let the silent ones drop out.
    assert (objective.status, objective.progress) == (Status.ON_TRACK, 1)


def test_the_command_prints_every_objective_of_both_plans(filled_sqlite_url: str) -> None:
    done = stores.call("standing", "--as-of", "2026-11-29", database_url=filled_sqlite_url)
    lines = done.stdout.splitlines()
    assert [line for line in lines if line.startswith("## ")] == [
        "## Plan 2022, 2026-11-29, method 1.1, clock 59%",
        "",
        "## Plan 2020, 2026-11-29, method 1.1, clock 59%",
    ][::2]
    rows = [line for line in lines if line.startswith("| ") and not line.startswith("| |")]
    assert len(rows) == 48
    assert next(row for row in rows if row.startswith("| A4 | ")).startswith(
        "| A4 | no verdict (too_wide) | documented | 40% to 100% | "
    )
