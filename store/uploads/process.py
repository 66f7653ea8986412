"""Reads an uploaded file in a process of its own: what breaks, hangs or swells there stays there.

One file is read at a time; who comes second waits a moment.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from store.ground.errors import InvalidSheetError
from store.ground.messages import Message
from store.uploads.grid import Grid
from store.uploads.limits import LIMITS

ROOT = Path(__file__).resolve().parent.parent.parent
# Without site packages and the user's settings: a quick start, and nothing of theirs runs.
COMMAND = (sys.executable, "-E", "-S", "-m", "store.uploads")
# No address of a database, no secret.
INHERITED = ("PATH", "SYSTEMROOT")
_ONE_AT_A_TIME = threading.Lock()


def read(name: str, content: bytes) -> list[Grid]:
    """The sheets of an XLSX or CSV file as plain cells.

    Errors: InvalidSheetError with a sentence for whoever uploaded it.
    """
    if len(content) > LIMITS.upload:
        raise InvalidSheetError("The file is larger than {most} MB.", most=LIMITS.upload // 10**6)
    if not content:
        raise InvalidSheetError("The file is empty.")
    told = json.loads(ask(COMMAND, f"{json.dumps(name)}\n".encode() + content))
    if "refused" in told:
        raise InvalidSheetError.of(Message.unpack(told["refused"]))
    return [Grid(**sheet) for sheet in told["sheets"]]


def ask(command: Sequence[str], content: bytes, patience: float = LIMITS.patience) -> bytes:
    """What a process says to this content; it is ended when it takes too many seconds.

    Errors: InvalidSheetError then, or where others keep it busy.
    """
    until = monotonic() + patience
    if not _ONE_AT_A_TIME.acquire(timeout=patience):
        raise InvalidSheetError("Other files are being read just now. Try again in a minute.")
    try:
        done = subprocess.run(  # noqa: S603  # our own
            command,
            env={name: os.environ[name] for name in INHERITED if name in os.environ},
            input=content,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            check=False,
            timeout=max(until - monotonic(), 0.1),
        )
    except subprocess.TimeoutExpired:
        raise _too_long() from None
    finally:
        _ONE_AT_A_TIME.release()
    if done.returncode < 0:  # ended by a limit
        raise _too_long()
    done.check_returncode()  # a fault of ours: its traceback stands in the log
    return done.stdout


def _too_long() -> InvalidSheetError:
    return InvalidSheetError(
        "Reading this file takes too long. Copy the filled rows into a new file and upload that."
    )
