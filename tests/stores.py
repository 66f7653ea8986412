"""Stores made the way a user makes them: by the command line."""

import fcntl
import io
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from store.__main__ import main

ROOT = Path(__file__).resolve().parent.parent


def run(
    *arguments: str, database_url: str | None = None, folder: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """Run `python -m store …` in a folder and return its exit code and what it printed."""
    return subprocess.run(
        [sys.executable, "-m", "store", *arguments],
        cwd=folder,
        env=_surroundings(database_url) | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def call(*arguments: str, database_url: str) -> subprocess.CompletedProcess[str]:
    """Do the same in this process, which has loaded the program already."""
    output, errors = io.StringIO(), io.StringIO()
    with (
        patch.dict(os.environ, _surroundings(database_url), clear=True),
        redirect_stdout(output),
        redirect_stderr(errors),
    ):
        status = main(arguments)
    return subprocess.CompletedProcess(arguments, status, output.getvalue(), errors.getvalue())


def make(command: str, database_url: str) -> None:
    """Make a store with `init` (published figures) or `demo` (invented ones)."""
    done = call(command, database_url=database_url)
    assert done.returncode == 0, done.stderr


def made_once(name: str, folder: Path, make: Callable[[str], object]) -> Path:
    """A SQLite store in this folder, made by the first process that asks; the others wait.

    `make` fills the store at an address and leaves it closed.
    """
    path = folder / f"{name}.db"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            unfinished = path.with_suffix(".unfinished")
            make(f"sqlite:///{unfinished}")
            unfinished.rename(path)
    return path


def _surroundings(database_url: str | None) -> dict[str, str]:
    others = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return others if database_url is None else others | {"DATABASE_URL": database_url}
