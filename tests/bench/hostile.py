"""What a reader's click takes while somebody uploads hostile sheets to the page Import."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from statistics import median, quantiles

import httpx

from tests.bench import client, report
from tests.bench.client import Client
from tests.bench.contestants import demonstrating
from tests.bench.servers import Server
from tests.store.uploads.bombs import BOMBS

QUIET_CLICKS = 60
TIMES = 2  # the most a click may take of its time without the upload
LONGEST = 300  # seconds for all files
NOTES = """
Demonstration store. A reader changes the plan on the Overview, again as soon as it was drawn, while
another session brings one file after the other; both are clients without a browser. “reading” is
the time from the upload to the answer on the page.
"""


@dataclass(frozen=True, slots=True)
class Import:
    """A file that was brought: how long it took in seconds, and the reader's clicks meanwhile."""

    name: str
    seconds: float
    clicks: list[float]


def run() -> str:
    """Serve a store, bring every file, and return the table."""
    with demonstrating() as server:
        return _measure(server)


def _measure(server: Server) -> str:
    reader, importer = client.opened(server), client.opened(server, "import")
    _click_while(reader, lambda: None, 6)
    quiet = _click_while(reader, lambda: None, QUIET_CLICKS)
    found = [_bring(server, reader, importer, name) for name in BOMBS]
    every = [click for one in found for click in one.clicks]
    rows = [["while", "reading s", "clicks", "p50 ms", "p95 ms", "most ms"]]
    rows += [_row("nothing else", None, quiet)]
    rows += [_row(one.name, one.seconds, one.clicks) for one in found]
    rows += [_row("all of them", None, every)]
    wanted = [
        report.Target("a click, median", median(every), TIMES * median(quiet), "ms"),
        report.Target("a click, p95", _slow(every), TIMES * _slow(quiet), "ms"),
    ]
    return f"{report.table(rows)}\n{NOTES}\n{report.targets(wanted)}"


def _row(name: str, seconds: float | None, clicks: list[float]) -> list[str]:
    spent = "" if seconds is None else report.plain(seconds)
    slow = _slow(clicks) if len(clicks) > 1 else float("nan")
    figures = (report.plain(one) for one in (median(clicks), slow, max(clicks)))
    return [name, spent, str(len(clicks)), *figures]


def _slow(clicks: list[float]) -> float:
    return quantiles(clicks, n=20)[-1]


def _bring(server: Server, reader: Client, importer: Client, name: str) -> Import:
    content = BOMBS[name][0]()
    begin = time.perf_counter()
    ended: list[float] = []

    def bring() -> None:
        with httpx.Client(base_url=server.address) as browser:
            importer.upload(browser, "bomb.xlsx", content)
        ended.append(time.perf_counter() - begin)

    clicks = _click_while(reader, bring, 1)
    return Import(name, ended[0], clicks)


def _click_while(reader: Client, work: Callable[[], None], least: int) -> list[float]:
    """The reader's clicks, in milliseconds, until the work is done, and at least some."""
    with ThreadPoolExecutor(1) as beside:
        running = beside.submit(work)
        clicks: list[float] = []
        while not running.done() or len(clicks) < least:
            clicks.append(client.switch_plan(reader, ("2020", "2022")[len(clicks) % 2]))
        running.result(LONGEST)
        return clicks
