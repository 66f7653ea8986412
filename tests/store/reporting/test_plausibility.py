"""Doubts about a possible figure, each shown and each silent; and what the figure would change."""

import datetime as dt
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.figures import actions
from store.ground.errors import NotAllowedError
from store.models import Measurement, Qualifier
from store.progress import Status
from store.reporting import checks, plausibility, preview
from store.reporting.checks import Check
from store.reporting.plausibility import Doubt
from store.rights.rights import VISITOR
from tests.store.writing import ANA, BO, counts, draft, publish

TODAY = dt.date(2026, 3, 2)
LAST_YEAR = {"period_start": dt.date(2024, 12, 31), "period_end": dt.date(2024, 12, 31)}


def doubts(engine: sa.Engine, **content: Any) -> list[Doubt]:
    """What looks wrong about a figure, of D4-signed unless another indicator is named."""
    plan = content.pop("plan", "2020")
    with Session(engine) as session:
        form = draft(**content)
        background = plausibility.gather(session, plan, [form.slot[:2]], TODAY).of(form)
        return plausibility.doubts(background, form)


@pytest.mark.parametrize(
    ("value", "wanted"), [(30, []), (60, [Doubt.JUMP]), (500, [Doubt.OUTSIDE, Doubt.JUMP])]
)
def test_a_figure_is_held_against_the_plan_and_the_one_before(
    filled: sa.Engine, value: float, wanted: list[Doubt]
) -> None:
    reached = {"indicator_code": "C3-institutions"}  # 20 in 2020, 80 asked for by 2030
    publish(filled, TODAY, value=25, **reached, **LAST_YEAR)
    assert doubts(filled, value=value, **reached) == wanted


def test_a_start_that_counts_something_else_is_no_way_to_jump_on(filled: sa.Engine) -> None:
    reached = {"indicator_code": "C3-institutions"}  # the second plan's 20 counts something else
    publish(filled, TODAY, value=25, **reached, **LAST_YEAR)
    assert doubts(filled, plan="2022", value=60, **reached) == []


@pytest.mark.parametrize(("value", "wanted"), [(60, []), (999, [Doubt.OUTSIDE])])
def test_a_plan_without_a_start_is_held_against_the_natural_limit(
    filled: sa.Engine, value: float, wanted: list[Doubt]
) -> None:
    """Of 80 institutions that the second plan asks for, none is the least there can be."""
    assert doubts(filled, indicator_code="C3-institutions", plan="2022", value=value) == wanted


def test_a_running_total_does_not_fall_unnoticed(filled: sa.Engine) -> None:
    publish(filled, TODAY, value=7, **LAST_YEAR)
    assert doubts(filled, value=6) == [Doubt.FALLING]


def test_a_running_total_is_held_against_a_later_figure_too(filled: sa.Engine) -> None:
    publish(filled, TODAY, value=7, **LAST_YEAR)
    earlier = {"period_start": dt.date(2023, 12, 31), "period_end": dt.date(2023, 12, 31)}
    assert doubts(filled, value=7, **earlier) == []
    assert doubts(filled, value=8, **earlier) == [Doubt.FALLS_LATER]


def test_two_periods_do_not_share_days_unnoticed(filled: sa.Engine) -> None:
    publish(filled, TODAY, value=7, **LAST_YEAR)
    year = {"period_start": dt.date(2024, 6, 1), "period_end": dt.date(2025, 5, 31)}
    assert doubts(filled, value=7, **year) == [Doubt.OVERLAP]


def test_every_doubt_is_told_in_words() -> None:
    assert {doubt: str(sentence) for doubt, sentence in plausibility.SENTENCES.items()} == {
        Doubt.OUTSIDE: "it lies outside the plausible range",
        Doubt.JUMP: "it moves by more than half of the plan’s way",
        Doubt.FALLING: "a running total falls",
        Doubt.FALLS_LATER: "a running total is lower later",
        Doubt.OVERLAP: "its period overlaps that of another figure",
    }


def test_no_figure_is_no_doubt(filled: sa.Engine) -> None:
    assert doubts(filled, missing_reason="No register was kept.") == []


def test_the_preview_shows_the_verdict_and_writes_nothing(filled: sa.Engine) -> None:
    before = counts(filled)
    with Session(filled) as session:
        was, would_be = preview.effect(session, ANA, draft(value=10), "2020", TODAY)
    assert was.assessment.figure is not None
    assert was.assessment.figure.low == 2
    assert (would_be.assessment.value, would_be.status) == (10, Status.ACHIEVED)
    assert counts(filled) == before


def test_the_preview_shows_nothing_to_whom_it_is_refused(shared: sa.Engine) -> None:
    with Session(shared) as session, pytest.raises(NotAllowedError):
        preview.effect(session, VISITOR, draft(), "2020", TODAY)


def test_each_figure_is_tried_alone_and_nothing_stays_written(filled: sa.Engine) -> None:
    """Two of one indicator and one of another: what one would change is not laid to the other."""
    with Session(filled) as session, session.begin():
        reached = {"indicator_code": "C3-institutions"}
        rows = [
            actions.report(session, ANA, draft(value=80, **reached)),
            actions.report(session, ANA, draft(value=25, **reached, **LAST_YEAR)),
            actions.report(session, ANA, draft(value=5)),
        ]
        low = [row.id or 0 for row in rows]
    before = counts(filled)
    with Session(filled) as session:
        cards = preview.each_approved(session, low, "2020", TODAY)
    assert counts(filled) == before
    assert [cards[number].value for number in low] == [80, 25, 5]
    assert cards[low[0]].status == Status.ACHIEVED
    publish(filled, TODAY, value=5, **LAST_YEAR)
    with Session(filled) as session, session.begin():
        actions.approve(session, BO, session.get_one(Measurement, low[0]), TODAY)
    with Session(filled) as session:
        assert low[0] not in preview.each_approved(session, low, "2020", TODAY)


def checked(engine: sa.Engine, **content: Any) -> dict[Check, bool]:
    """Which checks of a figure of C3 can be made, and what they say."""
    with Session(engine) as session:
        form = draft(indicator_code="C3-institutions", **content)
        background = plausibility.gather(session, "2020", [form.slot[:2]], TODAY).of(form)
        return {one.check: one.is_well for one in checks.results(background, form)}


def test_a_check_that_has_nothing_to_compare_with_is_not_passed(filled: sa.Engine) -> None:
    assert checked(filled, value=30) == {Check.RANGE: True}
    assert checked(filled, missing_reason="Nobody counted") == {}
    bound = {"indicator_code": "C3-institutions", "qualifier": Qualifier.AT_LEAST}
    publish(filled, TODAY, value=25, **bound, **LAST_YEAR)
    well = {Check.RANGE: True, Check.STEP: True, Check.TOTAL: True, Check.PERIOD: True}
    exact = checked(filled, value=30)
    assert exact.pop(Check.COUNTING) is False
    assert exact == {check: well[check] for check in exact}
    assert Check.COUNTING not in checked(filled, value=30, qualifier=Qualifier.AT_LEAST)
    assert checked(filled, value=500)[Check.RANGE] is False
    year = {"period_start": dt.date(2024, 6, 1), "period_end": dt.date(2025, 5, 31)}
    assert checked(filled, value=30, **year)[Check.PERIOD] is False
