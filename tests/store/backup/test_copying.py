"""A store moved to another engine: what was killed goes on, and what nobody else reviewed waits."""

import datetime as dt
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import event
from sqlmodel import Session, select

from store.backup.copying import copy_on
from store.database import engine, migrate, readiness
from store.figures import actions, approved
from store.ground.errors import UnusableStoreError
from store.ledger.knowledge import Until
from store.models import Measurement
from store.reporting import waiting
from store.rights.rights import LOCAL_USER
from tests import stores
from tests.store.writing import BO, PERIOD_END, TUESDAY, counts, draft, publish

TITLE = "Typed on the plane"


class KilledError(BaseException):
    """The end of the program, in the midst of a statement."""


@pytest.fixture
def source(filled_sqlite_url: str) -> sa.Engine:
    """A local copy: a figure that two people answer for, and one that its reporter approved."""
    opened = engine.connect(filled_sqlite_url)
    publish(opened, TUESDAY, value=4)
    with Session(opened) as session, session.begin():
        end = PERIOD_END.replace(year=PERIOD_END.year - 1)
        row = actions.report(
            session, LOCAL_USER, draft(source_title=TITLE, period_start=end, period_end=end)
        )
        actions.approve(session, LOCAL_USER, row, TUESDAY)
    return opened


def shown(store: sa.Engine) -> set[str]:
    """The sources of the figures that everybody reads."""
    with Session(store) as session:
        return {
            one.source_title
            for one in approved.approvals(session, Until.day(dt.date(2026, 12, 31)), 1000)
        }


def test_what_a_local_copy_approved_by_itself_waits_again(
    source: sa.Engine, postgres_url: str
) -> None:
    done = stores.call("copy", str(source.url), postgres_url, database_url=postgres_url)
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 figure that a local copy approved by itself waits for a review" in done.stdout
    target = engine.connect(postgres_url)
    assert shown(source) - shown(target) == {TITLE}
    assert shown(target) - shown(source) == set()
    with Session(target) as session, session.begin():
        assert waiting.count_all(session) == 1
        row = session.exec(select(Measurement).where(Measurement.source_title == TITLE)).one()
        actions.approve(session, BO, row, TUESDAY)
    assert shown(target) == shown(source)
    target.dispose()


def kill_at(store: sa.Engine, words: str) -> None:
    """Let whatever writes to the store end before the first statement with these words."""

    @event.listens_for(store, "before_cursor_execute")
    def end(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if words in statement:
            raise KilledError


@pytest.mark.parametrize("at", ["INSERT INTO measurement", "DROP TABLE"])
def test_a_copy_that_was_killed_goes_on(source: sa.Engine, tmp_path: Path, at: str) -> None:
    url = f"sqlite:///{tmp_path / 'target.db'}"
    doomed = migrate.upgrade(url)
    kill_at(doomed, at)
    with pytest.raises(KilledError):
        copy_on(source, doomed)
    doomed.dispose()
    target = engine.connect(url)
    held = counts(target)
    assert held["indicator"] == counts(source)["indicator"]  # what was copied is not done anew
    with pytest.raises(UnusableStoreError, match="A copy into this store was not finished"):
        readiness.check(target)

    copied = copy_on(source, target)
    readiness.check(target)
    assert copied.waiting == 1
    wanted = counts(source)
    wanted["review"] -= 1
    assert counts(target) == wanted
    target.dispose()


def test_only_the_same_store_goes_on(source: sa.Engine, demo_store: Path, tmp_path: Path) -> None:
    target = migrate.upgrade(f"sqlite:///{tmp_path / 'target.db'}")
    kill_at(target, "INSERT INTO measurement")
    with pytest.raises(KilledError):
        copy_on(source, target)
    other = engine.connect(f"sqlite:///{demo_store}")
    with pytest.raises(UnusableStoreError, match="unfinished copy of another store"):
        copy_on(other, target)
    other.dispose()
    target.dispose()


def test_a_copy_that_differs_stays_unfinished(source: sa.Engine, tmp_path: Path) -> None:
    target = migrate.upgrade(f"sqlite:///{tmp_path / 'target.db'}")
    with target.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER other AFTER INSERT ON setting"
            " BEGIN UPDATE setting SET value = 'invented'; END"
        )
    with pytest.raises(UnusableStoreError) as refused:
        copy_on(source, target)
    assert str(refused.value) == (
        "The copy is not like the original in setting:"
        " it was written to meanwhile. Copy into another, empty store."
    )
    with pytest.raises(UnusableStoreError, match="A copy into this store was not finished"):
        readiness.check(target)
    target.dispose()
