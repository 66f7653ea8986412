"""Components without a page around them, on the shipped data."""

from pathlib import Path

import pytest

from components.reader import cache


@pytest.fixture
def real_names(real_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the components read the store with the shipped data, as for the names of places."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{real_store}")
    cache.begin_run()
