"""Pages over a poor link: a proxy slows everything, the websocket too, which a browser cannot."""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as NeverShownError

from tests.bench import report
from tests.bench.browser import launch
from tests.bench.contestants import demonstrating
from tests.processes import free_port

DOWN, UP = 1_600_000 / 8, 750_000 / 8  # bytes a second
ONE_WAY = 0.15  # seconds, half of what a question and its answer take
PATIENCE = 60_000  # milliseconds
TEXT, HEADING = "p.arrival, main h1", '[data-testid="stMain"] h1, main#main h1'
STAND_IN = "iframe.arrival"  # the light page, until the app is there
GAUGES, CHART = ".dial .figure", "svg.marks, .stVegaLiteChart canvas, .chart svg, .still svg"
PAGES = {
    "Overview": ("/", GAUGES),
    "objective": ("/objective?objective=A1", CHART),
    "light Overview": ("/site/", GAUGES),
    "light objective": ("/site/objective/A1.html", CHART),
}
NOTES = """
{down:.1f} Mbit/s down, {up:.2f} up, {round:.0f} ms there and back, an empty cache, seconds from the
navigation; the invented store. “First text” may be the word that the app is on its way; “drawn” is
the last gauge of the Overview and the first chart of an objective. kB are what came down the link
until then. “Light page” is the message in the page that stands in while the app is on its way.
"""


@dataclass
class Direction:
    """One way of the link, which all connections share."""

    rate: float
    free_at: float = 0.0
    carried: int = 0

    def arrival(self, size: int) -> float:
        """When so many bytes, sent now, will have come through."""
        self.free_at = max(self.free_at, time.monotonic()) + size / self.rate
        self.carried += size
        return self.free_at + ONE_WAY


@dataclass
class Link:
    """A poor link to a server on this machine."""

    port: int
    down: Direction = field(default_factory=lambda: Direction(DOWN))
    up: Direction = field(default_factory=lambda: Direction(UP))

    async def connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry one connection."""
        await asyncio.sleep(2 * ONE_WAY)  # until both ends have greeted each other
        there, back = await asyncio.open_connection("127.0.0.1", self.port)
        await asyncio.gather(_carry(reader, back, self.up), _carry(there, writer, self.down))


async def _carry(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, way: Direction
) -> None:
    under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

    async def deliver() -> None:
        while True:
            due, data = await under_way.get()
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            if not data:
                writer.close()
                return
            if not writer.is_closing():  # a reader who left takes nothing more
                writer.write(data)

    delivery = asyncio.create_task(deliver())
    try:
        while data := await reader.read(1460):
            under_way.put_nowait((way.arrival(len(data)), data))
    except ConnectionError:
        pass  # the other end is gone, as when a window is closed
    under_way.put_nowait((time.monotonic(), b""))
    await delivery


@contextmanager
def slowed(port: int) -> Iterator[tuple[str, Link]]:
    """The address of the server behind a poor link, and the link."""
    link, entrance, ready = Link(port), free_port(), threading.Event()
    loop = asyncio.new_event_loop()
    over = asyncio.Event()

    async def serve() -> None:
        async with await asyncio.start_server(link.connect, "127.0.0.1", entrance):
            ready.set()
            await over.wait()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    ready.wait()
    try:
        yield f"http://127.0.0.1:{entrance}", link
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join()
        loop.close()


def run() -> str:
    """Measure every page once; return the table."""
    with demonstrating() as server, sync_playwright() as playwright:
        browser = launch(playwright)
        for path, _drawn in PAGES.values():  # so that the server has drawn each before
            _visit(browser, server.address, path, HEADING)
        with slowed(server.port) as (address, link):
            rows = [_measured(browser, link, address, name) for name in PAGES]
        browser.close()
    notes = NOTES.format(down=DOWN * 8 / 1e6, up=UP * 8 / 1e6, round=2000 * ONE_WAY)
    heads = ["", "first text", "light page", "message", "drawn", "kB"]
    return f"{report.table([heads, *rows])}\n{notes}"


def _measured(browser: Browser, link: Link, address: str, name: str) -> list[str]:
    path, drawn = PAGES[name]
    before = link.down.carried
    is_app = not path.startswith("/site/")
    awaited = (TEXT, *((STAND_IN,) if is_app else ()), HEADING, drawn)
    times = [f"{one:.1f}" for one in _visit(browser, address, path, *awaited)]
    if not is_app:
        times.insert(1, "–")
    carried = (link.down.carried - before) / 1000
    return [name, *times, report.plain(carried)]


def _visit(browser: Browser, address: str, path: str, *shown: str) -> list[float]:
    """Seconds until each of these is shown, in the page or its stand-in; nan for what is not."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    page = context.new_page()
    begun = time.perf_counter()
    page.goto(address + path, wait_until="commit")
    found = [_shown(page, selector, begun) for selector in shown]
    context.close()
    return found


def _shown(page: Page, selector: str, begun: float) -> float:
    where = page.locator(selector)
    if selector == STAND_IN:
        where = page.frame_locator(selector).locator("h1")
    try:
        where.filter(visible=True).first.wait_for(timeout=PATIENCE)
    except NeverShownError:
        return float("nan")
    return time.perf_counter() - begun
