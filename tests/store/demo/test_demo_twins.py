"""The demonstration's pairs cannot be taken for real ones, and the real store has none."""

import datetime as dt
import shutil
from pathlib import Path

from sqlmodel import Session

from store.activities import twins
from store.activities.twins import Pair
from store.database import engine
from store.demo import twins as demo_twins
from store.ledger.knowledge import Until
from store.models.twins import PairState
from store.rights.rights import program

TODAY = dt.date(2026, 11, 21)


def known(store: Path, day: dt.date = TODAY) -> list[Pair]:
    """The pairs of a store that were known on the day."""
    made = engine.connect(f"sqlite:///{store}")
    with Session(made) as session:
        found = twins.known(session, Until.day(day))
    made.dispose()
    return found


def test_every_pair_says_that_it_is_invented(demo_store: Path, real_store: Path) -> None:
    found = known(demo_store)
    assert 6 <= len(found) <= 8
    for pair in found:
        places = [side.name for side in pair.sides]
        assert all(name.startswith("Invented ") for name in (pair.row.name, *places))
        assert pair.row.source_title.startswith("Invented ")
    assert known(real_store) == []


def test_the_pairs_are_of_every_state_and_change_with_the_years(demo_store: Path) -> None:
    assert {pair.row.state for pair in known(demo_store)} == set(PairState)
    counts = [len(known(demo_store, dt.date(year, 12, 31))) for year in range(2020, 2027)]
    assert counts[0] == 0
    assert counts == sorted(counts)
    assert len(set(counts)) >= 4


def test_one_pair_is_nearer_over_the_date_line(demo_store: Path) -> None:
    spans = [abs(pair.first.longitude - pair.second.longitude) for pair in known(demo_store)]
    assert max(spans) > 180


def test_filling_again_adds_nothing(demo_store: Path, tmp_path: Path) -> None:
    copy = shutil.copyfile(demo_store, tmp_path / "again.db")
    made = engine.connect(f"sqlite:///{copy}")
    with Session(made) as session, session.begin():
        before = len(twins.known(session, Until.day(TODAY)))
        demo_twins.fill(session, program("test"))
        assert len(twins.known(session, Until.day(TODAY))) == before
    made.dispose()
