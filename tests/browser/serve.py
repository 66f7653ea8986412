"""The real server on a store, started the way `make run` starts it."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

from tests.processes import end_with_parent, free_port

ROOT = Path(__file__).resolve().parent.parent.parent
START_SECONDS = 60


class NoServerError(Exception):
    """The server ended or never answered; holds the last lines of its log."""


@contextmanager
def serving(
    database_url: str, log: Path, secrets: Callable[[str], str] | None = None
) -> Iterator[str]:
    """Yield the address of a server on this store; stop it afterwards.

    `secrets` makes the server's secrets, which hold its address; without them there is no sign-in.
    Errors: NoServerError.
    """
    address = f"http://127.0.0.1:{free_port()}"
    options = []
    if secrets is not None:
        file = log.with_suffix(".toml")
        file.write_text(secrets(address), encoding="utf-8")
        options = ["--secrets.files", file]
    with log.open("wb") as output:
        server = subprocess.Popen(
            [Path(sys.executable).parent / "streamlit", "run", "server.py", *options],
            cwd=ROOT,
            env=_surroundings(address, database_url),
            stdout=output,
            stderr=output,
            preexec_fn=end_with_parent,  # noqa: PLW1509  # it calls nothing that locks
        )
    try:
        _wait_until_healthy(address, server, log)
        yield address
    finally:
        server.terminate()
        server.wait()


def _surroundings(address: str, database_url: str) -> dict[str, str]:
    host, _, port = address.removeprefix("http://").partition(":")
    return os.environ | {
        "DATABASE_URL": database_url,
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
