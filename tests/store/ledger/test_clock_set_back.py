"""A clock that was set back: instants go on, and nobody approves by it."""

import datetime as dt

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.figures import actions, complete_years
from store.ground import clock
from store.ground.errors import ConflictError
from store.ledger import audit
from store.models import AuditEntry
from store.samplings import samplings
from tests.store.figures import test_complete_years
from tests.store.samplings.soil import AFI, sampling
from tests.store.writing import ANA, BO, TUESDAY, draft


def write_ahead(session: Session, minutes: float) -> dt.datetime:
    """An entry made while the clock was ahead."""
    written = clock.now() + dt.timedelta(minutes=minutes)
    entry = AuditEntry(recorded_at=written, actor="Ana", action="report", subject="x 1")
    session.add(entry)
    session.flush()
    return written


def test_instants_never_decrease(session: Session) -> None:
    ahead = write_ahead(session, 60)
    row = actions.report(session, ANA, draft())
    newest = session.exec(
        select(AuditEntry.recorded_at).order_by(col(AuditEntry.id).desc()).limit(2)
    ).all()
    assert row.recorded_at > ahead
    assert [*newest] == [row.recorded_at, ahead]
    assert audit.lag(session) > dt.timedelta(minutes=59)


@pytest.mark.parametrize(("minutes", "is_refused"), [(0.5, False), (2, True)])
def test_nothing_is_approved_by_a_clock_that_is_behind(
    session: Session, minutes: float, is_refused: bool
) -> None:
    row = actions.report(session, ANA, draft())
    write_ahead(session, minutes)
    if is_refused:
        with pytest.raises(ConflictError, match="behind what was already written; nothing is"):
            actions.approve(session, BO, row, TUESDAY)
        actions.send_back(session, BO, row, TUESDAY, "Which of the two reports?")
    else:
        actions.approve(session, BO, row, TUESDAY)


def test_no_kind_of_report_is_approved_by_it(session: Session) -> None:
    year = complete_years.declare(session, ANA, test_complete_years.year())
    found = samplings.report(session, AFI, sampling())
    write_ahead(session, 2)
    with pytest.raises(ConflictError, match="behind what was already written; nothing is"):
        complete_years.approve(session, BO, year, TUESDAY)
    with pytest.raises(ConflictError, match="behind what was already written; nothing is"):
        samplings.approve(session, BO, found, TUESDAY)


def test_a_clock_that_is_right_is_not_behind(shared: sa.Engine) -> None:
    with Session(shared) as session:
        assert audit.lag(session) == dt.timedelta(0)
