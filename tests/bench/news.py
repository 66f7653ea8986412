"""What happens in the store while pages are open: figures reported, and approved one by one."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from sqlmodel import Session

from store.database import engine
from store.figures import actions
from store.figures.draft import MeasurementDraft
from store.ground import clock
from store.models import Measurement, RoleKind
from store.rights.rights import Actor, Grant

OFFICE = (Grant(RoleKind.SECRETARIAT),)
REPORTER, REVIEWER = Actor("person 901", OFFICE), Actor("person 902", OFFICE)


def report(url: str, count: int) -> list[int]:
    """Report as many figures, which wait; their numbers."""
    with _writing(url) as session:
        return [_report(session, number).id or 0 for number in range(count)]


def approve_and_report(url: str, number: int, other: int) -> None:
    """Approve a figure that waits, and report the one of another slot."""
    with _writing(url) as session:
        row = session.get_one(Measurement, number)
        actions.approve(session, REVIEWER, row, clock.today())
    with _writing(url) as session:
        _report(session, other)


def _report(session: Session, number: int) -> Measurement:
    """Report agreements signed by a day of the last years, one slot a number."""
    day = dt.date(2022, 1, 1) + dt.timedelta(days=number)
    draft = MeasurementDraft(
        indicator_code="D4-signed",
        place_code="WLD",
        period_start=day,
        period_end=day,
        value=float(number),
        source_title="Invented for the bench",
    )
    head = actions.slot_head(session, *draft.slot)
    corrects = head.id if head else None
    reason = "Counted anew" if head else ""
    form = draft.model_copy(update={"corrects": corrects, "reason": reason})
    return actions.report(session, REPORTER, form)


@contextmanager
def _writing(url: str) -> Iterator[Session]:
    opened = engine.connect(url)
    with Session(opened) as session, session.begin():
        yield session
    opened.dispose()
