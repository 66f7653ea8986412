"""What kills of writers cost: nothing that was acknowledged, and nothing twice.

Eight processes report, approve and send sheets on each engine, each at places of its own; one after
the other is killed at a random instant and replaced. At the end the ledger is held against what
the processes were told.
"""

import csv
import datetime as dt
import io
import random
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection
from typing import NamedTuple

from sqlmodel import Session, col, select

from store import sheets
from store.database import engine
from store.figures import actions
from store.models import AuditEntry, Measurement, Place, PlaceKind, Review
from tests import postgres, stores
from tests.bench import report
from tests.store.submitter import Worker
from tests.store.writing import ANA, BO, draft

KILLS, WRITERS = 100, 8
INDICATOR = "D4-signed"
FIRST_DAY = dt.date(2016, 1, 1)
STEPS, SIZE = 60, 6  # of one life, and figures of one sheet
LIVES = 8  # at one place: each has days of its own
LONGEST = 0.2  # seconds from one kill to the next


class Slot(NamedTuple):
    """Where a figure of one day stands."""

    place: str
    day: dt.date


@dataclass(frozen=True, slots=True)
class Said:
    """What a process was told to stand: figures, or the approval of one."""

    act: str  # report, approve or send
    slots: tuple[Slot, ...]


def work(told: Connection, url: str, place: str, life: int) -> None:
    """Report, approve and send sheets in turn, and say of each what stands now."""
    opened = engine.connect(url)
    for said in steps(place, life):
        with Session(opened) as session, session.begin():
            if said.act == "report":
                actions.report(session, ANA, _draft(said.slots[0]))
            elif said.act == "approve":
                row = actions.slot_head(session, INDICATOR, *_ends(said.slots[0]))
                assert row is not None
                actions.approve(session, BO, row, dt.date(2026, 1, 1))
            else:
                _send(session, said.slots)
        told.send(said)


def steps(place: str, life: int) -> Iterator[Said]:
    """What a process does in one of its lives: the same whenever it is asked."""
    first = life % LIVES * STEPS * SIZE
    for number in range(0, STEPS, 3):
        days = [FIRST_DAY + dt.timedelta(first + number * SIZE + one) for one in range(SIZE + 1)]
        alone, *others = (Slot(place, day) for day in days)
        yield Said("report", (alone,))
        yield Said("approve", (alone,))
        yield Said("send", tuple(others))


def _draft(slot: Slot) -> actions.MeasurementDraft:
    return draft(place_code=slot.place, period_start=slot.day, period_end=slot.day)


def _ends(slot: Slot) -> tuple[str, dt.date, dt.date]:
    return slot.place, slot.day, slot.day


def _send(session: Session, slots: tuple[Slot, ...]) -> None:
    """Send a sheet as the page Import does."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(
        ["indicator", "place", "period_start", "period_end", "value", "qualifier", "source_title"]
    )
    writer.writerows(
        [INDICATOR, place, day, day, 5, "exact", "Annual report"] for place, day in slots
    )
    sheet = sheets.read("figures.csv", text.getvalue().encode())
    checked = sheets.check(session, ANA, sheet, "2022", dt.date(2026, 1, 1))
    assert not checked.problems, checked.problems
    sheets.write(session, ANA, checked.ready)


def run() -> str:
    """What was lost on each engine, and how long it took.

    Errors: MissedError where anything was.
    """
    chance = random.Random(1000)  # when to kill
    lines, lost = [f"{KILLS} kills of {WRITERS} writers:"], False
    for name, made in (("SQLite", _sqlite), ("PostgreSQL", _postgres)):
        with made() as url:
            begin = time.monotonic()
            said, lives = _kill(url, chance)
            faults = list(held_against(url, said, lives))
            took = time.monotonic() - begin
        lost |= bool(faults)
        found = "; ".join(faults) or "nothing lost, nothing twice, the audit complete"
        lines.append(f"- {name}: {len(said)} writes acknowledged in {took:.0f} s; {found}")
    if lost:
        raise report.MissedError("\n".join(lines))
    return "\n".join(lines)


def _kill(url: str, chance: random.Random) -> tuple[list[Said], list[Iterator[Said]]]:
    """Kill writers one after the other; what all were told, and what each life was about to do."""
    places, said, lives = _places(url), list[Said](), list[Iterator[Said]]()
    writers: list[Worker[Said]] = []

    def born(number: int, life: int) -> Worker[Said]:
        place = places[number + WRITERS * (life // LIVES)]
        lives.append(steps(place, life))
        return Worker(work, url, place, life)

    writers = [born(number, 0) for number in range(WRITERS)]
    lived = [0] * WRITERS
    kills = 0
    while kills < KILLS:
        number = sum(lived) % WRITERS
        said += islice(writers[number].acknowledged(), 1)  # it has begun
        time.sleep(chance.uniform(0, LONGEST))
        writers[number].process.kill()
        said += writers[number].acknowledged()
        kills += writers[number].end() == -signal.SIGKILL
        lived[number] += 1
        writers[number] = born(number, lived[number])
    for writer in writers:
        said += writer.acknowledged()
        if writer.end() != 0:
            raise RuntimeError("A writer that nobody killed did not come to its end.")
    return said, lives


def held_against(url: str, said: list[Said], lives: list[Iterator[Said]]) -> Iterator[str]:
    """What the ledger lacks or has too often, in sentences."""
    opened = engine.connect(url)
    with Session(opened) as session:
        places = {one.slots[0].place for one in said}
        mine = Measurement.indicator_code == INDICATOR, col(Measurement.place_code).in_(places)
        rows = session.exec(select(Measurement).where(*mine, Measurement.reporter == ANA.name))
        there = {row.id: Slot(row.place_code, row.period_end) for row in rows}
        reviews = session.exec(select(Review).where(col(Review.measurement_id).in_(there))).all()
        subjects = Counter(session.exec(select(AuditEntry.subject)))
    opened.dispose()
    figures = Counter(there.values())
    approved = Counter(there[review.measurement_id] for review in reviews)
    for one in said:
        kept = approved if one.act == "approve" else figures
        for slot in one.slots:
            if kept[slot] != 1:
                yield f"{one.act} of {slot}: {kept[slot]} times"
    yield from (f"{slot} twice" for slot, count in (figures + Counter()).items() if count > 1)
    for life in lives:
        for one in life:
            if one.act == "send" and len({figures[slot] for slot in one.slots}) > 1:
                yield f"half a sheet at {one.slots[0]}"
    named = [f"measurement {number}" for number in there]
    named += [f"review {review.id}" for review in reviews]
    yield from (
        f"{name} is {subjects[name]} times in the audit" for name in named if subjects[name] != 1
    )


def _places(url: str) -> list[str]:
    opened = engine.connect(url)
    with Session(opened) as session:
        countries = select(Place.code).where(Place.kind == PlaceKind.COUNTRY).order_by(Place.code)
        found = list(session.exec(countries))
    opened.dispose()
    return found


@contextmanager
def _sqlite() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/kills.db"
        stores.make("init", url)
        yield url


@contextmanager
def _postgres() -> Iterator[str]:
    with postgres.serve() as server, server.database() as url:
        stores.make("init", url)
        yield url
