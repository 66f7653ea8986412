"""A demonstration store with many more measurements in it, the same ones for the same number.

Nearly all are yes or no from a country, spread evenly over monthly dates (closer ones where the
months do not suffice); every tenth is corrected once, every fiftieth once more; one in ten waits
for approval. A few correct figures of regions: of those only as many as there are slots. The rows
go in past the actions, so without audit entries, but the triggers see each of them; on PostgreSQL
by COPY.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

import psycopg
import sqlalchemy as sa
from psycopg import sql
from sqlalchemy import event
from sqlmodel import Session, SQLModel, col, select

from store.database import engine
from store.models import Indicator, Measurement, Place, Review

FIRST, LAST = dt.date(2020, 1, 1), dt.date(2026, 10, 28)
MONTHS = 82
DAYS = 28  # the later ones of a month are the demonstration's own
ROWS_A_SLOT = 1 + 1 / 10 + 1 / 50
REGIONAL_SHARE = 0.02
REGIONAL_REVISIONS = 2
BATCH = 20_000
ROOM = "PRAGMA cache_size=-500000"  # kB: rows lie far apart in an index, and are put in it at once


@dataclass(frozen=True, slots=True)
class Report:
    """A measurement to write, and whether it is approved."""

    row: dict[str, Any]
    approved: bool

    @property
    def review(self) -> dict[str, Any]:
        """The approval, known a month after the period's end."""
        known_on = min(self.row["period_end"] + dt.timedelta(days=30), LAST)
        return {
            "measurement_id": self.row["id"],
            "verdict": "approved",
            "reviewer": "bench reviewer",
            "known_on": known_on,
            "step": 1,
            "comment": "",
            "recorded_at": _noon(known_on),
        }


def grow(url: str, count: int) -> None:
    """Add `count` measurements to the store."""
    opened = engine.connect(url)
    insert = _copy if opened.dialect.name == "postgresql" else _insert
    if opened.dialect.name == "sqlite":
        event.listen(opened, "connect", lambda made, _record: made.execute(ROOM))
    with Session(opened) as session:
        reports = _reports(session, count)
        session.rollback()
    while batch := list(islice(reports, BATCH)):
        with opened.begin() as connection:
            insert(connection, "measurement", [report.row for report in batch])
            insert(connection, "review", [one.review for one in batch if one.approved])
    _settle(opened)
    opened.dispose()


def _insert(connection: sa.Connection, table: str, rows: list[dict[str, Any]]) -> None:
    connection.execute(SQLModel.metadata.tables[table].insert(), rows)


def _copy(connection: sa.Connection, table: str, rows: list[dict[str, Any]]) -> None:
    names = list(rows[0])
    cursor: psycopg.Cursor = connection.connection.cursor()  # pyright: ignore[reportAssignmentType]  # psycopg's own
    columns = sql.SQL(", ").join(map(sql.Identifier, names))
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), columns)
    with cursor.copy(statement) as copied:
        for row in rows:
            copied.write_row([row[name] for name in names])


def _settle(opened: sa.Engine) -> None:
    """What PostgreSQL does by itself soon after so many rows: vacuum, statistics.

    Rows that the store writes are numbered behind those of the bench.
    """
    if opened.dialect.name != "postgresql":
        return
    with opened.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for model in (Measurement, Review):
            sequence = sa.func.pg_get_serial_sequence(model.__tablename__, "id")
            connection.execute(sa.select(sa.func.setval(sequence, sa.func.max(col(model.id)))))
            connection.exec_driver_sql(f"VACUUM ANALYZE {model.__tablename__}")


