"""Stores made the way a user makes them: by the command line, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run(
    *arguments: str, database_url: str | None = None, folder: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """Run `python -m store …` in a folder and return its exit code and what it printed."""
    variables = os.environ | {"PYTHONPATH": str(ROOT)}
    variables.pop("DATABASE_URL", None)
    if database_url is not None:
        variables["DATABASE_URL"] = database_url
    return subprocess.run(
        [sys.executable, "-m", "store", *arguments],
        cwd=folder,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )


def make(command: str, database_url: str) -> None:
    """Make a store with `init` (published figures) or `demo` (invented ones)."""
    done = run(command, database_url=database_url)
    assert done.returncode == 0, done.stderr
