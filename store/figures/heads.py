"""The newest revision of slots: one, or many at once."""

import datetime as dt
from collections.abc import Collection, Iterable

import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.models import Measurement

Slot = tuple[str, str, dt.date, dt.date]  # indicator, place, first and last day of the period
MANY = 400  # names in one question: a database takes some thousand


def of_slots(session: Session, slots: Collection[Slot]) -> dict[Slot, Measurement]:
    """The newest revision in each of the slots that hold any, approved or not."""
    wanted = set(slots)
    ends = {end for _, _, _, end in wanted}
    is_among = col(Measurement.period_end).in_(ends) if len(ends) <= MANY else sa.true()
    rows = of_pairs(session, {slot[:2] for slot in wanted}, is_among)
    return {row.slot: row for row in rows if row.slot in wanted}


def of_pairs(
    session: Session, pairs: Iterable[tuple[str, str]], *conditions: sa.ColumnElement[bool]
) -> list[Measurement]:
    """The newest revision in every slot of these indicators and places, oldest period first.

    A condition must hold for all revisions of a slot or for none.
    """
    places: dict[str, list[str]] = {}
    for indicator, place in sorted(set(pairs)):
        places.setdefault(indicator, []).append(place)
    newest: dict[Slot, Measurement] = {}
    for indicator, codes in places.items():
        for first in range(0, len(codes), MANY):
            rows = session.exec(
                select(Measurement)
                .where(
                    col(Measurement.place_code).in_(codes[first : first + MANY]),
                    Measurement.indicator_code == indicator,
                    *conditions,
                )
                .order_by(col(Measurement.revision))
            )
            newest |= {row.slot: row for row in rows}
    return sorted(newest.values(), key=lambda row: (row.period_end, row.period_start))
