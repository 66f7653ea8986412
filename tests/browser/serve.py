"""The real server on a store, started the way `make run` starts it."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

from tests.processes import end_with_parent, free_port

ROOT = Path(__file__).resolve().parent.parent.parent
START_SECONDS = 180  # far more than it needs, on a busy machine too


class NoServerError(Exception):
    """The server ended or never answered; holds the last lines of its log."""


@dataclass
class Server:
    """A server on a store, which may die and be started again at the same address."""

    address: str
    database_url: str
    log: Path
    options: list[str | Path]
    process: subprocess.Popen[bytes] | None = None

    @property
    def store(self) -> Path:
        """The SQLite file that it serves."""
        return Path(self.database_url.removeprefix("sqlite:///"))

    def start(self) -> None:
        """Start it and wait until it answers.

        Errors: NoServerError.
        """
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                [Path(sys.executable).parent / "streamlit", "run", "server.py", *self.options],
                cwd=ROOT,
                env=_surroundings(self.address, self.database_url),
                stdout=output,
                stderr=output,
                preexec_fn=end_with_parent,  # noqa: PLW1509  # it calls nothing that locks
            )
        _wait_until_healthy(self.address, self.process, self.log)

    def stop(self, number: int = signal.SIGTERM) -> None:
        """Send it a signal and wait for its end; SIGKILL leaves it no time for anything."""
        if self.process is not None:
            self.process.send_signal(number)
            self.process.wait()


@contextmanager
def serving(
    database_url: str, log: Path, secrets: Callable[[str], str] | None = None
) -> Iterator[str]:
    """Yield the address of a server on this store; stop it afterwards.

    `secrets` makes the server's secrets, which hold its address; without them there is no sign-in.
    Errors: NoServerError.
    """
    with running(database_url, log, secrets) as server:
        yield server.address


@contextmanager
def running(
    database_url: str, log: Path, secrets: Callable[[str], str] | None = None
) -> Iterator[Server]:
    """Yield a running server as `serving` starts it, to be stopped and started."""
    address = f"http://127.0.0.1:{free_port()}"
    options: list[str | Path] = []
    if secrets is not None:
        file = log.with_suffix(".toml")
        file.write_text(secrets(address), encoding="utf-8")
        options = ["--secrets.files", file]
    server = Server(address, database_url, log, options)
    try:
        server.start()
        yield server
    finally:
        server.stop()
    for line in log.read_text(encoding="utf-8").splitlines():
        assert line.startswith("{"), f"no line of JSON in the log: {line}"


def _surroundings(address: str, database_url: str) -> dict[str, str]:
    host, _, port = address.removeprefix("http://").partition(":")
    return os.environ | {
        "DATABASE_URL": database_url,
        "LOCAL_WRITING": "yes",  # as `make run` has it
        "STREAMLIT_LOGGER_HIDE_WELCOME_MESSAGE": "true",  # as under systemd: the log has JSON only
        "STREAMLIT_SERVER_ADDRESS": host,
        "STREAMLIT_SERVER_PORT": port,
    }


def _wait_until_healthy(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not _is_healthy(address):
        if server.poll() is not None or time.monotonic() > deadline:
            raise NoServerError(f"The server does not answer. Its log ends:\n{ending(log)}")
        time.sleep(0.1)


def _is_healthy(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/healthz", timeout=5) as answer:
            return answer.status == 200
    except (URLError, OSError):
        return False


def ending(log: Path, lines: int = 40) -> str:
    """The last lines of a server's log."""
    return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])
