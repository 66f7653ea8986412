"""The plan is changed by dated rows with a reason, and the effect is known before."""

import datetime as dt
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store import dues, planning, queries
from store.errors import InvalidPlanError, NotAllowedError
from store.models import Schedule, Target
from store.progress import Status
from store.rights import VISITOR
from store.standing import assess_plan
from tests.store.writing import ANA, counts

TODAY = dt.date(2026, 3, 2)
YESTERDAY = TODAY - dt.timedelta(days=1)


def signed(**changes: Any) -> Target:
    """What the 2020 plan asks of D4-signed by 2030, changed."""
    content = {
        "plan_code": "2020",
        "indicator_code": "D4-signed",
        "role": "target",
        "year": 2030,
        "low": 6,
        "high": 6,
        "source_title": "Decision 12",
        "reason": "Networks merged",
        "reporter": "",
        "known_on": TODAY,
    }
    return Target(**content | changes)


def test_the_effect_is_shown_before_and_comes_true(filled: sa.Engine) -> None:
    before = counts(filled)
    with Session(filled) as session:
        [flip] = planning.flips(session, ANA, signed(), TODAY)
    assert (flip.objective_code, flip.after) == ("D4", Status.ACHIEVED)
    assert counts(filled) == before
    with Session(filled) as session, session.begin():
        planning.change_target(session, ANA, signed())
        objective = assess_plan(session, "2020", TODAY).objective("D4")
        assert objective is not None
        assert objective.status is Status.ACHIEVED


def test_an_earlier_day_keeps_the_target_of_then(filled: sa.Engine) -> None:
    with Session(filled) as session:
        planning.change_target(session, ANA, signed())
        asked = {
            day: [
                row.low
                for row in queries.targets(session, day)
                if (row.plan_code, row.indicator_code, row.year) == ("2020", "D4-signed", 2030)
            ]
            for day in (YESTERDAY, TODAY)
        }
        rows = planning.history(session, "2020", "D4-signed")
    assert asked == {YESTERDAY: [10], TODAY: [6]}
    assert [(row.revision, row.reason) for row in rows if row.year == 2030] == [
        (0, ""),
        (1, "Networks merged"),
    ]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"reason": " "}, "Say why"),
        ({"low": 9, "high": 3}, "turned over"),
        ({"source_title": ""}, "Name the source"),
    ],
)
def test_a_change_that_cannot_be_is_refused(
    filled: sa.Engine, changes: dict[str, Any], sentence: str
) -> None:
    with Session(filled) as session, pytest.raises(InvalidPlanError, match=sentence):
        planning.change_target(session, ANA, signed(**changes))


def test_the_calendar_is_changed_with_a_reason_by_the_secretariat_alone(
    filled: sa.Engine,
) -> None:
    def calendar(reason: str, month: int) -> Schedule:
        return Schedule(indicator_code="D4-signed", due_month=month, known_on=TODAY, reason=reason)

    with Session(filled) as session:
        with pytest.raises(NotAllowedError):
            planning.set_schedule(session, VISITOR, calendar("Because", 6))
        with pytest.raises(InvalidPlanError, match="Say why"):
            planning.set_schedule(session, ANA, calendar("", 6))
        for month in (6, 9):
            planning.set_schedule(session, ANA, calendar("The Forum moved", month))
        assert dues.schedules(session)["D4-signed"].due_month == 9
