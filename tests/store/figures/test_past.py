"""Whatever stands in the ledger, a day shows what a look at every row of it finds."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as some
from sqlmodel import Session, col, select

from store.figures import approved
from store.figures.reading import Slice
from store.ledger import derived
from store.ledger.knowledge import Until
from store.models import Measurement, Review, Verdict
from store.reporting import waiting
from tests.store.writing import BO, draft

CODE, PLACES = "D4-signed", ("BEN", "KEN", "R-AFR")
FIRST = dt.date(2023, 12, 28)
DAYS = some.integers(0, 9).map(lambda number: FIRST + dt.timedelta(number))
INSTANTS = DAYS.map(lambda day: dt.datetime.combine(day, dt.time(12), dt.UTC))
UNTIL = some.builds(Until, DAYS, some.one_of(some.none(), INSTANTS))


@dataclass(frozen=True)
class Step:
    """One step of a review: nothing keeps its day behind the period's end."""

    verdict: Verdict
    known_on: dt.date
    recorded_at: dt.datetime


@dataclass(frozen=True)
class Entry:
    """A revision of a slot, and how it was reviewed."""

    content: dict[str, Any]
    steps: list[Step]


@dataclass(frozen=True)
class Chain:
    """All revisions of a slot, the oldest first."""

    place: str
    period: tuple[dt.date, dt.date]
    entries: list[Entry] = field(hash=False)


CONTENTS = some.sampled_from([{"value": 1.0}, {"value": 0.0}, {"missing_reason": "None was kept"}])
RETURNED, APPROVED = (
    some.lists(some.builds(Step, some.just(verdict), DAYS, INSTANTS), max_size=1)
    for verdict in (Verdict.RETURNED, Verdict.APPROVED)
)
STEPS = some.tuples(RETURNED, APPROVED).map(lambda pair: [*pair[0], *pair[1]])
ENTRIES = some.builds(Entry, CONTENTS, STEPS)
PERIODS = some.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair)))
CHAINS = some.lists(
    some.builds(
        Chain, some.sampled_from(PLACES), PERIODS, some.lists(ENTRIES, min_size=1, max_size=3)
    ),
    unique_by=lambda chain: (chain.place, chain.period),
    max_size=6,
)


@contextmanager
def written(engine: sa.Engine, chains: list[Chain]) -> Iterator[Session]:
    """The store with these rows, which are in it until the end."""
    with Session(engine) as session:
        for place, (start, end), entries in ((c.place, c.period, c.entries) for c in chains):
            head = None
            for revision, entry in enumerate(entries):
                form = draft(place_code=place, period_start=start, period_end=end, **entry.content)
                row = Measurement(
                    **form.model_dump(exclude={"corrects"}),
                    client_key=f"{place} {start} {end} {revision}",
                    revision=revision,
                    supersedes_id=head,
                    recorded_at=dt.datetime.combine(FIRST, dt.time(), dt.UTC),
                )
                session.add(row)
                session.flush()
                head = row.id
                for number, step in enumerate(entry.steps, 1):
                    review = {"measurement_id": head, "step": number, "reviewer": "Bo"}
                    session.add(Review(**review, **vars(step)))
        session.flush()
        yield session


def counted(session: Session, until: Until) -> list[Measurement]:
    """What counts, from a look at every row: the last revision of each slot approved by then."""
    rows = session.exec(
        select(Measurement, Review).join(Review, col(Review.measurement_id) == col(Measurement.id))
    )
    newest: dict[object, Measurement] = {}
    for row, review in sorted(rows, key=lambda pair: pair[0].revision):
        is_known = until.includes(review.known_on, review.recorded_at)
        if review.verdict == Verdict.APPROVED and is_known:
            newest[row.slot] = row
    return sorted(newest.values(), key=lambda row: (row.period_end, row.period_start, row.id or 0))


@settings(max_examples=30, deadline=None)
@given(chains=CHAINS, until=UNTIL, ended_by=DAYS)
def test_a_day_shows_what_a_look_at_every_row_finds(
    shared: sa.Engine, chains: list[Chain], until: Until, ended_by: dt.date
) -> None:
    with written(shared, chains) as session:
        everything = counted(session, until)
        ours = [row for row in everything if row.indicator_code == CODE]
        countries = [row for row in ours if row.place_code in PLACES[:2]]
        early = [row for row in countries if row.period_end <= ended_by]

        all_of_it = {one.id for one in approved.all_readings(session, until)}
        assert all_of_it == {row.id for row in everything}
        first = approved.numbered(session, until, Slice(0, 0, len(everything) + 1))
        assert {one.id for one in first} == all_of_it

        assert numbers(approved.newest_words(session, CODE, until)) == last(countries)
        assert numbers(approved.newest_figures(session, CODE, until)) == last_figure(countries)
        found = approved.newest_figures(session, CODE, until, ended_by)
        assert numbers(found) == last_figure(early)
        listed = approved.newest_periods(session, CODE, until)
        assert {one.id for one in listed} == {row.id for row in countries}
        years = {row.period_end.year for row in countries if row.missing_reason is None}
        assert approved.country_years(session, CODE, until) == sorted(years)


@settings(max_examples=30, deadline=None)
@given(chains=CHAINS)
def test_what_waits_heads_its_slot_and_nobody_reviewed_it(
    shared: sa.Engine, chains: list[Chain]
) -> None:
    with written(shared, chains) as session:
        reviewed = {*session.exec(select(Review.measurement_id))}
        rows = session.exec(select(Measurement).order_by(col(Measurement.id))).all()
        superseded = {row.supersedes_id for row in rows}
        expected = [row.id for row in rows if row.id not in superseded | reviewed]
        assert waiting.numbers(session, BO) == expected
        assert waiting.count_all(session) == len(expected)


def test_what_the_database_noted_is_made_anew_where_a_trigger_was_missing(
    shared: sa.Engine,
) -> None:
    early = Step(Verdict.APPROVED, FIRST, dt.datetime.combine(FIRST, dt.time(12), dt.UTC))
    period = (FIRST, FIRST + dt.timedelta(1))
    chain = Chain("KEN", period, [Entry({"value": 1.0}, [early]), Entry({"value": 0.0}, [])])
    with written(shared, [chain]) as session:
        connection = session.connection()
        before = noted(connection)
        assert [len(rows) for rows in before] == [1, 1]
        on = " ON review" if connection.dialect.name == "postgresql" else ""
        connection.exec_driver_sql(f"DROP TRIGGER review_is_noted{on}")
        connection.execute(sa.insert(derived.WAITING).values(measurement_id=10**9))
        assert derived.missing(connection) == ["review_is_noted"]
        derived.install(connection)
        assert derived.missing(connection) == []
        assert noted(connection) == before


def noted(connection: sa.Connection) -> list[set[tuple[object, ...]]]:
    """The rows of the tables that the triggers fill."""
    tables = derived.METADATA.sorted_tables
    return [{tuple(row) for row in connection.execute(sa.select(table))} for table in tables]


def numbers(readings: list[approved.Reading]) -> dict[str, int]:
    """The number of each country's figure."""
    assert len({one.place_code for one in readings}) == len(readings)
    return {one.place_code: one.id for one in readings}


def last(rows: list[Measurement]) -> dict[str, int | None]:
    """The number of each country's last row."""
    return {row.place_code: row.id for row in rows}


def last_figure(rows: list[Measurement]) -> dict[str, int | None]:
    """The number of each country's last figure; of its last row where there is no figure."""
    return last(rows) | last([row for row in rows if row.missing_reason is None])
