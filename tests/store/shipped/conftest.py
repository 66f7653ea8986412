"""A store that an earlier release filled, and one that today's was put on top of."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa

from store.database import engine, migrate
from tests import stores
from tests.store.shipped.releases import fill, first_release


@pytest.fixture(scope="session")
def first_store(all_workers: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite store that the first release filled, to copy from."""

    def make(url: str) -> None:
        made = migrate.upgrade(url)
        fill(made, first_release(tmp_path_factory.mktemp("release")))
        made.dispose()

    return stores.made_once("first_release", all_workers, make)


@pytest.fixture(scope="session")
def upgraded_store(all_workers: Path, first_store: Path) -> Path:
    """The same with today's release on top, to copy from."""
    return stores.made_once("upgraded", all_workers, partial(_upgrade, first_store))


def _upgrade(first: Path, url: str) -> None:
    shutil.copyfile(first, url.removeprefix("sqlite:///"))
    made = migrate.upgrade(url)
    fill(made)
    made.dispose()


@pytest.fixture
def first(first_store: Path, tmp_path: Path) -> Iterator[sa.Engine]:
    """A store of the test's own that the first release filled."""
    yield from _copied(first_store, tmp_path)


@pytest.fixture
def upgraded(upgraded_store: Path, tmp_path: Path) -> Iterator[sa.Engine]:
    """A store of the test's own that the first release filled, and then today's."""
    yield from _copied(upgraded_store, tmp_path)


def _copied(store: Path, folder: Path) -> Iterator[sa.Engine]:
    opened = engine.connect(f"sqlite:///{shutil.copyfile(store, folder / 'store.db')}")
    yield opened
    opened.dispose()
