"""Two servers, on the real and the invented store, and readers' windows, for all browser tests."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import serve
from tests.browser.reader import Theme, Windows, visit

PageAt = Callable[..., Page]


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    """The windows of readers who look at no map."""
    return Windows(browser, maps="none")


@pytest.fixture(scope="session")
def windows_with_maps(browser: Browser) -> Windows:
    """The windows of readers who look at a page's first map, and point at what it shows."""
    return Windows(browser, maps="first")


@pytest.fixture(scope="session")
def real_server(real_store: Path) -> Iterator[str]:
    """The address of a server on the shipped data."""
    with serve.serving(f"sqlite:///{real_store}", real_store.with_suffix(".log")) as served:
        yield served


@pytest.fixture(scope="session")
def demo_server(demo_store: Path) -> Iterator[str]:
    """The address of a server on invented figures."""
    with serve.serving(f"sqlite:///{demo_store}", demo_store.with_suffix(".log")) as served:
        yield served


@pytest.fixture
def servers(real_server: str, demo_server: str) -> dict[str, str]:
    """Both servers by the name of their store."""
    return {"real": real_server, "demo": demo_server}


@pytest.fixture
def page_at(windows: Windows, servers: dict[str, str]) -> Iterator[PageAt]:
    """Open pages, each in a window of its own; none may complain."""
    problems: list[str] = []
    with ExitStack() as opened:

        def open_page(
            path: str, width: int = 1440, theme: Theme = "light", store: str = "real"
        ) -> Page:
            page = opened.enter_context(windows.open(width, theme, problems))
            visit(page, servers[store] + path)
            return page

        yield open_page
    assert problems == []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item):
    """Show the servers' last lines beside a failure."""
    report = yield
    for name in ("real_store", "demo_store", "signed_store"):
        store = getattr(item, "funcargs", {}).get(name)
        log = store.with_suffix(".log") if store is not None else None
        if report.failed and log is not None and log.is_file():
            report.sections.append((f"server on the {name}", serve.ending(log)))
    return report
