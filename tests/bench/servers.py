"""Servers under measurement: started, waited for, their processor time read, stopped."""

import os
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

from tests.browser.serve import NoServerError, ending
from tests.processes import end_with_parent

ROOT = Path(__file__).resolve().parent.parent.parent
START_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: where it answers, and its process."""

    port: int
    pid: int

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def cpu_ms(self) -> float:
        """Processor time of the whole process so far, user and system; Linux only, else nan."""
        path = Path(f"/proc/{self.pid}/stat")
        if not path.exists():
            return float("nan")
        fields = path.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(
    command: Sequence[str | Path], port: int, surroundings: Mapping[str, str], log: Path
) -> Iterator[Server]:
    """Start a server, yield it once it answers, stop it afterwards.

    Errors: NoServerError.
    """
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=os.environ | surroundings,
            stdout=output,
            stderr=output,
            preexec_fn=end_with_parent,  # noqa: PLW1509  # it calls nothing that locks
        )
    server = Server(port, process.pid)
    try:
        _wait(server, process, log)
        yield server
    finally:
        process.terminate()
        process.wait()


def _wait(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not _answers(server):
        if process.poll() is not None or time.monotonic() > deadline:
            raise NoServerError(f"The server does not answer. Its log ends:\n{ending(log)}")
        time.sleep(0.1)


def _answers(server: Server) -> bool:
    try:
        with urllib.request.urlopen(server.address, timeout=5) as answer:
            return answer.status == 200
    except (URLError, OSError):
        return False
