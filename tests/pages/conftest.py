"""The whole app without a browser, on either store; caches stay warm, as on a server."""

import shutil
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from store.models import RoleKind
from store.rights.rights import Grant
from tests.menu import PAGES, ROOT
from tests.pages.acting import ISSUER, Open, add, writing
from tests.pages.entering import SLOT, OpenForm

OpenApp = Callable[..., AppTest]
SCRIPTS = {listed.name: listed.script for listed in PAGES}
ROLES = {"Sofia": Grant(RoleKind.SECRETARIAT), "Sam": Grant(RoleKind.STC_MEMBER)}
FIRST = SCRIPTS["activities"]  # it asks the store for next to nothing
PATIENCE = 60  # seconds for one run


@pytest.fixture(autouse=True)
def local_writing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opens a page without sign-in may write, as `make run` has it."""
    monkeypatch.setenv("LOCAL_WRITING", "yes")


@pytest.fixture
def open_app(real_store: Path, demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> OpenApp:
    """Open the Overview of a store with address parameters; today where none says otherwise."""
    places = {"real": real_store, "demo": demo_store}

    def open_overview(store: str = "real", **parameters: str) -> AppTest:
        monkeypatch.setenv("DATABASE_URL", f"sqlite:///{places[store]}")
        app = AppTest.from_file(ROOT / "app.py", default_timeout=PATIENCE)
        for name, value in parameters.items():
            app.query_params[name] = value
        return app.run()

    return open_overview


@pytest.fixture
def open_page(tmp_path: Path, real_store: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open a page as the Secretariat, the STC or a visitor, on a store of the test's own.

    `folds` are the keys of those that the reader opens.
    """
    return _signed_in(shutil.copyfile(real_store, tmp_path / "store.db"), monkeypatch)


@pytest.fixture
def open_demo_page(tmp_path: Path, demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """The same on a store of invented figures."""
    return _signed_in(shutil.copyfile(demo_store, tmp_path / "demo.db"), monkeypatch)


def _signed_in(store: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{store}")
    with writing() as session:
        for name, grant in ROLES.items():
            add(session, name, grant)

    def open_as(
        name: str,
        page: str = "overview",
        hours_ago: float = 0,
        folds: str = "",
        **parameters: str,
    ) -> AppTest:
        app = AppTest.from_file(ROOT / "app.py", default_timeout=PATIENCE)
        app.user = {
            "is_logged_in": True,
            "iss": ISSUER,
            "sub": name,
            "name": name,
            "iat": time.time() - hours_ago * 3600,
        }
        if Path(SCRIPTS[page]).stem != page:  # found by its file once the app was told of its pages
            app.switch_page(FIRST).run()
        for parameter, value in parameters.items():
            app.query_params[parameter] = value
        for fold in folds.split():
            app.session_state[fold] = True
        return (app if page == "overview" else app.switch_page(SCRIPTS[page])).run()

    return open_as


@pytest.fixture
def open_form(open_page: Open) -> OpenForm:
    """Open the form of agreements signed by the end of 2025, in a window of its own."""
    return partial(open_page, "Sofia", "report", **SLOT)
