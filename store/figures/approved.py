"""What may be read, as it was known on a day. Nothing here writes.

A figure is read when it was approved with `known_on` on or before the day, and no later revision
of its slot was. Nothing else decides what a page shows.
"""

import datetime as dt
from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from store.figures import tallies
from store.figures.reading import Reading, columns, reading
from store.ledger.knowledge import Until
from store.models import Indicator, Measurement, Place, PlaceKind, ReportedBy, Review, Verdict


def world_and_region_readings(
    session: Session, until: Until, indicators: Collection[str] = ()
) -> list[Reading]:
    """Every figure of the world and the regions, oldest period first; of all indicators or some."""
    codes = session.exec(select(Place.code).where(col(Place.kind).in_(["world", "region"])))
    conditions = [col(Measurement.place_code).in_(list(codes))]
    if indicators:
        conditions.append(col(Measurement.indicator_code).in_(indicators))
    return _readings(session, until, *conditions)


def country_readings(session: Session, indicator_code: str, until: Until) -> list[Reading]:
    """Every figure that countries reported of one indicator, oldest period first."""
    codes = session.exec(select(Place.code).where(Place.kind == PlaceKind.COUNTRY))
    return _readings(
        session,
        until,
        col(Measurement.place_code).in_(list(codes)),
        col(Measurement.indicator_code) == indicator_code,
    )


def all_readings(session: Session, until: Until) -> list[Reading]:
    """Every figure of every place, oldest period first."""
    return _readings(session, until)


def every_reading(session: Session, codes: tuple[str, ...], until: Until) -> list[Reading]:
    """Every figure of these indicators that pages showed by then, corrected since or not."""
    return approved(session, col(Measurement.indicator_code).in_(codes), until.covers(Review))


def approvals(session: Session, until: Until, most: int) -> list[Reading]:
    """The figures approved last, the newest approval first; corrected ones too."""
    rows = session.execute(
        sa.select(*columns())
        .join(Review, col(Review.measurement_id) == col(Measurement.id))
        .where(col(Review.verdict) == Verdict.APPROVED, until.covers(Review))
        .order_by(col(Review.recorded_at).desc(), col(Review.id).desc())
        .limit(most)
    )
    return [reading(row) for row in rows]


def country_news(session: Session, since: dt.date, until: Until) -> list[Reading]:
    """The newest figure of each country and indicator, where it became known after `since`."""
    rows = session.execute(
        sa.select(*columns())
        .select_from(sa.join(Indicator, Place, sa.true()))
        .join(Measurement, col(Measurement.id) == tallies.newest_word(until, until.as_of))
        .join(Review, col(Review.measurement_id) == col(Measurement.id))
        .where(
            col(Indicator.reported_by) == ReportedBy.COUNTRY,
            col(Place.kind) == PlaceKind.COUNTRY,
            col(Review.verdict) == Verdict.APPROVED,
            col(Review.known_on) > since,
        )
    )
    return [reading(row) for row in rows]


def _readings(
    session: Session,
    until: Until,
    *conditions: sa.ColumnElement[bool],
) -> list[Reading]:
    later, approval = aliased(Measurement), aliased(Review)
    corrected = sa.exists().where(
        col(later.place_code) == Measurement.place_code,
        col(later.indicator_code) == Measurement.indicator_code,
        col(later.period_end) == Measurement.period_end,
        col(later.period_start) == Measurement.period_start,
        col(later.revision) > Measurement.revision,
        sa.exists().where(
            col(approval.measurement_id) == later.id,
            col(approval.verdict) == Verdict.APPROVED,
            until.covers(approval),
        ),
    )
    rows = session.execute(
        sa.select(*columns())
        .join(Review, col(Review.measurement_id) == col(Measurement.id))
        .where(
            col(Review.verdict) == Verdict.APPROVED,
            until.covers(Review),
            *conditions,
            ~corrected,
        )
        .order_by(col(Measurement.period_end), col(Measurement.id))
    )
    return [reading(row) for row in rows]


def approved(session: Session, *conditions: sa.ColumnElement[bool]) -> list[Reading]:
    """Every figure ever approved under the conditions, corrected since or not, oldest first."""
    rows = session.execute(
        sa.select(*columns())
        .join(Review, col(Review.measurement_id) == col(Measurement.id))
        .where(col(Review.verdict) == Verdict.APPROVED, *conditions)
        .order_by(col(Review.recorded_at), col(Measurement.id))
    )
    return [reading(row) for row in rows]
