"""Who owes what: every figure in exactly one state, by the calendar and by what was sent."""

import datetime as dt

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.figures import actions
from store.ledger.knowledge import Until
from store.models import RoleKind
from store.plan import planning
from store.plan.schedule_draft import ScheduleDraft
from store.reporting import dues
from store.reporting.dues import Due, DueState
from store.rights.rights import Actor, Grant
from tests.store.writing import ANA, BO, draft

SPRING, SUMMER = dt.date(2026, 2, 1), dt.date(2026, 7, 1)
AFRICA = Actor("person 1", (Grant(RoleKind.REGIONAL_REPRESENTATIVE, "D4", "R-AFR"),))
LEADER = Actor("person 2", (Grant(RoleKind.TASK_FORCE_LEADER, "D4"),))
STC = Actor("person 3", (Grant(RoleKind.STC_MEMBER),))


def signed(session: Session, today: dt.date) -> Due:
    """What the Secretariat owes of D4-signed for 2025."""
    return next(
        due
        for due in dues.owed(session, today)
        if (due.indicator.code, due.place.code, due.year) == ("D4-signed", "WLD", 2025)
    )


@pytest.mark.same_sql
@pytest.mark.parametrize(
    ("today", "state"),
    [
        (dt.date(2025, 12, 31), DueState.NOT_DUE),
        (dt.date(2026, 1, 1), DueState.DUE),
        (dt.date(2026, 3, 28), DueState.DUE),
        (dt.date(2026, 3, 29), DueState.OVERDUE),
    ],
)
def test_without_a_figure_the_calendar_says(
    shared: sa.Engine, today: dt.date, state: DueState
) -> None:
    with Session(shared) as session:
        assert signed(session, today).state is state


def test_a_figure_goes_its_way_through_the_states(shared: sa.Engine) -> None:
    with Session(shared) as session:
        row = actions.report(session, ANA, draft())
        assert signed(session, SPRING).state is DueState.SUBMITTED
        actions.send_back(session, BO, row, SPRING, "Which partners?")
        returned = signed(session, SUMMER)
        assert returned.state is DueState.RETURNED
        assert returned.head is not None
        assert returned.head.review is not None
        assert returned.head.review.comment == "Which partners?"
        mended = actions.report(session, ANA, draft(value=6, corrects=row.id))
        assert signed(session, SUMMER).state is DueState.SUBMITTED
        actions.approve(session, BO, mended, SUMMER)
        assert signed(session, SUMMER).state is DueState.APPROVED


def test_a_declared_gap_is_its_own_state_once_approved(shared: sa.Engine) -> None:
    with Session(shared) as session:
        row = actions.report(session, ANA, draft(missing_reason="No register was kept."))
        assert signed(session, SPRING).state is DueState.SUBMITTED
        actions.approve(session, BO, row, SPRING)
        assert signed(session, SPRING).state is DueState.NO_DATA


def test_the_last_figure_speaks_for_its_year_whatever_was_declared_after_it(
    shared: sa.Engine,
) -> None:
    may, june = dt.date(2025, 5, 1), dt.date(2025, 6, 1)
    with Session(shared) as session:
        actions.report(session, ANA, draft(period_start=may, period_end=may, value=4))
        later = actions.report(session, ANA, draft(period_start=june, period_end=june, value=3))
        actions.report(session, ANA, draft(missing_reason="No register was kept."))
        due = signed(session, SPRING)
        assert due.head is not None
        assert (due.head.measurement.id, due.period) == (later.id, (june, june))


def test_the_calendar_of_an_indicator_can_be_changed(shared: sa.Engine) -> None:
    with Session(shared) as session:
        calendar = ScheduleDraft(
            indicator_code="D4-signed",
            first_year=2025,
            every_years=2,
            due_month=9,
            due_day=1,
            reason="The register is published in September.",
            known_on=SPRING,
        )
        planning.set_schedule(session, BO, calendar)
        due = signed(session, SUMMER)
        assert (due.due_on, due.state) == (dt.date(2026, 9, 1), DueState.DUE)
        years = {d.year for d in dues.owed(session, SUMMER) if d.indicator.code == "D4-signed"}
        assert years == {2025, 2027}


def test_everybody_owes_what_is_theirs(shared: sa.Engine) -> None:
    with Session(shared) as session:
        everything = dues.owed(session, SPRING)
        mine = {
            actor.name: {
                (due.indicator.objective_code, due.place.region_code or due.place.code)
                for due in everything
                if dues.is_mine(due, actor)
            }
            for actor in (AFRICA, LEADER, STC)
        }
        secretariat = [due for due in everything if dues.is_mine(due, ANA)]
    assert mine["person 1"] <= {("D4", "R-AFR")}
    assert mine["person 2"] == {("D4", "WLD")}
    assert mine["person 3"] == set()
    assert {due.indicator.reported_by for due in secretariat} == {"secretariat"}
    keys = [(due.indicator.code, due.place.code, due.year) for due in everything]
    assert len(keys) == len(set(keys))


def test_countries_owe_their_figures_and_territories_none(shared: sa.Engine) -> None:
    with Session(shared) as session:
        owed = {due.place.code for due in dues.owed(session, SPRING)}
    assert {"FRA", "KEN", "R-EUR", "WLD"} <= owed
    assert not {"GRL", "REU", "SHN"} & owed


@pytest.mark.parametrize(
    ("as_of", "is_overdue"), [(dt.date(2026, 3, 28), False), (dt.date(2026, 3, 29), True)]
)
def test_on_the_day_itself_a_figure_is_not_overdue_yet(
    shared: sa.Engine, as_of: dt.date, is_overdue: bool
) -> None:
    with Session(shared) as session:
        late = dues.overdue(session, Until.day(as_of))
    mine = [
        due
        for due in late
        if (due.indicator.code, due.place.code, due.year) == ("D4-signed", "WLD", 2025)
    ]
    assert [due.state for due in mine] == [DueState.OVERDUE] * is_overdue
    assert is_overdue == any(due.year == 2025 for due in late)
