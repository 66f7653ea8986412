"""Two servers, on the real and the invented store, and readers' tabs, for all browser tests."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import serve
from tests.browser.reader import (
    HEIGHT,
    THEMES,
    WIDTHS,
    Theme,
    new_context,
    new_page,
    visit,
    window,
)

PageAt = Callable[..., Page]
Tab = tuple[Page, list[str]]  # with what goes wrong in it


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


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Tab:
    """A reader's tab, which test after test leads somewhere else: it compiles the app once."""
    problems: list[str] = []
    return new_page(new_context(browser, WIDTHS[0], THEMES[0]), problems), problems


@pytest.fixture
def page_at(browser: Browser, tab: Tab, servers: dict[str, str]) -> Iterator[PageAt]:
    """Open pages, in a new browser or in the tab that was elsewhere before; none may complain."""
    problems: list[str] = []
    with ExitStack() as opened:

        def open_page(
            path: str,
            width: int = 1440,
            theme: Theme = "light",
            store: str = "real",
            *,
            anew: bool = False,
        ) -> Page:
            if anew:
                page = opened.enter_context(window(browser, width, theme, problems))
            else:
                page = tab[0]
                page.set_viewport_size({"width": width, "height": HEIGHT})
                page.emulate_media(color_scheme=theme)
            visit(page, servers[store] + path)
            return page

        yield open_page
    page, noted = tab
    page.goto("about:blank")  # the server is rid of it, and what it said last is heard
    problems += noted
    noted.clear()
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
