"""The demonstration's meetings: one is final with all that belongs to it, one waits for a word."""

import datetime as dt
from pathlib import Path

from sqlmodel import Session

from store.database import engine
from store.ledger.knowledge import Until
from store.meetings import attendance, meetings, running_order
from store.rights import rights


def test_its_meetings_were_attended_and_one_waits_for_its_minutes(demo_store: Path) -> None:
    by_day, office = Until.day(dt.date(2026, 11, 30)), rights.program("test")
    made = engine.connect(f"sqlite:///{demo_store}")
    with Session(made) as session:
        held = {one.held_on: one for one in meetings.known(session, office, by_day)}
        final, waiting = held[dt.date(2026, 6, 11)], held[dt.date(2026, 11, 17)]
        assert final.is_published
        assert len(attendance.of(session, final.code, by_day).attended) == 9
        order = running_order.known(session, office, final.code, by_day)
        assert running_order.ends(order, running_order.steps(final)) == "12:55"
        assert not waiting.is_published
        minutes = attendance.of(session, waiting.code, by_day)
        assert (len(minutes.silent), len(minutes.proposed)) == (3, 1)
    made.dispose()
