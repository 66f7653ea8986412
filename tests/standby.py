"""A PostgreSQL primary and its hot standby, set up as docs/operation.md says."""

import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from store.database.engine import ROOT
from tests import postgres
from tests.postgres import NoPostgresError, Server

SETTINGS = ROOT / "deploy" / "postgres"


def settings(name: str) -> Mapping[str, str]:
    """What a file of ours in `deploy/postgres/` sets."""
    lines = (SETTINGS / name).read_text(encoding="utf-8").splitlines()
    pairs = [line.partition("#")[0].split("=", 1) for line in lines]
    return {pair[0].strip(): pair[1].strip().strip("'") for pair in pairs if len(pair) == 2}


@contextmanager
def stand_by(primary: Server, chosen: Mapping[str, str]) -> Iterator[Server]:
    """Start a hot standby of a server, and let the server wait for it with every commit.

    Errors: NoPostgresError, in one sentence.
    """
    waited_for = settings("primary.conf")
    name = waited_for["synchronous_standby_names"]
    home = primary.home
    primary.run(f"CREATE ROLE {name} REPLICATION LOGIN PASSWORD '{home.password}'")
    source = f"host=127.0.0.1 port={primary.url.port} user={name} password={home.password}"
    with postgres.data_folder(home, "standby") as data:
        copied = subprocess.run(
            [
                *(home.programs / "pg_basebackup", "--pgdata", data, "--write-recovery-conf"),
                *("--checkpoint=fast", "--no-sync"),
                *("--dbname", f"{source} application_name={name}"),
            ],
            **home.surroundings(),
            capture_output=True,
            text=True,
            check=False,
        )
        if copied.returncode:
            raise NoPostgresError(f"pg_basebackup failed: {copied.stderr.strip()}")
        with postgres.serving(home, data, chosen) as server:
            for setting, value in waited_for.items():
                primary.run(f"ALTER SYSTEM SET {setting} = '{value}'")
            primary.run("SELECT pg_reload_conf()")
            yield server
