"""Answers made in a process of its own: drawing a chart stops every other thread of its process.

The process begins with the first path that is asked for, takes one after the other, and ends once
nobody has asked for a while, or with the process that began it. To each path, a line of JSON, it
answers with a line of JSON and the body that the line announces.
"""

import json
import os
import select
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import IO, Any, cast

from starlette.exceptions import HTTPException

from components.api import answers
from components.api.answers import Answer
from store.database import faults
from store.database.engine import ROOT
from store.ground.errors import UnusableStoreError
from store.ground.messages import Message

IDLE = 60  # seconds, after which the process gives its memory back
POLITE = 10  # readers' clicks go before
Make = Callable[[str], Answer]


class BrokenMakerError(Exception):
    """The process ended without an answer; the log has why."""


class Maker:
    """The process, seen from outside; to be used by one thread at a time."""

    def __init__(self, *module: str) -> None:
        """`module` is the program, with its arguments, that calls `serve`."""
        self._command: Sequence[str] = (sys.executable, "-m", *module)
        self._process: subprocess.Popen[bytes] | None = None

    def make(self, path: str) -> Answer:
        """What the process makes of a path.

        Errors: HTTPException, UnusableStoreError as it told; BrokenMakerError.
        """
        told = self._ask(path) or self._ask(path)  # it may have ended in this very moment
        if told is None:
            raise BrokenMakerError(path)
        said, body = told
        if "missing" in said:
            raise HTTPException(said["missing"])
        if "unusable" in said:
            raise UnusableStoreError.of(Message.unpack(said["unusable"]))
        return answers.of(body, said["media_type"])

    def _ask(self, path: str) -> tuple[dict[str, Any], bytes] | None:
        """None where the process ended meanwhile."""
        process = self._running()
        asked, told = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
        try:
            asked.write(f"{json.dumps(path)}\n".encode())
            asked.flush()
            line = told.readline()
        except BrokenPipeError:
            line = b""
        if not line:
            process.wait()
            return None
        said = json.loads(line)
        return said, told.read(said.get("size", 0))

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(  # noqa: S603  # our own
                self._command,
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                start_new_session=True,  # it ends by the end of what is asked, not by Ctrl C
            )
        return self._process


def serve(make: Make) -> None:
    """Answer paths from standard input, until nobody asks any more."""
    os.nice(POLITE)
    asked, target = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    while select.select([asked], [], [], IDLE)[0] and (line := asked.readline()):
        _answer(make, json.loads(line), target)


def _answer(make: Make, path: str, target: IO[bytes]) -> None:
    body = b""
    try:
        with faults.told():
            made = make(path)
        said, body = {"media_type": made.media_type, "size": made.body.size}, made.body.whole()
    except HTTPException as error:
        said = {"missing": error.status_code}
    except UnusableStoreError as error:
        said = {"unusable": error.message.pack()}
    target.write(f"{json.dumps(said)}\n".encode() + body)
    target.flush()
