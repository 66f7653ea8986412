"""An nginx of the tests' own: Debian's program on free ports, all it writes in one folder."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_connection

from tests.processes import end_with_parent

DEBIAN = Path("/usr/sbin/nginx")
START_SECONDS = 60
# Around what goes into the http block of a machine's own configuration.
AROUND = """
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
events {{ worker_connections 2048; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


class NoNginxError(Exception):
    """No nginx can be started here; says what would help."""


def find() -> Path | None:
    """The program, if the machine has it."""
    found = shutil.which("nginx")
    return Path(found) if found else DEBIAN if DEBIAN.is_file() else None


@contextmanager
def serving(configuration: str, port: int, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start it with what belongs into its http block, until it listens at the port; stop it later.

    Errors: NoNginxError, in one sentence.
    """
    program = find()
    if program is None:
        raise NoNginxError("The tests need nginx: on Debian, `apt-get install nginx-light`.")
    folder.mkdir()
    (folder / "site.conf").write_text(configuration, encoding="utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    around = AROUND.format(folder=folder, user=user)
    (folder / "nginx.conf").write_text(around, encoding="utf-8")
    log = folder / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [program, "-c", folder / "nginx.conf", "-e", "stderr", "-p", folder],
            stdout=output,
            stderr=output,
            preexec_fn=end_with_parent,  # noqa: PLW1509  # it calls nothing that locks
        )
    try:
        _wait(process, port, log)
        yield process
    finally:
        process.terminate()
        process.wait()


def worker(process: subprocess.Popen[bytes]) -> int:
    """The number of the one process that answers."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    return int(children.read_text().split()[0])


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            create_connection(("127.0.0.1", port), timeout=5).close()
        except OSError:
            if process.poll() is not None or time.monotonic() > deadline:
                said = log.read_text(errors="replace")[-2000:]
                raise NoNginxError(f"nginx did not start: {said}") from None
            time.sleep(0.05)
        else:
            return
