"""What a reader's browser sees of a contestant: times to everything drawn, and what was sent."""

import base64
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Playwright

from tests.bench.contestants import Contestant, View
from tests.browser import reader
from tests.browser.install import MISSING, find_chromium

DRAWN = (Path(__file__).parent / "drawn.js").read_text(encoding="utf-8")
PAUSE = 400  # milliseconds: what a page does after it is drawn is not the next click's
CLICKS = 8
# No page here needs WebGL. Where the tests' browser has it in software, all painting goes through
# it and costs more than the pages themselves.
# Readers' browsers optimise scripts, too, which the tests' does not.
NEEDLESS = (
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
    "--js-flags=",
)
FLAGS = [*(flag for flag in reader.FLAGS if not flag.startswith(NEEDLESS)), "--disable-gpu"]


@dataclass(frozen=True, slots=True)
class Sent:
    """Bytes and requests of a first load; websocket frames as their payload."""

    http_kb: float
    socket_kb: float
    requests: int

    @property
    def kb(self) -> float:
        """All of it."""
        return self.http_kb + self.socket_kb


@dataclass(frozen=True, slots=True)
class Visit:
    """One visitor's times in milliseconds: two loads, then clicks with the server's CPU of each."""

    cold: float
    warm: float
    clicks: tuple[float, ...]
    cpu_per_click: float


class ForeignRequestError(Exception):
    """A contestant asked another host: its figures would be about the network."""


def launch(playwright: Playwright) -> Browser:
    """Start the browser that the tests found, painting without a graphics card."""
    path = find_chromium()
    assert path, MISSING
    return playwright.chromium.launch(executable_path=path, args=FLAGS)


def visit(browser: Browser, contestant: Contestant, slower: float = 1) -> Visit:
    """Load with an empty cache, load again, then switch to and fro.

    The page has a processor so many times `slower`.
    """
    first, second = contestant.views
    with _window(browser, slower) as page:
        cold, warm = (load(page, contestant) for _ in range(2))
        for view, other in ((second, first), (first, second)):  # the first ones fill caches
            click(page, view, other)
        begin = contestant.server.cpu_ms()
        turns = [(second, first), (first, second)] * (CLICKS // 2)
        clicks = tuple(click(page, view, other) for view, other in turns)
        cpu = (contestant.server.cpu_ms() - begin) / len(clicks)
    return Visit(cold, warm, clicks, cpu)


def load(page: Page, contestant: Contestant) -> float:
    """Milliseconds from navigation to everything drawn."""
    page.goto(contestant.server.address, wait_until="commit")
    spent = page.evaluate("(marks) => bench.loaded(marks)", contestant.views[0].marks())
    page.wait_for_timeout(PAUSE)
    return spent


def click(page: Page, view: View, other: View) -> float:
    """Milliseconds from the click on a view's switch to that view drawn."""
    control = page.locator(".st-key-bar_view button")
    if control.count():  # ours, whose fields come when they are asked for
        control.click()
        page.wait_for_selector(".st-key-pick_links a")
        page.wait_for_timeout(PAUSE)
    page.evaluate("(marks) => bench.expectClick(marks)", view.marks(other))
    page.get_by_text(view.switch, exact=True).click()
    spent = page.evaluate("() => bench.clicked")
    page.wait_for_timeout(PAUSE)
    return spent


def first_load(browser: Browser, contestant: Contestant) -> Sent:
    """What a first visit is sent until everything is drawn and quiet.

    Errors: ForeignRequestError.
    """
    asked: list[str] = []
    http, frames = [0.0], [0.0]
    with _window(browser) as page:
        page.on("request", lambda request: asked.append(request.url))
        devtools = page.context.new_cdp_session(page)
        devtools.send("Network.enable")
        devtools.on("Network.loadingFinished", partial(_count, http, _sent))
        devtools.on("Network.webSocketFrameReceived", partial(_count, frames, _payload))
        load(page, contestant)
        page.wait_for_timeout(1000)
    asked = [url for url in asked if urlsplit(url).scheme in ("http", "https")]
    foreign = [url for url in asked if urlsplit(url).hostname != "127.0.0.1"]
    if foreign:
        raise ForeignRequestError(f"{contestant.name} asked {foreign[0]}")
    return Sent(http[0] / 1000, frames[0] / 1000, len(asked))


@contextmanager
def _window(browser: Browser, slower: float = 1) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    page = context.new_page()
    if slower > 1:
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.add_init_script(DRAWN)
    try:
        yield page
    finally:
        context.close()


def _count(total: list[float], size: Callable[[dict[str, Any]], float], event: Any) -> None:
    total[0] += size(event)


def _sent(event: dict[str, Any]) -> float:
    return max(event["encodedDataLength"], 0)


def _payload(event: dict[str, Any]) -> float:
    frame = event["response"]
    text = 1
    data: str = frame["payloadData"]
    return len(data.encode()) if frame["opcode"] == text else len(base64.b64decode(data))