def _reports(session: Session, count: int) -> Iterator[Report]:
    """Regions' corrections first, then countries, `count` in all and numbered."""
    highest = session.exec(select(sa.func.max(col(Measurement.id)))).one() or 0
    heads = _regional_heads(session)
    regional = heads[: int(count * REGIONAL_SHARE) // REGIONAL_REVISIONS]
    chains = [*map(_corrections, regional)]
    countries = _country_chains(_pairs(session), count - len(regional) * REGIONAL_REVISIONS)
    return islice(_numbered(highest, chains, countries), count)


def _numbered(
    highest: int, *sources: Iterator[list[Report]] | list[list[Report]]
) -> Iterator[Report]:
    """Every revision with its number, each naming the one before it in its slot."""
    number = highest
    for source in sources:
        for chain in source:
            for report in chain:
                number += 1
                key = {"id": number, "client_key": f"bench-{number}"}
                is_next = report.row["revision"] and "supersedes_id" not in report.row
                link = {"supersedes_id": number - 1} if is_next else {}
                yield Report({"supersedes_id": None} | report.row | key | link, report.approved)


def _pairs(session: Session) -> list[tuple[str, str]]:
    indicators = session.exec(
        select(Indicator.code)
        .where(Indicator.reported_by == "country", Indicator.roll_up == "units")
        .order_by(Indicator.code)
    )
    places = session.exec(select(Place.code).where(Place.kind == "country").order_by(Place.code))
    return list(product(indicators, places.all()))


def _country_chains(pairs: list[tuple[str, str]], count: int) -> Iterator[list[Report]]:
    """The slots in order of time, evenly spread over dates and pairs."""
    slots = int(count / ROWS_A_SLOT) + 1
    dates = _dates(max(MONTHS, -(-slots // len(pairs))))
    cells = len(dates) * len(pairs)
    for slot in range(slots):
        date, pair = divmod(slot * cells // slots, len(pairs))
        row = _row(pairs[pair], dates[date], value=float(slot % 3 > 0))
        revisions = 1 + (slot % 10 == 0) + (slot % 50 == 0)
        yield [
            Report(row | {"revision": revision}, approved=(slot // 10 + slot + revision) % 10 != 1)
            for revision in range(revisions)
        ]


def _dates(count: int) -> list[dt.date]:
    """Days spread evenly over the years, one a month as long as that is enough."""
    days = MONTHS * DAYS
    places = (number * days // count for number in range(count))
    return [
        dt.date(FIRST.year + place // DAYS // 12, place // DAYS % 12 + 1, place % DAYS + 1)
        for place in places
    ]


def _row(pair: tuple[str, str], date: dt.date, value: float) -> dict[str, Any]:
    indicator, place = pair
    return {
        "indicator_code": indicator,
        "place_code": place,
        "period_start": date,
        "period_end": date,
        "value": value,
        "numerator": None,
        "denominator": None,
        "level": None,
        "missing_reason": None,
        "qualifier": "exact",
        "source_title": "Invented for the bench",
        "source_link": "",
        "authority": None,
        "note": "",
        "reason": "",
        "reporter": "bench",
        "recorded_at": _noon(date),
    }


def _regional_heads(session: Session) -> list[Measurement]:
    """The newest revision of each slot that a region has."""
    regions = select(Place.code).where(Place.kind == "region")
    rows = session.exec(
        select(Measurement)
        .where(col(Measurement.place_code).in_(regions))
        .order_by(col(Measurement.id))
    ).all()
    superseded = {row.supersedes_id for row in rows}
    return [row for row in rows if row.id not in superseded]


def _corrections(head: Measurement) -> list[Report]:
    """The same figure reported again; the last correction still waits for approval."""
    row = head.model_dump(exclude={"id", "client_key", "supersedes_id", "revision"})
    row |= {"reason": "Typing mistake", "reporter": "bench"}
    first = {"revision": head.revision + 1, "supersedes_id": head.id}
    return [
        Report(row | first, approved=True),
        Report(row | {"revision": head.revision + 2}, approved=False),
    ]


def _noon(date: dt.date) -> dt.datetime:
    return dt.datetime.combine(date, dt.time(12), dt.UTC)
