"""A figure whose period was wrong: where it went is written into the slot that it left.

The two rows belong together: a review of one is a review of both, so that the figure counts once.
"""

from collections.abc import Iterable, Iterator

from sqlmodel import Session, col, select

from store.ledger import revisions
from store.models import Measurement

MOVED = "Moved to entry "


def told(number: int) -> str:
    """Why the slot that a figure left holds none: the number of the row that it became."""
    return f"{MOVED}{number}"


def was_moved(row: Measurement) -> bool:
    """Whether the row only says that its figure is elsewhere."""
    return row.missing_reason is not None and row.missing_reason.startswith(MOVED)


def partner(session: Session, row: Measurement) -> Measurement | None:
    """The other half of a move: where the figure went, or the slot that it left."""
    if was_moved(row):
        return _went_to(session, row)
    slot = [
        Measurement.place_code == row.place_code,
        Measurement.indicator_code == row.indicator_code,
    ]
    left = select(Measurement).where(
        *slot, col(Measurement.missing_reason).startswith(MOVED), revisions.is_head(Measurement)
    )
    gaps = session.exec(left).all()  # none at nearly every place
    if not gaps:
        return None
    held = [Measurement.period_end == row.period_end, Measurement.period_start == row.period_start]
    numbers = session.exec(select(Measurement.id).where(*slot, *held))
    reasons = {told(number or 0) for number in numbers}
    return next((gap for gap in gaps if gap.missing_reason in reasons), None)


def once(session: Session, ids: Iterable[int]) -> Iterator[Measurement]:
    """The rows with these numbers, of a move only one: what is said of it is said of both."""
    said: set[int | None] = set()
    for number in ids:
        row = session.get_one(Measurement, number)
        other = partner(session, row)
        if other is None or other.id not in said:
            said.add(row.id)
            yield row


def _went_to(session: Session, row: Measurement) -> Measurement | None:
    number = (row.missing_reason or "").removeprefix(MOVED)
    first = session.get(Measurement, int(number)) if number.isdecimal() else None
    if first is None or first.slot[:2] != row.slot[:2]:
        return None
    return revisions.newest(
        session,
        Measurement,
        Measurement.place_code == first.place_code,
        Measurement.indicator_code == first.indicator_code,
        Measurement.period_end == first.period_end,
        Measurement.period_start == first.period_start,
    )
