"""The language is the reader's: two readers of one process read different ones."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests import french as second
from tests.pages.words import words


@pytest.fixture
def french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second language beside English."""
    second.add(tmp_path, monkeypatch)


@pytest.mark.usefixtures("french")
def test_two_readers_of_one_process_read_different_languages(
    open_app: Callable[..., AppTest],
) -> None:
    def read(**address: str) -> str:
        app = open_app("real", **address)
        return words(app.switch_page("pages/review/gaps.py").run())

    assert "Écarts" in read(lang="fr")
    assert "Écarts" not in read()
    assert "Target gaps" in read()
    assert "“lang=de” in the address is unknown. It can be en, fr." in words(
        open_app("real", lang="de")
    )


@pytest.mark.usefixtures("french")
def test_a_reader_keeps_the_language_and_the_address_names_it(
    open_app: Callable[..., AppTest],
) -> None:
    app = open_app("real", lang="fr").switch_page("pages/review/gaps.py").run()
    assert app.query_params["lang"] == "fr"
    app.run()
    assert "Écarts" in words(app)
