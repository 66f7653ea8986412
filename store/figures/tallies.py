"""Countries counted: who confirmed an indicator, who denied it, by a date.

A country may have said many things over the years; only its newest approved word counts, and the
count costs the same however long its history is.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from store.figures import shown
from store.ledger.knowledge import Until
from store.models import Indicator, Measurement, Place, PlaceKind, ReportedBy, RollUp


@dataclass(frozen=True, slots=True)
class Tally:
    """How many countries confirmed (`yes`), denied (`no`) an indicator.

    `on` is the end of the newest period among their figures.
    """

    indicator_code: str
    on: dt.date
    yes: int
    no: int


def count(
    session: Session, dates: Sequence[dt.date], until: Until, indicators: Collection[str] = ()
) -> list[Tally]:
    """Countries that confirmed or denied each indicator they report, or some, by each of the dates.

    The latest figure of a country counts; whoever said nothing is in neither number.
    """
    # One statement for all dates: a country's figures lie side by side, and are read once.
    days = sa.union_all(
        *(sa.select(sa.literal(date, sa.Date).label("ends_on")) for date in dates)
    ).cte("days")
    confirmed = sa.func.sum(sa.case((col(Measurement.value) >= 1, 1), else_=0))
    denied = sa.func.sum(sa.case((col(Measurement.value) < 1, 1), else_=0))
    rows = session.execute(
        sa.select(col(Indicator.code), sa.func.max(col(Measurement.period_end)), confirmed, denied)
        .select_from(sa.join(sa.join(Indicator, Place, sa.true()), days, sa.true()))
        .join(Measurement, col(Measurement.id) == shown.newest_word(until, days.c.ends_on))
        .where(
            col(Indicator.reported_by) == ReportedBy.COUNTRY,
            col(Indicator.roll_up) == RollUp.UNITS,
            col(Place.kind) == PlaceKind.COUNTRY,
            col(Indicator.code).in_(indicators) if indicators else sa.true(),
        )
        .group_by(col(Indicator.code), days.c.ends_on)
    )
    tallies = [Tally(code, newest, int(yes), int(no)) for code, newest, yes, no in rows]
    # Two dates without news between them are one tally.
    return list({(tally.indicator_code, tally.on): tally for tally in tallies}.values())
