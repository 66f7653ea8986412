"""One browser and two servers, on the real and on the invented store, for all browser tests."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser import serve
from tests.browser.reader import Theme, keep_open, launch, new_context, new_page, visit, window
from tests.browser.wait import PATIENCE

PageAt = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


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
def readers(browser: Browser, real_server: str) -> Callable[[int, Theme], BrowserContext]:
    """One reader for each width and theme, who has been here before."""

    @cache
    def reader(width: int, theme: Theme) -> BrowserContext:
        context = new_context(browser, width, theme)
        keep_open(context, real_server)
        return context

    return reader


@pytest.fixture
def page_at(
    browser: Browser,
    readers: Callable[[int, Theme], BrowserContext],
    servers: dict[str, str],
) -> Iterator[PageAt]:
    """Open pages, in a new browser or one that has been here before; none may complain."""
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
                page = opened.enter_context(closing(new_page(readers(width, theme), problems)))
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
