"""Countries counted: who confirmed an indicator, who denied it, by a date.

A country may have said many things over the years; only its newest approved word counts, and the
count costs the same however long its history is.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from store.ledger.knowledge import Until
from store.models import (
    Indicator,
    Measurement,
    Place,
    PlaceKind,
    ReportedBy,
    Review,
    RollUp,
    Verdict,
)


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
        .join(Measurement, col(Measurement.id) == newest_word(until, days.c.ends_on))
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


def newest_word(
    until: Until, ended_by: dt.date | sa.ColumnElement[dt.date]
) -> sa.ScalarSelect[int]:
    """The id of a country's newest approved figure whose period had ended, for a query to join.

    `ended_by` bounds the periods, `until` the knowledge. The place, the indicator and, where it
    is a column, `ended_by` are those of the query around it.
    """
    reported = aliased(Measurement)
    approved = sa.exists().where(
        col(Review.measurement_id) == reported.id,
        col(Review.verdict) == Verdict.APPROVED,
        until.covers(Review),
    )
    # One index seek a pair, however many periods and corrections lie behind it: read backwards,
    # the first approved row is the newest period's newest revision.
    return (
        sa.select(col(reported.id))
        .where(
            col(reported.place_code) == Place.code,
            col(reported.indicator_code) == Indicator.code,
            col(reported.period_end) <= ended_by,
            approved,
        )
        .order_by(
            col(reported.place_code).desc(),
            col(reported.indicator_code).desc(),
            col(reported.period_end).desc(),
            col(reported.period_start).desc(),
            col(reported.revision).desc(),
        )
        .limit(1)
        .correlate_except(reported, Review)
        .scalar_subquery()
    )
