"""What a click costs the server on pages with long lists: none, and 5,000 rows more."""

import datetime as dt
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from sqlmodel import Session
from streamlit.testing.v1 import AppTest

from store.database import engine
from store.ledger import audit
from store.models import (
    Activity,
    ActivityKind,
    ActivityState,
    College,
    Goal,
    Organisation,
    PairState,
    Side,
    SideKind,
    TwinPair,
    TwinSide,
)
from tests import stores
from tests.bench import report
from tests.bench.report import Target
from tests.menu import PAGES, ROOT

MANY, MOST_MORE = 5_000, 50  # rows; milliseconds of the server's processor
CLICKS = 7
DAY = dt.date(2026, 1, 1)
NOON = dt.datetime.combine(DAY, dt.time(12), dt.UTC)
COUNTRIES = ("KEN", "FRA", "IND", "BRA", "USA", "FJI", "BEN")
NOTES = """
Added to the shipped store: activities on the pages of task forces, an objective and a region,
pairs on the one of twins, organisations on the one of partners. The quickest of warm
reruns without a browser, processor time.
"""


def _activity(number: int) -> list[Activity]:
    return [
        Activity(
            code=str(uuid4()),
            kind=ActivityKind.PROJECT,
            title=f"Project {number}",
            objectives=["A1"],
            place_code=COUNTRIES[number % len(COUNTRIES)],
            latitude=number % 120 - 60.0,
            longitude=number * 13 % 340 - 170.0,
            starts_on=dt.date(2016 + number % 10, 1, 1),
            state=list(ActivityState)[number % 4],
            known_on=DAY,
            recorded_at=NOON,
        )
    ]


def _pair(number: int) -> list[TwinPair | TwinSide]:
    code = number + 1_000_000
    pair = TwinPair(
        id=code,
        code=str(uuid4()),
        name=f"Pair {number}",
        state=list(PairState)[number % 4],
        since=DAY,
        source_title="Agreement",
        known_on=DAY,
        recorded_at=NOON,
    )
    sides = [
        TwinSide(
            pair_id=code,
            side=side,
            kind=SideKind.REGION,
            name=f"Place {number}",
            place_code=COUNTRIES[(number * step + step) % len(COUNTRIES)],
            latitude=number % 120 - 60.0,
            longitude=number * step % 340 - 170.0,
        )
        for side, step in ((Side.FIRST, 1), (Side.SECOND, 3))
    ]
    return [pair, *sides]


def _organisation(number: int) -> list[Organisation]:
    return [
        Organisation(
            name=f"Organisation {number}",
            is_partner=True,
            college=College.CIVIL_SOCIETY,
            country_code=COUNTRIES[number % len(COUNTRIES)],
            joined_on=dt.date(2016 + number % 10, 1, 1),
            known_on=DAY,
        )
    ]


# What is added, and the page and address on which it is looked at.
LOOKS: tuple[tuple[Callable[[int], list], str, dict[str, str]], ...] = (
    (_activity, "task-forces", {}),
    (_activity, "task-forces", {"shown": "map"}),
    (_activity, "objective", {"objective": "A1"}),
    (_activity, "region", {"region": "AFR"}),
    (_pair, "twins", {}),
    (_organisation, "partners", {}),
)


def run() -> str:
    """Measure every page with and without the rows, and return the table."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "base.db"
        stores.make("init", f"sqlite:///{base}")
        found = [_measure(base, *look) for look in LOOKS]
    columns = ["page", "no rows, ms", f"{MANY:,} rows, ms"]
    rows = [[page, report.plain(none), report.plain(many)] for page, none, many in found]
    wanted = [
        Target(f"{page}: more for {MANY:,} rows", many - none, MOST_MORE, "ms")
        for page, none, many in found
    ]
    return f"{report.table([columns, *rows])}\n{NOTES}\n{report.targets(wanted)}"


def _measure(
    base: Path,
    make: Callable[[int], list],
    page: str,
    parameters: dict[str, str],
) -> tuple[str, float, float]:
    none = _click(base, page, parameters)
    full = shutil.copyfile(base, base.with_name(f"{uuid4()}.db"))
    made = engine.connect(f"sqlite:///{full}")
    with Session(made) as session, session.begin():
        for number in range(MANY):
            for row in make(number):
                session.add(row)
            session.flush()
        audit.record(session, "bench", "add", session.get_one(Goal, "A"))
    made.dispose()
    many = _click(Path(full), page, parameters)
    query = "&".join(f"{name}={value}" for name, value in parameters.items())
    return f"/{page}?{query}", none, many


def _click(store: Path, page: str, parameters: dict[str, str]) -> float:
    """Milliseconds of the processor for a warm run of the page."""
    os.environ["DATABASE_URL"] = f"sqlite:///{store}"
    app = AppTest.from_file(ROOT / "app.py", default_timeout=120).run()
    for name, value in parameters.items():
        app.query_params[name] = value
    script = next(one.script for one in PAGES if one.name == page)
    app.switch_page(script).run()
    spent = []
    for _again in range(CLICKS):
        begun = time.process_time()
        app.run()
        spent.append(time.process_time() - begun)
    assert not app.exception
    return 1000 * min(spent)
