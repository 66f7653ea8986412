"""Which rows of the ledger count for what was known: approved, and not corrected by then.

Statements and what they are made of; nothing here asks the store.
"""

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import col

from store.figures.reading import columns
from store.ledger.knowledge import Until
from store.models import Indicator, Measurement, Place, Review, Verdict


def figures(until: Until) -> sa.Select[*tuple[Any, ...]]:
    """Select the readings that count: each slot's newest revision that was approved by then."""
    return every_approved(until.covers(Review), ~is_corrected(Measurement, until))


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
            col(reported.period_end) <= ended_by,
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


def _is_approved(row: type[Measurement], until: Until) -> sa.ColumnElement[bool]:
    approval = aliased(Review)
    return sa.exists().where(
        col(approval.measurement_id) == row.id,
        col(approval.verdict) == Verdict.APPROVED,
        until.covers(approval),
    )
