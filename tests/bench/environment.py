"""The other contestants' own virtual environment, so that the app's stays as it is."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / ".venv-bench"
PYTHON = FOLDER / "bin" / "python"
WANTED = ROOT / "requirements-bench.txt"
STAMP = FOLDER / "installed"


def prepare() -> None:
    """Create the environment and install into it, unless it is as wanted already."""
    if STAMP.is_file() and STAMP.read_text() == WANTED.read_text():
        return
    for command in _with_uv() if shutil.which("uv") else _with_pip():
        subprocess.run(command, check=True, stdout=sys.stderr)
    STAMP.write_text(WANTED.read_text())


def _with_uv() -> list[list[str | Path]]:
    return [
        ["uv", "venv", "-q", "--allow-existing", "--python", sys.executable, FOLDER],
        ["uv", "pip", "install", "-q", "--python", PYTHON, "-r", WANTED],
    ]


def _with_pip() -> list[list[str | Path]]:
    return [
        [sys.executable, "-m", "venv", FOLDER],
        [PYTHON, "-m", "pip", "install", "-qq", "-r", WANTED],
    ]
