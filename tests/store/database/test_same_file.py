"""A store's file replaced, or removed, under the running program."""

import shutil
import stat
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.database import engine, migrate
from store.figures import actions
from store.ground.errors import UnusableStoreError
from tests.store.writing import ANA, TUESDAY, counts, draft, publish


@pytest.fixture
def running(filled_sqlite_url: str) -> sa.Engine:
    """The store as a program has it open that has read and written."""
    opened = engine.connect(filled_sqlite_url)
    publish(opened, TUESDAY, value=5)
    return opened


def path_of(opened: sa.Engine) -> Path:
    return Path(str(opened.url.database))


def replace(opened: sa.Engine, real_store: Path) -> None:
    """Put another store in its place, as somebody restoring a backup by hand would."""
    path = path_of(opened)
    other = shutil.copyfile(real_store, path.with_name("other.db"))
    other.replace(path)


def test_what_is_written_after_a_replacement_lies_in_the_new_file(
    running: sa.Engine, real_store: Path, filled_sqlite_url: str
) -> None:
    replace(running, real_store)
    publish(running, TUESDAY, value=6)
    other = engine.connect(filled_sqlite_url)
    assert counts(other) == counts(running)
    running.dispose()
    other.dispose()


def test_a_replaced_store_is_another_store(
    running: sa.Engine, real_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What pages keep of one is not shown of the other, however alike their entries are counted."""
    monkeypatch.setenv("DATABASE_URL", running.url.render_as_string())
    before = engine.state()
    replace(running, real_store)
    assert engine.state() != before
    running.dispose()


def test_a_write_under_way_is_refused_and_nowhere(running: sa.Engine, real_store: Path) -> None:
    with Session(running) as session:
        actions.report(session, ANA, draft(value=7, place_code="KEN"))
        replace(running, real_store)
        with pytest.raises(UnusableStoreError, match="replaced in the meantime; nothing was saved"):
            session.commit()
    real = engine.connect(f"sqlite:///{real_store}")
    assert counts(running) == counts(real)
    running.dispose()
    real.dispose()


def test_a_write_into_a_removed_file_is_refused(running: sa.Engine) -> None:
    with Session(running) as session:
        actions.report(session, ANA, draft(value=7, place_code="KEN"))
        path_of(running).unlink()
        with pytest.raises(UnusableStoreError, match="replaced in the meantime; nothing was saved"):
            session.commit()
    with pytest.raises(UnusableStoreError, match="The store’s file is gone"):
        counts(running)
    running.dispose()


def test_a_store_is_its_owners_alone(tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    old.touch(mode=0o644)
    opened = migrate.upgrade(f"sqlite:///{old}")
    with opened.connect():  # the journal beside it is there
        modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {0o600}
    opened.dispose()
