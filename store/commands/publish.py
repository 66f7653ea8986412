"""`python -m store publish`: the site is drawn above the store, by a program of its own."""

import argparse
import datetime as dt
import subprocess
import sys
from pathlib import Path

from store.database.engine import ROOT


def declare(command: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Add the arguments, which are the program's too."""
    command.add_argument("folder", type=Path, metavar="DIR", help="new, empty, or a site of ours")
    command.add_argument("--as-of", type=dt.date.fromisoformat, help="YYYY-MM-DD; today by default")
    command.add_argument("--plan", help="plan version; default the newest adopted by the day")
    return command


def run(arguments: argparse.Namespace) -> int:
    """Run the program, which says what it did or refused; return its exit status."""
    words = [str(arguments.folder.resolve())]
    words += ["--as-of", arguments.as_of.isoformat()] if arguments.as_of else []
    words += ["--plan", arguments.plan] if arguments.plan else []
    program = [sys.executable, "-m", "components.site", *words]
    return subprocess.run(program, cwd=ROOT, check=False).returncode  # noqa: S603  # our own
