"""The public site behind a plain file server: how long it takes to build, weighs, and is served."""

import gzip
import sys
import tempfile
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests import stores
from tests.bench import report
from tests.bench.report import Target
from tests.bench.servers import serving
from tests.processes import free_port

READERS, REQUESTS = 8, 1_000  # at a time; in all, of each file
SLOWEST, HEAVIEST = 60, 150  # seconds for a build; kB of a first page, compressed as hosts send it
NOTES = """
The invented store; a build is the front pages and the same in the archive, by the command, its
start included. Served as they lie by `python -m http.server` on the same machine: {readers} readers
at a time, a connection a request. kB are 1000 bytes; a first page comes with style sheet, script,
icon and logo; the charts' runtime follows once for all pages.
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
    columns = ["file", "kB", "kB compressed", "requests a second", "median ms"]
    wanted = [Target("build of the site", spent, SLOWEST, "s")]
    wanted += [
        Target(f"first page {one.path}", one.packed, HEAVIEST, "kB")
        for one in found
        if one.path.endswith(".html")
    ]
    table = report.table([columns, *(one.row for one in found)])
    return f"{table}\n{NOTES.format(readers=READERS)}\n{report.targets(wanted)}"


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
