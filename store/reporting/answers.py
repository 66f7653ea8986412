"""What speaks for each indicator, place and year that is asked for.

Found by a seek each, so that it costs the same however many figures a place reported.
"""

import datetime as dt
from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from store.figures import moves
from store.figures.reported import Reported
from store.ledger import revisions
from store.ledger.knowledge import Until
from store.models import Indicator, Measurement, Place, PlaceKind, ReportedBy, Review, Verdict

KIND = {
    ReportedBy.SECRETARIAT: PlaceKind.WORLD,
    ReportedBy.REGION: PlaceKind.REGION,
    ReportedBy.COUNTRY: PlaceKind.COUNTRY,
}
Answered = tuple[str, str, int]  # indicator, place, year


def heads(
    session: Session, years: Collection[int], indicators: Collection[str] = ()
) -> dict[Answered, Reported]:
    """The newest figure of each year, approved or not; where there is none, the word that says so.

    Of all indicators or some. What was moved to another period speaks for no year.
    """
    if not years:
        return {}
    asked = _years(years)
    figure = _newest(asked, col(Measurement.missing_reason).is_(None))
    word = _newest(asked, sa.not_(col(Measurement.missing_reason).startswith(moves.MOVED)))
    step, later = aliased(Review), aliased(Review)
    is_last = ~sa.exists().where(
        col(later.measurement_id) == step.measurement_id, col(later.step) > step.step
    )
    rows = session.execute(
        sa.select(asked.c.year, Measurement, step)
        .select_from(_slots(asked))
        .join(Measurement, col(Measurement.id) == sa.func.coalesce(figure, word))
        .outerjoin(step, sa.and_(col(step.measurement_id) == col(Measurement.id), is_last))
        .where(col(Indicator.code).in_(indicators) if indicators else sa.true())
    )
    return {
        (row.indicator_code, row.place_code, year): Reported(row, review)
        for year, row, review in rows
    }


def shown(session: Session, years: Collection[int], until: Until) -> set[Answered]:
    """Of which years pages showed something by then, if only until it was corrected."""
    if not years:
        return set()
    asked = _years(years)
    is_approved = sa.exists().where(
        col(Review.measurement_id) == Measurement.id,
        col(Review.verdict) == Verdict.APPROVED,
        until.covers(Review),
    )
    is_there = sa.exists().where(_is_of(asked), is_approved).correlate_except(Measurement)
    rows = session.execute(
        sa.select(col(Indicator.code), col(Place.code), asked.c.year)
        .select_from(_slots(asked))
        .where(is_there)
    )
    return {(indicator, place, year) for indicator, place, year in rows}


def _years(years: Collection[int]) -> sa.CTE:
    """Each year with its first and last day."""
    days = (
        sa.select(
            sa.literal(year).label("year"),
            sa.literal(dt.date(year, 1, 1), sa.Date).label("first"),
            sa.literal(dt.date(year, 12, 31), sa.Date).label("last"),
        )
        for year in years
    )
    return sa.union_all(*days).cte("years")


def _slots(asked: sa.CTE) -> sa.Join:
    """Every indicator with the places that report it, in every year."""
    reports = sa.or_(
        *(
            (col(Indicator.reported_by) == by) & (col(Place.kind) == kind)
            for by, kind in KIND.items()
        )
    )
    return sa.join(sa.join(Indicator, Place, reports), asked, sa.true())


def _newest(asked: sa.CTE, is_meant: sa.ColumnElement[bool]) -> sa.ScalarSelect[Any]:
    """The number of the year's last figure that is meant, of those that head their slots."""
    return (
        sa.select(col(Measurement.id))
        .where(_is_of(asked), is_meant, revisions.is_head(Measurement))
        .order_by(col(Measurement.period_end).desc(), col(Measurement.period_start).desc())
        .limit(1)
        .correlate_except(Measurement)
        .scalar_subquery()
    )


def _is_of(asked: sa.CTE) -> sa.ColumnElement[bool]:
    return sa.and_(
        col(Measurement.place_code) == Place.code,
        col(Measurement.indicator_code) == Indicator.code,
        col(Measurement.period_end).between(asked.c.first, asked.c.last),
    )
