"""Many writers at once, and writers that die: every acknowledged figure is there, once."""

import signal
from collections import Counter
from itertools import islice

import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.database import engine
from store.models import Measurement
from tests.store.submitter import Submitter, key

CROWD = ("KEN", "MLI", "BEN", "SEN", "FRA", "DEU", "ESP", "ITA")
EACH = 100
KILLS = 5


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
    crowd = [Submitter(filled_sqlite_url, name, EACH) for name in CROWD]
    first = [next(one.acknowledged()) for one in crowd]
    assert first == [key(name, 0) for name in CROWD]
    assert any(one.process.is_alive() for one in crowd)  # they do write beside each other
    assert [one.end() for one in crowd] == [0] * len(CROWD)
    wanted = {key(name, number) for name in CROWD for number in range(EACH)}
    assert kept(filled_sqlite_url) == Counter(wanted)


def test_a_killed_writer_loses_nothing_acknowledged_and_doubles_nothing(
    filled_sqlite_url: str,
) -> None:
    for round_ in range(KILLS):
        writer = Submitter(filled_sqlite_url, "KEN", EACH)
        acknowledged = list(islice(writer.acknowledged(), 10 + 7 * round_))
        writer.process.kill()
        acknowledged += writer.acknowledged()
        assert writer.end() == -signal.SIGKILL
        found = kept(filled_sqlite_url)
        assert set(acknowledged) <= set(found)
        assert set(found.values()) == {1}
    assert Submitter(filled_sqlite_url, "KEN", EACH).end() == 0
    assert kept(filled_sqlite_url) == Counter(key("KEN", number) for number in range(EACH))


def test_the_ledger_is_sound_after_the_crowd(filled_sqlite_url: str) -> None:
    writer = Submitter(filled_sqlite_url, "KEN", EACH)
    assert next(writer.acknowledged()) == key("KEN", 0)
    writer.process.kill()
    assert writer.end() == -signal.SIGKILL
    opened = engine.connect(filled_sqlite_url)
    with opened.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        orphans = sa.text(
            "SELECT count(*) FROM measurement m WHERE NOT EXISTS (SELECT 1 FROM audit_entry a"
            " WHERE a.subject = 'measurement ' || m.id)"
        )
        assert connection.execute(orphans).scalar_one() == 0
    opened.dispose()
