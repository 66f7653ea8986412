"""The public site, behind a file server and the app's own: how long it takes, weighs, is served."""

import asyncio
import gzip
import sys
import tempfile
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests import nginx, stores
from tests.bench import crowd, news, report
from tests.bench.contestants import STREAMLIT, streamlit
from tests.bench.crowd import Read
from tests.bench.report import Target
from tests.bench.servers import Server, serving
from tests.processes import free_port

READERS, REQUESTS = 8, 1_000  # at a time; in all, of each file
SLOWEST, HEAVIEST = 60, 150  # seconds for a build; kB of a first page, compressed as hosts send it
NOTES = """
The invented store; a build is the front pages and the same in the archive, by the command, its
start included. Served as they lie by `python -m http.server` on the same machine: {readers} readers
at a time, a connection a request. kB are 1000 bytes; a first page comes with style sheet, script,
icon and logo; the charts' runtime follows once for all pages.
"""
SLOWEST_95, DEAREST = 1_000, 2  # milliseconds; times the file server's processor time
APPROVALS, EVERY = 6, 5.0  # while the crowd reads; seconds
FILES = "nginx, as a file server"
FILE_SERVER = """
server {{
    listen 127.0.0.1:{port} backlog=1024;
    root {site};
    gzip on;
    gzip_types text/css text/javascript application/json image/svg+xml;
}}
"""
OF_CROWD = """
{readers} readers at a time, each of whom asks for one of the {pages} pages of goals and objectives
every {period:.0f} s, for {seconds:.0f} s, over a connection of its own; a wait counts from the
moment a page was due. The app's own server is one process; “while figures are approved” is one
approval every {every:.0f} s, after which it makes pages anew beside its answers.
"""


@dataclass(frozen=True, slots=True)
class Served:
    """One file: its weight with what comes with it, and how fast it is served."""

    path: str
    raw: float
    packed: float
    rate: float
    wait: float

    @property
    def row(self) -> list[str]:
        """The file as a row of the table."""
        figures = (self.raw, self.packed, self.rate, self.wait)
        return [self.path, *(report.plain(figure) for figure in figures)]


def run() -> str:
    """Measure; return the table, the targets and what to know about both."""
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        spent = _build(Path(name) / "store.db", site)
        found = _serve(site, Path(name) / "server.log")
        crowds, pages = _crowds(Path(name), site), len(_pages(site, "/"))
    columns = ["file", "kB", "kB compressed", "requests a second", "median ms"]
    wanted = [Target("build of the site", spent, SLOWEST, "s")]
    wanted += [
        Target(f"first page {one.path}", one.packed, HEAVIEST, "kB")
        for one in found
        if one.path.endswith(".html")
    ]
    for name, one in crowds.items():
        if name != FILES:
            slow, dear = one.slower_than(95), one.each / crowds[FILES].each
            wanted.append(Target(f"{crowd.READERS} readers at p95, {name}", slow, SLOWEST_95, "ms"))
            wanted.append(Target(f"processor beside nginx, {name}", dear, DEAREST, "×"))
    table = report.table([columns, *(one.row for one in found)])
    notes = NOTES.format(readers=READERS), _of_crowds(crowds, pages)
    return "\n".join([table, *notes, report.targets(wanted)])


def _build(store: Path, site: Path) -> float:
    """Seconds for the command."""
    stores.make("demo", f"sqlite:///{store}")
    begun = time.perf_counter()
    done = stores.run("publish", str(site), database_url=f"sqlite:///{store}")
    assert done.returncode == 0, done.stderr
    return time.perf_counter() - begun


def _serve(site: Path, log: Path) -> list[Served]:
    shared = [*site.glob("assets/site-*"), *site.glob("assets/icon-*"), *site.glob("assets/logo-*")]
    pages = [[site / "index.html"], [_heaviest(site, "goal")], [_heaviest(site, "objective")]]
    files = [*([*page, *shared] for page in pages), [next(site.glob("assets/vega-*"))]]
    port = free_port()
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"]
    with serving([*command, "--directory", site], port, {}, log) as server:
        return [_measure(site, server.address, parts) for parts in files]


def _crowds(folder: Path, site: Path) -> dict[str, Read]:
    """The same readers at a file server, at the app's, and there while figures are approved."""
    url, log = f"sqlite:///{folder / 'store.db'}", folder / "server.log"
    port = free_port()
    files = FILE_SERVER.format(port=port, site=site)
    with nginx.serving(files, port, folder / "nginx") as process:
        server = Server(port, nginx.worker(process))
        found = {FILES: asyncio.run(crowd.read(server, _pages(site, "/")))}
    waiting = news.report(url, APPROVALS)
    port = free_port()
    with serving([STREAMLIT, "run", "server.py"], port, streamlit(url, port), log) as server:
        paths = _pages(site, "/site/")
        found["the app’s server"] = asyncio.run(crowd.read(server, paths))
        found["while figures are approved"] = asyncio.run(_read_news(server, paths, url, waiting))
    return found


async def _read_news(server: Server, paths: list[str], url: str, waiting: list[int]) -> Read:
    async def approve() -> None:
        for other, number in enumerate(waiting, start=len(waiting)):
            await asyncio.sleep(EVERY)
            await asyncio.to_thread(news.approve_and_report, url, number, other)

    approving = asyncio.create_task(approve())
    read = await crowd.read(server, paths)
    await approving
    return read


def _pages(site: Path, home: str) -> list[str]:
    found = [*site.glob("goal/*.html"), *site.glob("objective/*.html")]
    return [home + page.relative_to(site).as_posix() for page in found]


def _of_crowds(crowds: dict[str, Read], pages: int) -> str:
    head = ["", "pages", "p50 ms", "p95 ms", "processor", "ms of it a page"]
    rows = [
        [
            name,
            str(len(one.waits)),
            report.plain(one.slower_than(50)),
            report.plain(one.slower_than(95)),
            f"{one.processor:.0%}",
            report.plain(one.each),
        ]
        for name, one in crowds.items()
    ]
    notes = OF_CROWD.format(
        readers=crowd.READERS,
        pages=pages,
        period=crowd.PERIOD,
        seconds=crowd.SECONDS,
        every=EVERY,
    )
    return report.table([head, *rows]) + "\n" + notes


def _heaviest(site: Path, folder: str) -> Path:
    return max((site / folder).glob("*.html"), key=lambda page: page.stat().st_size)


def _measure(site: Path, address: str, parts: list[Path]) -> Served:
    path = parts[0].relative_to(site).as_posix()
    contents = [part.read_bytes() for part in parts]
    begun = time.perf_counter()
    with ThreadPoolExecutor(READERS) as readers:
        waits = list(readers.map(lambda _number: _get(f"{address}/{path}"), range(REQUESTS)))
    return Served(
        path=path,
        raw=sum(map(len, contents)) / 1000,
        packed=sum(len(gzip.compress(content)) for content in contents) / 1000,
        rate=REQUESTS / (time.perf_counter() - begun),
        wait=report.middle(waits),
    )


def _get(url: str) -> float:
    """Milliseconds for the whole file."""
    begun = time.perf_counter()
    with urllib.request.urlopen(url, timeout=60) as answer:
        answer.read()
    return (time.perf_counter() - begun) * 1000
