"""How many wrong changes to the store's code the tests notice, made one at a time by mutmut.

`python -m tests.mutants [room …]`. Each room is judged by its own tests alone, on SQLite. What
survives is listed with the score; `mutmut show NAME`, in the room's folder, shows the change.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests import stores
from tests.stores import ROOT

WORK = ROOT / ".mutants"
ROOMS = ("progress", "rights", "ledger", "figures", "meetings")
NEEDED = ("app.py", "components", "data", "pages", "server.py", "store", "tests", ".streamlit")
# What takes PostgreSQL, processes or threads is slow, and says little of a single line; mutmut
# itself is what the arithmetic would import.
LEFT_OUT = "not postgresql and not crowds and not races and not purity"
CONFIG = """
[tool.mutmut]
source_paths = ["store"]
only_mutate = ["store/{room}/*"]
also_copy = {copied}
mutate_only_covered_lines = true
timeout_constant = 60.0
pytest_add_cli_args = ["-p", "no:cacheprovider", "-k", "{left_out}"]
pytest_add_cli_args_test_selection = ["tests/store/{room}"]
"""
# Every wrong change runs its tests in a process of its own: none of them fills a store again.
READY = """

@pytest.fixture(scope="session")
def real_store() -> Path:
    return Path({path!r})
"""
LET_PASS = ("survived", "suspicious", "no_tests")


def main(arguments: list[str]) -> int:
    """Print the score of each room: wrong changes noticed, of all that were made."""
    for room in arguments or ROOMS:
        folder = _prepare(room)
        _mutmut(folder, "run", "--max-children", "1")
        _mutmut(folder, "export-cicd-stats")
        counts = json.loads((folder / "mutants" / "mutmut-cicd-stats.json").read_text())
        missed = sum(counts[kind] for kind in LET_PASS)
        share = 1 - missed / counts["total"]
        sys.stdout.write(f"{room}: {share:.1%} of {counts['total']} wrong changes noticed\n")
        sys.stdout.flush()
        _mutmut(folder, "results")
    return 0


def _prepare(room: str) -> Path:
    """A fresh copy of the project that mutmut may change: it would trust what it found before."""
    folder = WORK / room
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in NEEDED:
        source, copy = ROOT / name, folder / name
        if source.is_dir():
            shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__", "local"))
        else:
            shutil.copyfile(source, copy)
    ready = folder / "ready.db"
    stores.make("init", f"sqlite:///{ready}")
    with (folder / "tests" / "conftest.py").open("a", encoding="utf-8") as conftest:
        conftest.write(READY.format(path=str(ready)))
    config = CONFIG.format(room=room, left_out=LEFT_OUT, copied=json.dumps(NEEDED))
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (folder / "pyproject.toml").write_text(settings + config, encoding="utf-8")
    return folder


def _mutmut(folder: Path, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "mutmut", *arguments], cwd=folder, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
