"""The site of the shipped store and of the invented one, published once for all tests."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from components.site import publish
from components.site.builds import Build
from tests import stores
from tests.components.site.serving import serving

BUILT_AT = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
Publish = Callable[..., Build]


@pytest.fixture(scope="session")
def real_site(real_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the site of the shipped data, whose charts other tests find drawn."""
    folder = tmp_path_factory.mktemp("site") / "real"
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("DATABASE_URL", f"sqlite:///{real_store}")
        publish.run(folder)
    return folder


@pytest.fixture(scope="session")
def demo_site(demo_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the site of invented figures, made as a user makes it."""
    folder = tmp_path_factory.mktemp("site") / "demo"
    done = stores.run("publish", str(folder), database_url=f"sqlite:///{demo_store}")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return folder


@pytest.fixture(scope="session", params=["real", "demo"])
def site(request: pytest.FixtureRequest) -> Path:
    """One site after the other."""
    return request.getfixturevalue(f"{request.param}_site")


@pytest.fixture(scope="session")
def demo_address(demo_site: Path) -> Iterator[str]:
    """Where the site of invented figures is served."""
    with serving(demo_site) as address:
        yield address


@pytest.fixture(scope="session")
def real_address(real_site: Path) -> Iterator[str]:
    """Where the site of the shipped data is served."""
    with serving(real_site) as address:
        yield address


@pytest.fixture
def store(tmp_path: Path, real_store: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a store of the test's own with the shipped data, which commands use."""
    copy = shutil.copyfile(real_store, tmp_path / "store.db")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{copy}")
    return f"sqlite:///{copy}"


@pytest.fixture
def publish_to(store: str) -> Publish:  # noqa: ARG001  # the store that is published
    """Publish the test's own store at an instant that never changes."""

    def run(folder: Path, as_of: str | None = None, plan: str | None = None) -> Build:
        day = dt.date.fromisoformat(as_of) if as_of else None
        return publish.run(folder, day, plan, BUILT_AT)

    return run
