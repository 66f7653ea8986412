"""Which rows of the ledger count for what was known: approved, and not corrected by then.

Statements and what they are made of; nothing here asks the store.
"""

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import col

from store.figures.reading import columns
from store.ledger.derived import EARLY
from store.ledger.knowledge import Until
from store.models import Indicator, Measurement, Place, Review, Verdict


def figures(until: Until) -> sa.Select[*tuple[Any, ...]]:
    """Select the readings that count: each slot's newest revision that was approved by then."""
    return every_known(until).where(~is_corrected(Measurement, until))


def every_known(until: Until) -> sa.Select[*tuple[Any, ...]]:
    """Select the readings that were approved by then, corrected since or not."""
    has_ended = col(Measurement.period_end) <= last_day(until)
    return every_approved(until.covers(Review), has_ended)


def last_day(until: Until) -> sa.ScalarSelect[dt.date]:
    """The last day of which a figure known by then may speak.

    That is the day itself, unless a figure was known before its period ended. So what was reported
    since is not looked at one by one on the way to what was known on a day long ago.
    """
    early = sa.select(EARLY.c.period_end).where(EARLY.c.known_on <= until.as_of)
    days = sa.select(sa.literal(until.as_of, sa.Date).label("period_end")).union_all(early)
    return sa.select(sa.func.max(days.subquery().c.period_end)).scalar_subquery()


def every_approved(*conditions: sa.ColumnElement[bool]) -> sa.Select[*tuple[Any, ...]]:
    """Select the readings ever approved under the conditions, corrected since or not."""
    return (
        sa.select(*columns())
        .join(Review, col(Review.measurement_id) == col(Measurement.id))
        .where(col(Review.verdict) == Verdict.APPROVED, *conditions)
    )


def is_corrected(row: type[Measurement], until: Until) -> sa.ColumnElement[bool]:
    """The condition that a later revision in the row's slot was approved by then."""
    later = aliased(Measurement)
    return sa.exists().where(
        col(later.place_code) == row.place_code,
        col(later.indicator_code) == row.indicator_code,
        col(later.period_end) == row.period_end,
        col(later.period_start) == row.period_start,
        col(later.revision) > row.revision,
        _is_approved(later, until),
    )


def newest_word(
    until: Until,
    ended_by: dt.date | sa.ColumnElement[dt.date],
    *,
    only_figures: bool = False,
) -> sa.ScalarSelect[int]:
    """The id of a country's newest approved figure whose period had ended, for a query to join.

    `ended_by` bounds the periods, `until` the knowledge. The place, the indicator and, where it
    is a column, `ended_by` are those of the query around it. With `only_figures` a word that there
    is none is passed over.
    """
    reported = aliased(Measurement)
    is_meant = sa.true()
    if only_figures:
        is_meant = col(reported.missing_reason).is_(None) & ~is_corrected(reported, until)
    # One index seek a pair, however many periods and corrections lie behind it: read backwards,
    # the first approved row is the newest period's newest revision.
    return (
        sa.select(col(reported.id))
        .where(
            col(reported.place_code) == Place.code,
            col(reported.indicator_code) == Indicator.code,
            col(reported.period_end) <= _no_later(ended_by, until),
            _is_approved(reported, until),
            is_meant,
        )
        .order_by(
            col(reported.place_code).desc(),
            col(reported.indicator_code).desc(),
            col(reported.period_end).desc(),
            col(reported.period_start).desc(),
            col(reported.revision).desc(),
        )
        .limit(1)
        .correlate_except(reported)
        .scalar_subquery()
    )


def _no_later(
    ended_by: dt.date | sa.ColumnElement[dt.date], until: Until
) -> dt.date | sa.ColumnElement[dt.date]:
    """The earlier of `ended_by` and the last day that anything known by then speaks of.

    One bound: an index is sought by one, and what the other leaves out is read.
    """
    if isinstance(ended_by, dt.date):
        return ended_by if ended_by <= until.as_of else _earlier(sa.literal(ended_by), until)
    return _earlier(ended_by, until)


def _earlier(day: sa.ColumnElement[dt.date], until: Until) -> sa.ColumnElement[dt.date]:
    last = last_day(until)
    return sa.case((day < last, day), else_=last)


def _is_approved(row: type[Measurement], until: Until) -> sa.ColumnElement[bool]:
    approval = aliased(Review)
    return sa.exists().where(
        col(approval.measurement_id) == row.id,
        col(approval.verdict) == Verdict.APPROVED,
        until.covers(approval),
    )
