"""Real stores for every test, SQLite files and databases on a throw-away PostgreSQL; a browser."""

import gc
import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from logging.handlers import BufferingHandler
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, expect, sync_playwright
from sqlmodel import Session

from store.database import engine, migrate
from store.ground import isolation
from tests import fast, postgres, stores
from tests.browser.reader import launch
from tests.browser.wait import PATIENCE
from tests.chains import ServersTogether
from tests.once import (  # noqa: F401  # each serves every test
    charts_drawn_once,
    packages_looked_through_once,
    scripts_compiled_once,
    statements_compiled_once,
)
from tests.store.writing import counts

ENGINES = ("sqlite", "postgresql")
BETWEEN_COLLECTIONS = 50_000  # objects made; at Python's 700 a tenth of the time went there


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ServersTogether:
    """Hand out the tests."""
    return ServersTogether(config, log)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer what `make test-fast` runs."""
    parser.addoption(
        "--fast", action="store_true", help="without browser, PostgreSQL, whole sites and documents"
    )


def pytest_configure() -> None:
    """Look for garbage seldom; let a busy machine take its time over examples."""
    gc.set_threshold(BETWEEN_COLLECTIONS)
    settings.register_profile(
        "busy machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    settings.load_profile("busy machine")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what needs a store on each engine, or on one where both are asked the same."""
    if "engine_name" in metafunc.fixturenames:
        is_same = metafunc.definition.get_closest_marker("same_sql") is not None
        engines = ENGINES[:1] if is_same or metafunc.config.getoption("fast") else ENGINES
        metafunc.parametrize("engine_name", engines, scope="session")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is not fast where the fast tests are wanted."""
    if config.getoption("fast"):
        slow = [item for item in items if fast.leaves_out(item)]
        items[:] = [item for item in items if not fast.leaves_out(item)]
        config.hook.pytest_deselected(items=slow)


def pytest_collection_finish() -> None:
    """Let garbage be looked for among what the tests make, not among all that was imported."""
    gc.collect()
    gc.freeze()


def pytest_sessionfinish() -> None:
    """Look for garbage a last time; pytest would do so five times."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def everything_can_be_shown(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail where a page hid a bug behind a sentence with a reference."""
    handler = BufferingHandler(capacity=1000)
    isolation.LOG.addHandler(handler)
    yield
    isolation.LOG.removeHandler(handler)
    if request.node.get_closest_marker("odd_rows") is None:
        for record in handler.buffer:
            pytest.fail(logging.Formatter().format(record), pytrace=False)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    """A PostgreSQL of this test run's own."""
    try:
        with postgres.serve() as server:
            yield server
    except postgres.NoPostgresError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The address of a SQLite file that does not exist yet."""
    return f"sqlite:///{tmp_path / 'store.db'}"


@pytest.fixture
def postgres_url(postgres_server: postgres.Server) -> Iterator[str]:
    """The address of an empty PostgreSQL database."""
    with postgres_server.database() as url:
        yield url


@pytest.fixture
def store_url(request: pytest.FixtureRequest, engine_name: str) -> str:
    """The address of an empty database, once on each engine."""
    name = "sqlite_url" if engine_name == "sqlite" else "postgres_url"
    return request.getfixturevalue(name)


@pytest.fixture
def empty_session(store_url: str) -> Iterator[Session]:
    """A session on a freshly migrated store without a row."""
    made = migrate.upgrade(store_url)
    with Session(made) as opened:
        yield opened
    made.dispose()


@pytest.fixture(scope="session")
def all_workers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that this test run has in common, however many processes run it."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def real_store(all_workers: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite store with the shipped data, to copy from."""
    made = stores.made_once("init", all_workers, partial(stores.make, "init"))
    return shutil.copyfile(made, tmp_path_factory.mktemp("real") / "store.db")


@pytest.fixture(scope="session")
def demo_store(all_workers: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite store with invented figures, to copy from."""
    made = stores.made_once("demo", all_workers, partial(stores.make, "demo"))
    return shutil.copyfile(made, tmp_path_factory.mktemp("demo") / "store.db")


@pytest.fixture(scope="session")
def real_postgres(postgres_server: postgres.Server) -> Iterator[str]:
    """The name of a PostgreSQL database with the shipped data, to copy from."""
    with postgres_server.database() as url:
        stores.make("init", url)
        yield str(sa.make_url(url).database)


@pytest.fixture
def filled_sqlite_url(tmp_path: Path, real_store: Path) -> str:
    """The address of a SQLite store of the test's own with the shipped data."""
    copy = shutil.copyfile(real_store, tmp_path / "filled.db")
    return f"sqlite:///{copy}"


@pytest.fixture
def filled_postgres_url(postgres_server: postgres.Server, real_postgres: str) -> Iterator[str]:
    """The address of a PostgreSQL store of the test's own with the shipped data."""
    with postgres_server.database(template=real_postgres) as url:
        yield url


@pytest.fixture
def filled_url(request: pytest.FixtureRequest, engine_name: str) -> str:
    """The address of a store of the test's own with the shipped data, once on each engine."""
    name = "filled_sqlite_url" if engine_name == "sqlite" else "filled_postgres_url"
    return request.getfixturevalue(name)


@pytest.fixture
def filled(filled_url: str) -> Iterator[sa.Engine]:
    """A store of the test's own with the shipped data, once on each engine."""
    opened = engine.connect(filled_url)
    yield opened
    opened.dispose()


@pytest.fixture
def session(filled: sa.Engine) -> Iterator[Session]:
    """A session on a store of the test's own with the shipped data; no test commits it."""
    with Session(filled) as opened:
        yield opened


@pytest.fixture(scope="session")
def shared(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, engine_name: str
) -> Iterator[sa.Engine]:
    """A store with the shipped data, once on each engine, for tests that never commit."""
    with ExitStack() as stack:
        if engine_name == "sqlite":
            real = request.getfixturevalue("real_store")
            copy = shutil.copyfile(real, tmp_path_factory.mktemp("shared") / "store.db")
            url = f"sqlite:///{copy}"
        else:
            server = request.getfixturevalue("postgres_server")
            template = request.getfixturevalue("real_postgres")
            url = stack.enter_context(server.database(template=template))
        opened = engine.connect(url)
        before = counts(opened)
        yield opened
        assert counts(opened) == before, "a test wrote into the store that others share"
        opened.dispose()
