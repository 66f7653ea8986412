"""How pages and the API grow with the ledger, on both engines: 10³, 10⁵ and 10⁶ measurements."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests import postgres, stores
from tests.bench import ledger_store, report

SIZES = (1_000, 100_000, 1_000_000)
FLAT, PAST = 2.0, 1.0  # as of today: times the smallest; a past day: seconds with the most
ROOM = {"shared_buffers": "256MB"}  # what a server is given at least
NOTES = """
Seconds, added to the demonstration store, by the clock and without a browser: each time after an
audit entry, which empties what is kept; the smallest of up to three. “past” is 2024-06-30. One
process a store, warmed up on the store without the rows; “most memory” is that of the process.
"""
Found = dict[str, float]


def run(most: int) -> str:
    """Build the stores of up to `most` rows one after another, measure; return tables, targets."""
    sizes = [size for size in SIZES if size <= most]
    parts = []
    for engine, made in (("SQLite", _sqlite), ("PostgreSQL", _postgres)):
        found = {size: _measure(engine, url, size) for url, size in made(sizes)}
        parts += [report.table(_rows(engine, found)), report.targets(_targets(engine, found))]
    return "\n\n".join([*parts, NOTES])


def _sqlite(sizes: list[int]) -> Iterator[tuple[str, int]]:
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "demo.db"
        stores.make("demo", f"sqlite:///{base}")
        for size in sizes:
            path = shutil.copyfile(base, base.with_name(f"{size}.db"))
            yield f"sqlite:///{path}", size
            path.unlink()


def _postgres(sizes: list[int]) -> Iterator[tuple[str, int]]:
    with postgres.serve(postgres.SETTINGS | ROOM) as server, server.database() as base:
        stores.make("demo", base)
        for size in sizes:
            with server.database(template=base.rpartition("/")[2]) as url:
                yield url, size


def _measure(engine: str, url: str, size: int) -> Found:
    begin = time.perf_counter()
    ledger_store.grow(url, size)
    sys.stderr.write(f"{engine}: {size:,} in {time.perf_counter() - begin:.0f} s\n")
    told = subprocess.run(
        [sys.executable, "-m", "tests.bench.looks"],
        env=os.environ | {"DATABASE_URL": url},
        cwd=stores.ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    sys.stderr.write(f"{told.stdout.decode()}\n")  # of use where a later store fails
    return json.loads(told.stdout)


def _rows(engine: str, found: Mapping[int, Found]) -> list[list[str]]:
    first, last = found[min(found)], found[max(found)]
    table = [[engine, *(f"{size:,}" for size in found), "last to first"]]
    for look in first:
        seconds = [f"{one[look]:,.3f}" for one in found.values()]
        table.append([look, *seconds, f"{last[look] / first[look]:,.1f} ×"])
    return table


def _targets(engine: str, found: Mapping[int, Found]) -> list[report.Target]:
    first, last = found[min(found)], found[max(found)]
    return [
        report.Target(f"{engine}, {look}", last[look], PAST, "s")
        if "past" in look
        else report.Target(f"{engine}, {look}", last[look] / first[look], FLAT, "×")
        for look in first
    ]
