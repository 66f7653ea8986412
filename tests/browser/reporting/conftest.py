"""A server with sign-in and two identity providers, on a store with people in it."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import serve
from tests.browser.reader import visit, window
from tests.browser.reporting.provider import Provider, providing, secrets_file
from tests.browser.reporting.signed_in import LAND, SOIL, Browse, enter_people


@pytest.fixture(scope="session")
def signed_store(real_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with people in it, which the tests write to: each has slots of its own."""
    path = tmp_path_factory.mktemp("signed") / "store.db"
    shutil.copyfile(real_store, path)
    enter_people(path)
    return path


@pytest.fixture(scope="session")
def providers() -> Iterator[dict[str, Provider]]:
    """Two identity providers, by their names."""
    with providing(SOIL) as soil, providing(LAND) as land:
        yield {"Soil": soil, "Land": land}


@pytest.fixture(scope="session")
def address(signed_store: Path, providers: dict[str, Provider]) -> Iterator[str]:
    """A server with sign-in, at one or the other provider."""
    secrets = partial(secrets_file, providers)
    log = signed_store.with_suffix(".log")
    with serve.serving(f"sqlite:///{signed_store}", log, secrets) as served:
        yield served


@pytest.fixture
def browse(browser: Browser, address: str) -> Iterator[Browse]:
    """Open a page in a new browser; nothing may go wrong in any of them."""
    problems: list[str] = []
    with ExitStack() as windows:

        def open_page(path: str) -> Page:
            page = windows.enter_context(window(browser, 1440, "light", problems))
            visit(page, address + path)
            return page

        yield open_page
    assert problems == []
