"""There is one clock, read where a run, a request or a command begins; the rest is told the day."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_layers import DATA_LIKE, imports, modules, name

# Who reads the clock: the stamp of the ledger, and the edges, where a run, a request or a command
# begins. Everybody else is told the day.
CLOCK = ("store.ground.clock", "store.ground.clock.now", "store.ground.clock.today")
CLOCK_MAY = (
    "store/ledger/audit.py",
    "store/__main__.py",
    "store/commands/",
    "components/reader/clock.py",
    "components/api/calendar.py",
    "components/api/routes.py",
    "components/site/light.py",
    "components/site/twin.py",
)
# What the language itself would tell.
BARE_CLOCKS = (
    *(".datetime.now", ".datetime.utcnow", ".datetime.today", ".date.today"),
    *(".time.time", ".time.time_ns"),
)
THE_CLOCK = "store/ground/clock.py"


def bare_clocks(path: Path) -> Iterator[str]:
    """Every mention of a clock of the language, called or handed on."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            mentioned = [ast.unparse(node)]
        elif isinstance(node, ast.ImportFrom):
            mentioned = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (one for one in mentioned if f".{one}".endswith(BARE_CLOCKS))


def test_the_clock_is_read_at_the_edges_only() -> None:
    readers = [
        name(path)
        for path in modules("pages", "components", "store")
        if not name(path).startswith(CLOCK_MAY) and set(imports(path)) & {*CLOCK}
    ]
    assert readers == []


def test_there_is_one_clock() -> None:
    readers = [
        f"{name(path)}: {read}"
        for path in modules("pages", "components", "store")
        if not name(path).startswith((THE_CLOCK, *DATA_LIKE))
        for read in bare_clocks(path)
    ]
    assert readers == []


@pytest.mark.parametrize(
    "code",
    [
        "import datetime as dt\ndt.datetime.now(dt.UTC)",
        "import datetime\ndatetime.date.today()",
        "from datetime import datetime\nfield(default_factory=datetime.utcnow)",
        "import time\ntime.time()",
        "from time import time\ntime()",
    ],
)
def test_a_second_clock_is_found(tmp_path: Path, code: str) -> None:
    module = tmp_path / "module.py"
    module.write_text(code, encoding="utf-8")
    assert [*bare_clocks(module)] != []
