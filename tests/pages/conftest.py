"""The whole app without a browser, on either store; caches stay warm, as on a server."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.menu import ROOT

OpenApp = Callable[..., AppTest]
PATIENCE = 60  # seconds for one run


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
