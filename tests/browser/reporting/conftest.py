"""A server with sign-in and two identity providers, on a store with people in it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import serve
from tests.browser.reader import WIDTHS, Windows, forget, visit
from tests.browser.reporting.provider import (
    Provider,
    login_token,
    providing,
    secrets_file,
)
from tests.browser.reporting.signed_in import (
    LAND,
    SOIL,
    Browse,
    BrowseAs,
    enter_people,
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
def cookies_of(browser: Browser, address: str) -> Callable[[str], list[Any]]:
    """What a browser keeps of somebody who signed in once; nothing of a visitor."""

    @cache
    def sign_in_as(login: str) -> list[Any]:
        if not login:
            return []
        with browser.new_context() as context:  # a window would show the app before and after
            asked = f"{address}/auth/login?provider={login_token('Soil')}"
            offered = context.request.get(asked)
            context.request.post(offered.url, form={"login": login})
            return context.cookies()

    return sign_in_as


@pytest.fixture
def problems() -> Iterator[list[str]]:
    """What went wrong in any window: nothing may."""
    found: list[str] = []
    yield found
    assert found == []


@pytest.fixture
def browse(browse_as: BrowseAs) -> Browse:
    """Open a page in the window of a visitor."""
    return partial(browse_as, "")


@pytest.fixture
def browse_as(
    windows: Windows, cookies_of: Callable[[str], list[Any]], address: str, problems: list[str]
) -> Iterator[BrowseAs]:
    """Open a page as somebody who signed in, or as a visitor.

    In a window of their own, or in one that nobody needs any more: each window learns the front
    end anew, and looks for news as long as it is open.
    """
    with ExitStack() as opened:

        def open_page(login: str, path: str, after: Page | None = None) -> Page:
            if after is None:
                page = opened.enter_context(windows.open(WIDTHS[0], "light", problems))
            else:
                page = after
                forget(page)
            page.context.add_cookies(cookies_of(login))
            visit(page, address + path)
            return page

        yield open_page


@pytest.fixture(scope="session")
def mortal(real_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[serve.Server]:
    """A server without sign-in on a store of its own: either may go away and come back."""
    store = shutil.copyfile(real_store, tmp_path_factory.mktemp("mortal") / "store.db")
    with serve.running(f"sqlite:///{store}", store.with_suffix(".log")) as server:
        yield server


@pytest.fixture
def unlucky_page(windows: Windows) -> Iterator[Page]:
    """A window that may complain: its server or its store goes away."""
    with windows.open(WIDTHS[0], "light", []) as page:
        yield page
