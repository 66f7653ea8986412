"""The API's own application, without the pages around it, on stores of the tests."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components import api
from store.database import engine


def client_of(url: str, base: str = "") -> Iterator[TestClient]:
    """A client of the API on the store at an address, served below the path `base`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", url)
        app = Starlette(routes=api.routes(base))
        with TestClient(app, raise_server_exceptions=False) as client:
            yield client


# One at a time: the store's address is the process's, and the last one to set it would be read.
@pytest.fixture
def real(real_store: Path) -> Iterator[TestClient]:
    """A client on the shipped data, which no test changes."""
    yield from client_of(f"sqlite:///{real_store}")


@pytest.fixture
def demo(demo_store: Path) -> Iterator[TestClient]:
    """A client on invented figures, which no test changes."""
    yield from client_of(f"sqlite:///{demo_store}")


@pytest.fixture
def opened(tmp_path: Path, real_store: Path) -> Iterator[sa.Engine]:
    """A store of the test's own with the shipped data."""
    copy = shutil.copyfile(real_store, tmp_path / "store.db")
    made = engine.connect(f"sqlite:///{copy}")
    yield made
    made.dispose()


@pytest.fixture
def own(opened: sa.Engine) -> Iterator[TestClient]:
    """A client on the store of the test's own."""
    yield from client_of(opened.url.render_as_string(hide_password=False))
