"""A server with sign-in and two identity providers, on a store with people in it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from functools import cache, partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser import serve
from tests.browser.reader import WIDTHS, keep_open, new_context, new_page, visit, window
from tests.browser.reporting.provider import Provider, providing, secrets_file
from tests.browser.reporting.signed_in import (
    LAND,
    SOIL,
    Browse,
    BrowseAs,
    enter_people,
    sign_in,
)


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


@pytest.fixture(scope="session")
def local_store(real_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the server without sign-in, which tests write to."""
    return shutil.copyfile(real_store, tmp_path_factory.mktemp("local") / "store.db")


@pytest.fixture(scope="session")
def local_copy(local_store: Path) -> Iterator[str]:
    """A server without sign-in: whoever sits at this machine may do everything."""
    log = local_store.with_suffix(".log")
    with serve.serving(f"sqlite:///{local_store}", log) as served:
        yield served


@pytest.fixture(scope="session")
def signed_in(browser: Browser, address: str) -> Callable[[str], BrowserContext]:
    """One browser a person, signed in once; one for all who only read and have no name."""

    @cache
    def sign_in_as(login: str) -> BrowserContext:
        context = new_context(browser, WIDTHS[0], "light")
        keep_open(context, address)
        with closing(context.new_page()) as page:
            visit(page, address)
            if login:
                sign_in(page, login)
        return context

    return sign_in_as


@pytest.fixture
def problems() -> Iterator[list[str]]:
    """What went wrong in any window: nothing may."""
    found: list[str] = []
    yield found
    assert found == []


@pytest.fixture
def browse(browser: Browser, address: str, problems: list[str]) -> Iterator[Browse]:
    """Open a page in a new browser."""
    with ExitStack() as windows:

        def open_page(path: str) -> Page:
            page = windows.enter_context(window(browser, WIDTHS[0], "light", problems))
            visit(page, address + path)
            return page

        yield open_page


@pytest.fixture
def browse_as(
    signed_in: Callable[[str], BrowserContext], address: str, problems: list[str]
) -> Iterator[BrowseAs]:
    """Open a page in the browser of somebody who signed in, or of a visitor."""
    with ExitStack() as tabs:

        def open_page(login: str, path: str) -> Page:
            page = tabs.enter_context(closing(new_page(signed_in(login), problems)))
            visit(page, address + path)
            return page

        yield open_page
