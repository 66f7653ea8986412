"""`python -m store import`: says what the page says, and writes only when it is asked to."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from store import sheets
from store.sheets.writing import Row
from tests import stores
from tests.store.writing import PERIOD_END

ROW: Row = {
    "indicator": "A3-studies",
    "place": "WLD",
    "period_start": PERIOD_END.replace(month=1, day=1),
    "period_end": PERIOD_END,
    "value": 6,
    "source_title": "Annual report",
}


@pytest.fixture
def store(real_store: Path, tmp_path: Path) -> Path:
    """A store of the test's own."""
    path = tmp_path / "store.db"
    path.write_bytes(real_store.read_bytes())
    return path


def bring(store: Path, *words: str, **change: str | float) -> tuple[int, str, str]:
    """Import a sheet with one row; the status and what was printed."""
    file = store.with_name("figures.xlsx")
    file.write_bytes(sheets.as_xlsx([ROW | change]))
    done = stores.call("import", str(file), *words, database_url=f"sqlite:///{store}")
    return done.returncode, done.stdout, done.stderr


def reporters(store: Path) -> list[tuple[float, str]]:
    """The figures of the row's slot, and who reported them."""
    asked = (
        "SELECT value, reporter FROM measurement"
        " WHERE indicator_code = 'A3-studies' AND period_end = '2025-12-31'"
    )
    with closing(sqlite3.connect(store)) as read:
        return read.execute(asked).fetchall()


def test_a_sheet_is_checked_and_nothing_is_written(store: Path) -> None:
    status, said, wrong = bring(store)
    assert (status, wrong) == (0, "")
    assert said.splitlines() == [
        "A3-studies WLD 2025-01-01 – 2025-12-31: – → 6",
        "to send: 1, unchanged: 0, not filled in: 0, problems: 0",
        "Nothing was written. Add --send to send them.",
    ]
    assert reporters(store) == []


def test_a_sheet_is_sent_once_by_the_command_line(store: Path) -> None:
    assert bring(store, "--send")[1].endswith("sent: 1; they wait for a review\n")
    assert reporters(store) == [(6, "command line")]
    assert "to send: 0, unchanged: 1" in bring(store, "--send")[1]
    assert reporters(store) == [(6, "command line")]


def test_a_problem_is_told_at_its_cell_and_nothing_is_sent(store: Path) -> None:
    status, said, _wrong = bring(store, "--send", value="1,234")
    assert status == 1
    assert said.splitlines()[0].startswith("figures!J2 value: “1,234” may be 1.234 or 1234.")
    assert "sent" not in said.splitlines()[-1]
    assert reporters(store) == []


def test_a_file_that_is_not_there_is_said_in_a_sentence(store: Path) -> None:
    done = stores.call("import", "nowhere.xlsx", database_url=f"sqlite:///{store}")
    assert (done.returncode, done.stderr) == (
        1,
        "nowhere.xlsx cannot be read: No such file or directory.\n",
    )
