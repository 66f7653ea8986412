"""What each shape of a sheet costs the process that reads it: right, wrong and hostile ones."""

import json
import subprocess
from collections.abc import Iterator

from store.uploads import process
from tests.bench import report
from tests.store.sheets.right_shapes import RIGHT
from tests.store.sheets.wrong_shapes import WRONG
from tests.store.uploads.bombs import BOMBS

# A child begins with what its parent held, so a small one starts it and measures.
MEASURE = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=False)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)
"""
NOTES = """
One process a file, as for an upload: its processor time, and the most memory that it held at once.
"""


def run() -> str:
    """Read every shape once, and return the table."""
    rows = [["shape", "kind", "kB", "CPU s", "peak MB"]]
    for kind, shape, name, content in _shapes():
        seconds, memory = _read(name, content)
        size = f"{len(content) / 1e3:.0f}"
        rows.append([shape, kind, size, f"{seconds:.2f}", f"{memory:.0f}"])
    return f"{report.table(rows)}\n{NOTES}"


def _shapes() -> Iterator[tuple[str, str, str, bytes]]:
    for shape, (name, content, _differs) in RIGHT.items():
        yield "right", shape, name, content
    for shape, (name, content, *_told) in WRONG.items():
        yield "wrong", shape, name, content
    for shape, (make, _sentence) in BOMBS.items():
        yield "hostile", shape, "a.xlsx", make()


def _read(name: str, content: bytes) -> tuple[float, float]:
    """Processor seconds and megabytes of the process that reads this file."""
    done = subprocess.run(
        [*process.COMMAND[:-2], "-c", MEASURE, *process.COMMAND],
        input=f"{json.dumps(name)}\n".encode() + content,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd=process.ROOT,
        check=True,
    )
    seconds, kilobytes = map(float, done.stderr.split()[-2:])
    return seconds, kilobytes / 1e3
