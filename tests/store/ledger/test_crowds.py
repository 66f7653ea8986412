"""Many writers at once, and writers that die: every acknowledged figure is there, once."""

import os
import subprocess
import sys
from collections import Counter

import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.database import engine
from store.models import Measurement
from tests.store.submitter import key
from tests.stores import ROOT

CROWD = ("KEN", "MLI", "BEN", "SEN", "FRA", "DEU", "ESP", "ITA")
EACH = 200
KILLS = 5


def start(url: str, name: str, count: int) -> subprocess.Popen[str]:
    """A submitter in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.submitter", name, str(count)],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": url},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def kept(url: str) -> Counter[str]:
    """The client keys in the ledger of the crowd's countries, and how often each is there."""
    opened = engine.connect(url)
    with Session(opened) as session:
        found = session.exec(
            select(Measurement.client_key).where(
                col(Measurement.place_code).in_(CROWD), Measurement.indicator_code == "D4-signed"
            )
        ).all()
    opened.dispose()
    return Counter(found)


def test_eight_processes_write_at_once_and_nothing_is_lost(filled_sqlite_url: str) -> None:
    crowd = [start(filled_sqlite_url, name, EACH) for name in CROWD]
    ended = [process.communicate() for process in crowd]
    assert [said for _acknowledged, said in ended] == [""] * len(CROWD)
    wanted = {key(name, number) for name in CROWD for number in range(EACH)}
    assert kept(filled_sqlite_url) == Counter(wanted)


def test_a_killed_writer_loses_nothing_acknowledged_and_doubles_nothing(
    filled_sqlite_url: str,
) -> None:
    for round_ in range(KILLS):
        process = start(filled_sqlite_url, "KEN", EACH)
        assert process.stdout is not None
        acknowledged = [process.stdout.readline().strip() for _ in range(10 + 7 * round_)]
        process.kill()
        rest, _said = process.communicate()
        acknowledged += [line for line in rest.splitlines() if len(line) == len(acknowledged[0])]
        found = kept(filled_sqlite_url)
        assert set(acknowledged) <= set(found)
        assert set(found.values()) == {1}
    ended = start(filled_sqlite_url, "KEN", EACH)
    assert ended.communicate()[1] == ""
    assert kept(filled_sqlite_url) == Counter(key("KEN", number) for number in range(EACH))


def test_the_ledger_is_sound_after_the_crowd(filled_sqlite_url: str) -> None:
    process = start(filled_sqlite_url, "KEN", EACH)
    assert process.stdout is not None
    process.stdout.readline()
    process.kill()
    process.communicate()
    opened = engine.connect(filled_sqlite_url)
    with opened.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        orphans = sa.text(
            "SELECT count(*) FROM measurement m WHERE NOT EXISTS (SELECT 1 FROM audit_entry a"
            " WHERE a.subject = 'measurement ' || m.id)"
        )
        assert connection.execute(orphans).scalar_one() == 0
    opened.dispose()
