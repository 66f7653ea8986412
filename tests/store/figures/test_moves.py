"""A figure whose period was wrong moves to its period, and counts once at every moment."""

import datetime as dt

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.figures import actions, approved, heads
from store.figures.approved import Reading
from store.ground.errors import ConflictError, InvalidMeasurementError, NotAllowedError
from store.ledger.knowledge import Until
from store.models import Measurement
from store.reporting import dues, nearby
from tests.store.writing import ANA, BO, MONDAY, draft

pytestmark = pytest.mark.same_sql

WRONG = dt.date(2024, 12, 31)
RIGHT = dt.date(2025, 12, 31)


def shown(session: Session) -> list[Reading]:
    """What pages show of agreements at the end of both years."""
    readings = approved.world_and_region_readings(session, Until.day(MONDAY))
    return [
        reading
        for reading in readings
        if reading.indicator_code == "D4-signed"
        and reading.period_end in (WRONG, RIGHT)
        and reading.figure is not None
    ]


def moved(session: Session) -> tuple[Measurement, Measurement]:
    """A figure approved for the wrong year, and what it became."""
    old = actions.report(session, ANA, draft(period_start=WRONG, period_end=WRONG))
    actions.approve(session, BO, old, MONDAY)
    new = actions.move(session, ANA, old, draft(reason="The year was mistyped"))
    return old, new


def test_a_moved_figure_counts_once_before_and_after_its_approval(filled: sa.Engine) -> None:
    with Session(filled) as session:
        _old, new = moved(session)
        assert [reading.period_end for reading in shown(session)] == [WRONG]
        actions.approve(session, BO, new, MONDAY)
        assert [reading.period_end for reading in shown(session)] == [RIGHT]


def test_either_half_of_a_move_reviews_the_other(filled: sa.Engine) -> None:
    with Session(filled) as session:
        old, _new = moved(session)
        gap = actions.slot_head(session, *old.slot)
        assert gap is not None
        with pytest.raises(NotAllowedError, match="Nobody approves their own"):
            actions.approve(session, ANA, gap, MONDAY)
        actions.send_back(session, BO, gap, MONDAY, "Which year is it?")
        actions.approve(session, BO, gap, MONDAY)
        assert [reading.period_end for reading in shown(session)] == [RIGHT]
        with pytest.raises(ConflictError, match="approved already"):
            actions.approve(session, BO, gap, MONDAY)


def test_the_year_that_a_figure_left_is_owed_again(filled: sa.Engine) -> None:
    with Session(filled) as session:
        _old, new = moved(session)
        rows = heads.of_pairs(session, [("D4-signed", "WLD")])
        assert nearby.newest_of_year(rows, WRONG.year) is None
        assert nearby.newest_of_year(rows, RIGHT.year) == new
        owed = [
            due.head.measurement
            for due in dues.owed(session, MONDAY)
            if due.indicator.code == "D4-signed" and due.head is not None
        ]
        assert owed == [new]


def test_only_a_period_moves(filled: sa.Engine) -> None:
    with Session(filled) as session:
        old = actions.report(session, ANA, draft(period_start=WRONG, period_end=WRONG))
        for form in (
            draft(place_code="R-AFR", reason="Another place"),
            draft(period_start=WRONG, period_end=WRONG, reason="The same period"),
        ):
            with pytest.raises(InvalidMeasurementError, match="Only a figure’s period"):
                actions.move(session, ANA, old, form)
        with pytest.raises(InvalidMeasurementError, match="Say why the figure is corrected"):
            actions.move(session, ANA, old, draft())
