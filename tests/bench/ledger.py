"""How the Overview's server time grows with the ledger: 10³, 10⁵ and 10⁶ measurements."""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from sqlmodel import Session

from store import standing
from store.database import engine
from store.ground import clock
from store.ledger import audit
from store.ledger.knowledge import Until
from store.models import Setting
from tests import stores
from tests.bench import client, ledger_store, report
from tests.bench.contestants import STREAMLIT, streamlit
from tests.bench.servers import Server, serving
from tests.processes import free_port

SIZES = (1_000, 100_000, 1_000_000)
FLAT = 1.5
TIMES, WARM_TIMES = 7, 30
NOTES = """
Added to the demonstration store; as of today, medians. assess_plan is called in a fresh session
without any cache. Warm and cold are reruns without a browser, plan version to and fro; before each
cold one an audit entry is written, which empties the data cache.
"""


@dataclass(frozen=True, slots=True)
class Grown:
    """Milliseconds on a store with `size` measurements added."""

    size: int
    assess_plan: float
    warm: float
    cold: float


def run() -> str:
    """Build the stores, measure on each; return the table and the targets."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "demo.db"
        stores.make("demo", f"sqlite:///{base}")
        found = [_measure(base, size) for size in SIZES]
    return "\n".join([report.table(_rows(found)), NOTES, report.targets(_targets(found))])


def _measure(base: Path, size: int) -> Grown:
    path = base.with_name(f"{size}.db")
    shutil.copyfile(base, path)
    url = f"sqlite:///{path}"
    begin = time.perf_counter()
    ledger_store.grow(url, size)
    sys.stderr.write(f"{size:,} measurements in {time.perf_counter() - begin:.0f} s\n")
    port = free_port()
    command = [STREAMLIT, "run", "server.py"]
    with serving(command, port, streamlit(url, port), path.with_suffix(".log")) as server:
        warm, cold = _reruns(server, url)
    grown = Grown(size, _assess(url), warm, cold)
    path.unlink()
    return grown


def _assess(url: str) -> float:
    opened = engine.connect(url)

    def once() -> None:
        with Session(opened.execution_options(readonly=True)) as session:
            standing.assess_plan(session, "2022", Until.day(clock.today()))

    spent = _typical(once)
    opened.dispose()
    return spent


def _typical(work: Callable[[], object]) -> float:
    work()
    spent = []
    for _ in range(TIMES):
        begin = time.perf_counter()
        work()
        spent.append((time.perf_counter() - begin) * 1000)
    return median(spent)


def _reruns(server: Server, url: str) -> tuple[float, float]:
    """Median milliseconds of a rerun, and of one after something was written."""
    session = client.opened(server)
    plans = ["2020", "2022"] * WARM_TIMES
    for plan in plans[:6]:
        client.switch_plan(session, plan)
    warm = median(client.switch_plan(session, plan) for plan in plans[:WARM_TIMES])
    cold = []
    for plan in plans[: TIMES + 1]:
        _write_something(url)
        cold.append(client.switch_plan(session, plan))
    session.socket.close()
    return warm, median(cold)


def _write_something(url: str) -> None:
    opened = engine.connect(url)
    with Session(opened) as session, session.begin():
        setting = session.get_one(Setting, "figures")
        audit.record(session, "bench", "touch", setting)
    opened.dispose()


def _rows(found: list[Grown]) -> list[list[str]]:
    first, last = found[0], found[-1]
    table = [["measurements added", *(f"{one.size:,}" for one in found), "last to first"]]
    for label, read in MEASURES.items():
        values = [report.plain(read(one)) for one in found]
        table.append([f"{label}, ms", *values, f"{read(last) / read(first):.2f} ×"])
    return table


def _targets(found: list[Grown]) -> list[report.Target]:
    first, last = found[0], found[-1]
    return [
        report.Target(
            f"{label}: {last.size:,} to {first.size:,}", read(last) / read(first), FLAT, "×"
        )
        for label, read in MEASURES.items()
    ]


MEASURES: dict[str, Callable[[Grown], float]] = {
    "assess_plan": lambda one: one.assess_plan,
    "Overview rerun, warm": lambda one: one.warm,
    "Overview rerun, data cache cold": lambda one: one.cold,
}
