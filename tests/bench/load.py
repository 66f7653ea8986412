"""Many open pages on one process: readers who click, and pages that follow approvals."""

import asyncio
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Coroutine
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

from components.shell import live
from tests import postgres, stores
from tests.bench import news, report
from tests.bench.contestants import STREAMLIT, streamlit
from tests.bench.reader import Reader, opened
from tests.bench.servers import Server, serving
from tests.processes import free_port

CROWDS = (50, 100, 200, 250, 300)  # readers who click, one crowd after the other
PERIOD, SECONDS = 5.0, 25.0  # between two clicks of one reader; of one crowd
FOLLOWERS, FOLLOWED = 50, 60.0  # pages that nobody touches, and for how many seconds
PAGES = ("", "objective", "gaps", "regions", "region", "task-forces", "meeting")
SLOWEST_95, WANTED = 1_000, 250  # milliseconds; readers
NOTES = """
One process; real websocket sessions of visitors on the demonstration store, the client on the same
machine. Readers open the Overview and change the plan every {period:.0f} s; a wait counts from the
moment a click was meant to happen, so that a queue shows. Followers have {pages} pages open that
look for news every {look} s; every {period:.0f} s a figure is reported and one approved. A redraw
counts from the page's look to its last message. The processor is the server's share of one core.
"""


@dataclass(frozen=True, slots=True)
class Load:
    """What sessions at once met: milliseconds of each wait, and the server's share of a core."""

    kind: str
    sessions: int
    waits: list[float]
    processor: float

    def slower_than(self, percent: int) -> float:
        """The wait that `percent` of all do not exceed."""
        if len(self.waits) < 2:
            return float("nan")
        return quantiles(self.waits, n=100, method="inclusive")[percent - 1]


def run() -> str:
    """Measure crowds of growing size, then followers on both engines; return the tables."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as started:
        store = Path(folder) / "demo.db"
        stores.make("demo", f"sqlite:///{store}")
        crowds = _crowds(store)
        copy = shutil.copyfile(store, store.with_name("followed.db"))
        server = started.enter_context(postgres.serve())
        address = started.enter_context(server.database())
        stores.make("demo", address)
        followed = [
            _followed("SQLite", f"sqlite:///{copy}", Path(folder)),
            _followed("PostgreSQL", address, Path(folder)),
        ]
    notes = NOTES.format(period=PERIOD, pages=len(PAGES), look=live.SECONDS)
    held = max((one.sessions for one in crowds if one.slower_than(95) < SLOWEST_95), default=0)
    wanted = [
        report.Target("clicking readers short of 250 at p95 < 1 s", max(0, WANTED - held), 0, ""),
        *(
            report.Target(f"redraw p95 < 1 s, {one.kind}", one.slower_than(95), SLOWEST_95, "ms")
            for one in followed
        ),
    ]
    return "\n".join([report.table(_rows(crowds + followed)), notes, report.targets(wanted)])


def _crowds(store: Path) -> list[Load]:
    """Each size on a server of its own, until one no longer keeps up."""
    found: list[Load] = []
    for size in CROWDS:
        with _server(f"sqlite:///{store}", store.parent) as server:
            found.append(asyncio.run(_click(server, size)))
        if found[-1].slower_than(95) > 2 * SLOWEST_95:
            break
    return found


def _followed(engine: str, url: str, folder: Path) -> Load:
    waiting = news.report(url, int(FOLLOWED / PERIOD) + 1)
    with _server(url, folder) as server:
        return asyncio.run(_follow(server, engine, url, waiting))


def _server(url: str, folder: Path):
    port = free_port()
    command = [STREAMLIT, "run", "server.py"]
    return serving(command, port, streamlit(url, port), folder / "load.log")


async def _click(server: Server, size: int) -> Load:
    sys.stderr.write(f"{size} readers\n")
    readers = await opened(server, [""] * size)
    end = time.perf_counter() + SECONDS
    return await _loaded("clicks", server, readers, [_keep_clicking(one, end) for one in readers])


async def _keep_clicking(reader: Reader, end: float) -> list[float]:
    waits: list[float] = []
    due, plan = time.perf_counter() + random.random() * PERIOD, 0
    while due < end:
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        plan = 1 - plan
        await reader.follow(("plan=2022", "plan=2020")[plan])
        waits.append((time.perf_counter() - due) * 1000)
        due += PERIOD
    return waits


async def _follow(server: Server, engine: str, url: str, waiting: list[int]) -> Load:
    sys.stderr.write(f"{FOLLOWERS} followers, {engine}\n")
    readers = await opened(server, [PAGES[number % len(PAGES)] for number in range(FOLLOWERS)])
    end = time.perf_counter() + FOLLOWED
    writer = asyncio.create_task(_keep_approving(url, waiting, end))
    kind = f"redraws, {engine}"
    load = await _loaded(kind, server, readers, [_keep_looking(one, end) for one in readers])
    await writer
    return load


async def _keep_looking(reader: Reader, end: float) -> list[float]:
    """The milliseconds of those looks that drew the whole page."""
    waits: list[float] = []
    due = time.perf_counter() + random.random() * live.SECONDS
    while due < end:
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        spent = await reader.look()
        if reader.is_whole:
            waits.append(spent)
        due = max(due + live.SECONDS, time.perf_counter())
    return waits


async def _keep_approving(url: str, waiting: list[int], end: float) -> None:
    for other, number in enumerate(waiting, start=len(waiting)):
        if time.perf_counter() > end:
            return
        await asyncio.to_thread(news.approve_and_report, url, number, other)
        await asyncio.sleep(PERIOD)


async def _loaded(
    kind: str,
    server: Server,
    readers: list[Reader],
    lives: list[Coroutine[None, None, list[float]]],
) -> Load:
    begin, cpu = time.perf_counter(), server.cpu_ms()
    waits = [wait for one in await asyncio.gather(*lives) for wait in one]
    spent = (server.cpu_ms() - cpu) / (time.perf_counter() - begin) / 1000
    await asyncio.gather(*(reader.socket.close() for reader in readers))
    return Load(kind, len(readers), waits, spent)


def _rows(found: list[Load]) -> list[list[str]]:
    head = ["", "sessions", "waits", "p50 ms", "p95 ms", "processor"]
    return [head] + [
        [
            one.kind,
            str(one.sessions),
            str(len(one.waits)),
            report.plain(one.slower_than(50)),
            report.plain(one.slower_than(95)),
            f"{one.processor:.0%}",
        ]
        for one in found
    ]
