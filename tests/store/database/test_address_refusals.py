"""An address that is no store of ours is refused with a sentence, and nothing is made there."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.database import engine, migrate, readiness
from store.demo import demo
from store.exchange import choices
from store.ground import clock
from tests.store.refusals import told


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        (
            "mysql://localhost/store",
            "The store works on sqlite:/// and postgresql+psycopg://, not on mysql.",
        ),
        (
            "data/local/dashboard.db",
            "DATABASE_URL is not a database address like sqlite:///data/local/dashboard.db.",
        ),
    ],
)
def test_an_address_of_no_store_is_refused(url: str, sentence: str) -> None:
    assert told(lambda: engine.connect(url)) == sentence


def test_a_folder_or_a_file_that_is_not_there_is_no_store(tmp_path: Path) -> None:
    said = told(lambda: migrate.upgrade(f"sqlite:///{tmp_path}"))
    assert said == f"{tmp_path} is a folder, not a store."
    absent = engine.connect(f"sqlite:///{tmp_path / 'absent.db'}")
    assert told(lambda: readiness.check(absent)) == (
        "There is no store yet. Run `python -m store init`."
    )
    assert list(tmp_path.iterdir()) == []


def test_a_store_of_other_tables_or_of_none_that_answers_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.touch()
    opened = engine.connect(f"sqlite:///{path}")
    assert told(lambda: readiness.check(opened)) == (
        "The store has other tables. Run `python -m store migrate`."
    )
    opened.dispose()
    path.write_bytes(b"no database at all" * 100)
    assert told(lambda: readiness.check(engine.connect(f"sqlite:///{path}"))) == (
        "The store cannot be reached."
    )


def test_a_demonstration_of_another_seed_is_left_as_it_was(demo_store: Path) -> None:
    opened = engine.connect(f"sqlite:///{demo_store}")
    with Session(opened) as session:
        assert told(lambda: demo.fill(session, 5, clock.today())) == (
            "This demonstration was invented from another seed than 5. Remove it, or give another"
            " DATABASE_URL."
        )


@pytest.mark.same_sql
def test_a_store_of_reported_figures_takes_no_invented_ones(filled: sa.Engine) -> None:
    with Session(filled) as session:
        assert told(lambda: demo.fill(session, 4, clock.today())) == (
            "This store holds reported figures; invented ones do not go into it. Give another"
            " DATABASE_URL."
        )


def test_a_day_without_knowledge_is_refused() -> None:
    today = clock.LAUNCH.replace(year=2026)
    assert told(lambda: choices.check_day(today.replace(year=2027), today)) == (
        "2027-12-01 lies after 2026-12-01: nothing is known of it yet."
    )
    assert told(lambda: choices.check_day(clock.LAUNCH.replace(year=2014), today)) == (
        "The Initiative was launched on 2015-12-01; nothing was known on 2014-12-01."
    )
    assert choices.check_day(clock.LAUNCH, today) == clock.LAUNCH
    assert choices.check_day(today, today) == today
