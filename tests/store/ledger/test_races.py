"""Two people writing at the same moment: one wins, the other is told, nothing is half written."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.figures import actions, approved
from store.ground.errors import ConflictError
from store.ledger import audit
from store.ledger.knowledge import Until
from store.models import AuditEntry, Measurement, Review
from store.rights.rights import program
from tests.store.writing import ANA, BO, MONDAY, PERIOD_END, TUESDAY, draft, publish

Write = Callable[[Session], object]


def at_once(engine: sa.Engine, first: Write, second: Write) -> Future[object]:
    """Let the first write, the second try in a thread of its own, then the first commit."""
    started = threading.Event()

    def write_second() -> object:
        started.set()
        with Session(engine) as session, session.begin():
            return second(session)

    with ThreadPoolExecutor(1) as pool:
        with Session(engine) as session, session.begin():
            first(session)
            session.flush()
            late = pool.submit(write_second)
            started.wait()
            wait_until_stopped(engine, late)
        return late


def wait_until_stopped(engine: sa.Engine, late: Future[object]) -> None:
    """Return once the second waits for the first; SQLite does not even let it begin."""
    query = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            while not late.done() and connection.exec_driver_sql(query).scalar_one() == 0:
                pass


def slot(engine: sa.Engine) -> list[tuple[int, float | None]]:
    """Revision and value of every row in the slot both write into."""
    with Session(engine) as session:
        return list(
            session.exec(
                select(Measurement.revision, Measurement.value)
                .where(Measurement.indicator_code == "D4-signed")
                .where(Measurement.period_end == PERIOD_END)
                .order_by(col(Measurement.revision))
            )
        )


def audited(engine: sa.Engine, action: str, after: int) -> int:
    """How many entries of this action came after an entry."""
    with Session(engine) as session:
        entries = select(AuditEntry).where(AuditEntry.action == action, col(AuditEntry.id) > after)
        return len(session.exec(entries).all())


def latest(engine: sa.Engine) -> int:
    """The highest audit entry."""
    with Session(engine) as session:
        return audit.latest_id(session)


def test_of_two_figures_for_one_slot_one_wins_and_the_other_is_told(filled: sa.Engine) -> None:
    before = latest(filled)
    late = at_once(
        filled,
        lambda session: actions.report(session, ANA, draft(value=5)),
        lambda session: actions.report(session, BO, draft(value=7)),
    )
    with pytest.raises(ConflictError, match="Load the page again and compare"):
        late.result()
    assert slot(filled) == [(0, 5)]
    assert audited(filled, "report", before) == 1


def test_a_form_that_shows_an_older_figure_is_told(filled: sa.Engine) -> None:
    with Session(filled) as session, session.begin():
        first = actions.report(session, ANA, draft(value=5)).id
    with Session(filled) as session, session.begin():
        actions.report(session, ANA, draft(value=6, corrects=first))
    with Session(filled) as session, pytest.raises(ConflictError, match="compare"):
        actions.report(session, BO, draft(value=7, corrects=first))
    assert slot(filled) == [(0, 5), (1, 6)]


def test_of_two_approvals_one_wins_and_the_other_is_told(filled: sa.Engine) -> None:
    with Session(filled) as session, session.begin():
        key = actions.report(session, ANA, draft(value=5)).id
    before = latest(filled)

    def approve(session: Session) -> Review:
        return actions.approve(session, BO, session.get_one(Measurement, key), MONDAY)

    late = at_once(filled, approve, approve)

    with pytest.raises(ConflictError):
        late.result()
    assert audited(filled, "approve", before) == 1


def test_the_same_form_sent_twice_at_once_is_stored_once(filled: sa.Engine) -> None:
    form = draft(value=5)
    late = at_once(
        filled,
        lambda session: actions.report(session, ANA, form).revision,
        lambda session: actions.report(session, ANA, form).revision,
    )
    assert late.exception() is None or isinstance(late.exception(), ConflictError)
    assert slot(filled) == [(0, 5)]


def test_writers_of_different_figures_all_get_through(filled: sa.Engine) -> None:
    before = latest(filled)

    def write(day: int) -> None:
        date = f"2025-01-{day:02}"
        with Session(filled) as session, session.begin():
            form = draft(value=day, period_start=date, period_end=date)
            actions.report(session, program(f"Writer {day}"), form)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(1, 25)))

    assert audited(filled, "report", before) == 24


def test_entries_are_numbered_in_the_order_they_were_committed(filled: sa.Engine) -> None:
    # A reader asks for "newer than the last I saw": an entry numbered earlier and committed
    # later would never be seen.
    late = at_once(
        filled,
        lambda session: actions.report(session, ANA, draft(value=5)),
        lambda session: actions.report(
            session, BO, draft(value=5, period_start="2025-06-30", period_end="2025-06-30")
        ),
    )
    late.result()
    with Session(filled) as session:
        newest = session.exec(select(AuditEntry.actor).order_by(col(AuditEntry.id).desc())).first()
    assert newest == "Bo"


def test_a_reader_who_asks_twice_gets_one_state_of_the_store(filled: sa.Engine) -> None:
    with Session(filled.connect().execution_options(readonly=True)) as reader:
        tuesday = Until.day(TUESDAY)
        before = approved.all_readings(reader, tuesday), audit.latest_id(reader)
        publish(filled, MONDAY)
        assert (
            approved.all_readings(reader, tuesday),
            audit.latest_id(reader),
        ) == before
