"""What may be read, as it was known on a day. Nothing here writes.

A figure is read when it was approved with `known_on` on or before the day, and no later revision
of its slot was. Nothing else decides what a page shows.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.figures import shown
from store.figures.reading import Reading, Slice, columns, reading
from store.ledger.knowledge import Until
from store.models import Indicator, Measurement, Place, PlaceKind, ReportedBy, Review, Verdict

MOST_LISTED = 1000  # figures of one indicator in a list; all of them are in the open data
BATCH = 5_000  # figures read at a time where all of them are asked for


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


def of_country(
    session: Session, indicator_code: str, place_code: str, until: Until
) -> list[Reading]:
    """Every figure that one country reported of an indicator, oldest period first."""
    return _readings(
        session,
        until,
        col(Measurement.place_code) == place_code,
        col(Measurement.indicator_code) == indicator_code,
    )


def newest_words(session: Session, indicator_code: str, until: Until) -> list[Reading]:
    """What each country said last of an indicator, a figure or that there is none.

    Oldest period first. However much a country reported before, it costs the same.
    """
    is_meant = col(Indicator.code) == indicator_code
    return _one_each(session, until, shown.newest_word(until, dt.date.max), is_meant)


def newest_figures(
    session: Session, indicator_code: str, until: Until, ended_by: dt.date = dt.date.max
) -> list[Reading]:
    """The newest figure of each country; what it said last where it never had one.

    As `newest_words`; `ended_by` bounds the periods.
    """
    figure = shown.newest_word(until, ended_by, only_figures=True)
    word = shown.newest_word(until, ended_by)
    is_meant = col(Indicator.code) == indicator_code
    return _one_each(session, until, sa.func.coalesce(figure, word), is_meant)


def _one_each(
    session: Session,
    until: Until,
    chosen: sa.ColumnElement[int],
    *conditions: sa.ColumnElement[bool],
) -> list[Reading]:
    """The figure of each country and indicator whose number is `chosen`, oldest period first."""
    rows = session.execute(
        sa.select(*columns())
        .select_from(sa.join(Indicator, Place, sa.true()))
        .join(Measurement, col(Measurement.id) == chosen)
        .join(Review, col(Review.measurement_id) == col(Measurement.id))
        .where(
            col(Place.kind) == PlaceKind.COUNTRY,
            col(Review.verdict) == Verdict.APPROVED,
            until.covers(Review),
            *conditions,
        )
        .order_by(col(Measurement.period_end), col(Measurement.id))
    )
    return [reading(row) for row in rows]


def country_years(session: Session, indicator_code: str, until: Until) -> list[int]:
    """The years of which any country has a figure of an indicator."""
    is_meant = col(Measurement.indicator_code) == indicator_code
    ends = (sa.func.min(col(Measurement.period_end)), sa.func.max(col(Measurement.period_end)))
    has_ended = col(Measurement.period_end) <= shown.last_day(until)
    first, last = session.execute(sa.select(*ends).where(is_meant, has_ended)).one()
    if first is None:
        return []
    countries = list(session.exec(select(Place.code).where(Place.kind == PlaceKind.COUNTRY)))
    found = shown.figures(until).where(
        is_meant,
        col(Measurement.missing_reason).is_(None),
        col(Measurement.place_code).in_(countries),
    )
    # Each year is asked for by itself: the index leads to the first figure of it, and no further.
    return [
        year
        for year in range(first.year, last.year + 1)
        if session.execute(found.where(_ends_in(year)).limit(1)).first()
    ]


def _ends_in(year: int) -> sa.ColumnElement[bool]:
    return col(Measurement.period_end).between(dt.date(year, 1, 1), dt.date(year, 12, 31))


def newest_periods(
    session: Session, indicator_code: str, until: Until, region: str | None = None
) -> list[Reading]:
    """The figures that countries reported of an indicator, newest period first: up to MOST_LISTED.

    Of the countries of a region only, where one is named.
    """
    countries = select(Place.code).where(Place.kind == PlaceKind.COUNTRY)
    if region is not None:
        countries = countries.where(Place.region_code == region)
    rows = session.execute(
        shown.figures(until)
        .where(
            col(Measurement.indicator_code) == indicator_code,
            col(Measurement.place_code).in_(list(session.exec(countries))),
        )
        .order_by(col(Measurement.period_end).desc(), col(Measurement.id).desc())
        .limit(MOST_LISTED)
    )
    return [reading(row) for row in rows]


def all_readings(session: Session, until: Until) -> list[Reading]:
    """Every figure of every place, oldest period first."""
    return _readings(session, until)


def every_reading(session: Session, codes: tuple[str, ...], until: Until) -> list[Reading]:
    """The figures of these indicators that pages showed by then, corrected since or not.

    Of an indicator with more than MOST_LISTED those of its newest periods, each of them whole.
    """
    found = []
    for code in codes:
        rows = session.execute(
            shown.every_known(until)
            .where(col(Measurement.indicator_code) == code)
            .order_by(col(Measurement.period_end).desc(), col(Measurement.id).desc())
            .limit(MOST_LISTED)
        ).all()
        found += map(reading, _whole_periods(rows))
    return sorted(found, key=lambda one: (one.approved_at, one.id))


def _whole_periods(rows: Sequence[sa.Row[Any]]) -> Sequence[sa.Row[Any]]:
    """Of a list that was cut, what comes before the period in which it was."""
    whole = [row for row in rows if row.period_end > rows[-1].period_end]
    return whole if len(rows) == MOST_LISTED and whole else rows


def approvals(session: Session, until: Until, most: int) -> list[Reading]:
    """The figures approved last, the newest approval first; corrected ones too."""
    rows = session.execute(
        shown.every_known(until)
        .order_by(col(Review.recorded_at).desc(), col(Review.id).desc())
        .limit(most)
    )
    return [reading(row) for row in rows]


def country_news(session: Session, since: dt.date, until: Until) -> list[Reading]:
    """The newest figure of each country and indicator, where it became known after `since`."""
    is_counted = col(Indicator.reported_by) == ReportedBy.COUNTRY
    is_new = col(Review.known_on) > since
    newest = shown.newest_word(until, until.as_of)
    return _one_each(session, until, newest, is_counted, is_new)


def _readings(
    session: Session,
    until: Until,
    *conditions: sa.ColumnElement[bool],
) -> list[Reading]:
    rows = session.execute(
        shown.figures(until)
        .where(*conditions)
        .order_by(col(Measurement.period_end), col(Measurement.id))
    )
    return [reading(row) for row in rows]


def approved(session: Session, *conditions: sa.ColumnElement[bool]) -> list[Reading]:
    """Every figure ever approved under the conditions, corrected since or not, oldest first."""
    rows = session.execute(
        shown.every_approved(*conditions).order_by(col(Review.recorded_at), col(Measurement.id))
    )
    return [reading(row) for row in rows]


def numbered(session: Session, until: Until, asked: Slice) -> list[Reading]:
    """The figures of a slice that count, however many there are before and after: as quickly."""
    rows = session.execute(
        _of_slice(until, asked)
        .where(col(Measurement.id) > asked.after)
        .order_by(col(Measurement.id))
        .offset(asked.skipped)
        .limit(asked.most)
    )
    return [reading(row) for row in rows]


def every_numbered(session: Session, until: Until) -> Iterator[Reading]:
    """Every figure that counts, in the order of their numbers; a batch of them is in memory."""
    after = 0
    while batch := numbered(session, until, Slice(after, 0, BATCH)):
        yield from batch
        after = batch[-1].id


def count_numbered(session: Session, until: Until, asked: Slice, most: int) -> int:
    """How many figures there are in all slices of this kind; `most` where there are more."""
    some = _of_slice(until, asked).limit(most).subquery()
    return session.execute(sa.select(sa.func.count()).select_from(some)).scalar_one()


def _of_slice(until: Until, asked: Slice) -> sa.Select[*tuple[Any, ...]]:
    found = shown.figures(until)
    if asked.region is not None:
        # A condition and no list of places: led by that, SQLite would sort all figures of a region.
        lies_there = sa.or_(col(Place.code) == asked.region, col(Place.region_code) == asked.region)
        is_at = col(Place.code) == col(Measurement.place_code)
        found = found.where(sa.exists().where(is_at, lies_there))
    return found if asked.since is None else found.where(col(Review.recorded_at) >= asked.since)
