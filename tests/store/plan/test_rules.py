"""How indicators are judged is changed by dated rows: limits, window, fading, paths."""

import datetime as dt
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import Session

from store.exchange.tables import TABLES
from store.figures import actions
from store.ground.errors import InvalidMeasurementError, StoreError
from store.ledger.knowledge import Until
from store.models import Indicator
from store.plan import contents, rules
from store.plan.rule_draft import RuleDraft
from store.rights.rights import VISITOR, Actor
from tests.store.writing import ANA, draft

pytestmark = pytest.mark.same_sql

TODAY = dt.date(2026, 3, 2)
YESTERDAY = TODAY - dt.timedelta(days=1)


def rule(**changes: Any) -> RuleDraft:
    """How agreements are judged from today on, changed."""
    content = {
        "indicator_code": "D4-signed",
        "limit_low": 0,
        "limit_high": 40,
        "stale_after_years": 3,
        "paths": ["geometric", "logistic"],
        "reason": "Forty networks exist",
        "known_on": TODAY,
    }
    return RuleDraft.model_validate(content | changes)


def judged(session: Session, day: dt.date) -> Indicator:
    """The indicator as it is judged on a day."""
    found = contents.indicators(session, Until.day(day))
    return next(one for one in found if one.code == "D4-signed")


def test_a_rule_holds_from_its_day_on_and_the_shipped_row_stays(filled: sa.Engine) -> None:
    with Session(filled) as session, session.begin():
        shipped = judged(session, YESTERDAY).limit_high
        rules.set_rule(session, ANA, rule())
    with Session(filled) as session:
        now = judged(session, TODAY)
        assert (now.limit_high, now.stale_after_years) == (40, 3)
        assert now.paths == ["geometric", "logistic"]
        assert judged(session, YESTERDAY).limit_high == shipped
        assert session.get_one(Indicator, "D4-signed").limit_high == shipped
        assert [row.reporter for row in rules.history(session, "D4-signed")] == ["Ana"]


def test_a_figure_beyond_the_new_limit_is_refused(filled: sa.Engine) -> None:
    with Session(filled) as session:
        rules.set_rule(session, ANA, rule())
        with pytest.raises(InvalidMeasurementError, match="give a number from 0 to 40"):
            actions.report(session, ANA, draft(value=41))


def test_the_package_has_the_rule_of_its_day(filled: sa.Engine) -> None:
    table = TABLES["indicators"]
    with Session(filled) as session:
        rules.set_rule(session, ANA, rule())
        found = [
            dict(zip(table.names, row, strict=True))
            for row in table.rows(session, "2022", Until.day(TODAY))
        ]
    [row] = [row for row in found if row["code"] == "D4-signed"]
    assert (row["limit_high"], row["paths"]) == (40, ("geometric", "logistic"))


@pytest.mark.parametrize(
    ("actor", "changes", "sentence"),
    [
        (VISITOR, {}, "You have no right to change the plan."),
        (ANA, {"indicator_code": "Z9"}, "There is no indicator Z9."),
        (ANA, {"window_years": 2}, "Only what is counted by years has a mean of two years."),
    ],
)
def test_what_cannot_be_a_rule_here(
    filled: sa.Engine, actor: Actor, changes: dict[str, Any], sentence: str
) -> None:
    with Session(filled) as session, pytest.raises(StoreError, match=sentence):
        rules.set_rule(session, actor, rule(**changes))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"limit_high": 0}, "The least possible is not below the most possible."),
        ({"limit_high": None}, "A logistic path needs both limits."),
        ({"paths": ["geometric", "geometric"]}, "Name each path once."),
        ({"window_years": 3}, "less than or equal to 2"),
        ({"stale_after_years": 0}, "greater than 0"),
        ({"paths": ["bent"]}, "geometric"),
        ({"reason": "…"}, "Say it in words"),
    ],
)
def test_what_no_rule_says(changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValidationError, match=sentence):
        rule(**changes)
