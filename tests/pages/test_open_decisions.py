"""Open decisions: the Overview and the meetings count the same ones, on the same day."""

import re
import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlmodel import Session
from streamlit.testing.v1 import AppTest

from store.database import engine
from store.ledger.knowledge import Until
from store.meetings import decisions, meetings
from store.meetings.decision_draft import DecisionDraft
from store.models import Meeting
from tests.menu import ROOT
from tests.pages.conftest import PATIENCE, SCRIPTS
from tests.pages.words import plain
from tests.store.meetings import sittings
from tests.store.meetings.sittings import TODAY
from tests.store.writing import ANA

TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)


@pytest.fixture
def demonstration(tmp_path: Path, demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> sa.Engine:
    """A demonstration of the test's own, which the app reads too."""
    url = f"sqlite:///{shutil.copyfile(demo_store, tmp_path / 'demo.db')}"
    monkeypatch.setenv("DATABASE_URL", url)
    return engine.connect(url)


def table(app: AppTest, column: str) -> list[list[str]]:
    """The rows, cell by cell, of the table that has this column; none without such a table."""
    drawn = (table for element in app.get("html") for table in TABLE.findall(element.proto.body))
    for body in drawn:
        rows = [[plain(cell).strip() for cell in CELL.findall(row)] for row in ROW.findall(body)]
        if rows and column in rows[0]:
            return rows[1:]
    return []


def opened(page: str, **parameters: str) -> AppTest:
    """A page as a visitor reads it today."""
    app = AppTest.from_file(ROOT / "app.py", default_timeout=PATIENCE).run()
    for name, value in parameters.items():
        app.query_params[name] = value
    return app.switch_page(SCRIPTS[page]).run()


def both(found: Meeting) -> tuple[dict[str, int], dict[str, int]]:
    """Open decisions about each item of the agenda: by the Overview, by the meeting."""
    waiting = [row[0] for row in table(opened("overview"), "Decision or action")]
    agenda = table(opened("meeting", meeting=found.code), "Open decisions")
    by_meeting = {row[1].split()[0]: int(row[-1]) for row in agenda}
    return {code: waiting.count(code) for code in by_meeting}, by_meeting


def test_the_overview_and_a_meeting_count_the_same(demonstration: sa.Engine) -> None:
    with Session(demonstration) as session:
        found = meetings.known(session, ANA, Until.day(TODAY))
        latest = next(one for one in found if one.is_published)
        before = decisions.known(session, ANA, Until.day(TODAY))
    overview, meeting = both(latest)
    assert overview == meeting
    assert (overview["C2"], overview["E1"], overview["A1"]) == (1, 1, 0)  # one of them undated

    held = sittings.opened(demonstration)
    sittings.decide(demonstration, held, code="new", subject="A1", kind="decision", due_on=None)
    closed_now = sittings.step(demonstration, meetings.close, held, TODAY)
    sittings.step(demonstration, meetings.publish, closed_now, TODAY)
    closed = next(row for row in before if row.subject == "C2")
    with Session(demonstration) as session, session.begin():
        shown = {"source_title": "Definition of an association, version 1"}
        news = DecisionDraft.of(closed, state="done", note="Agreed on.", known_on=TODAY, **shown)
        decisions.record(session, ANA, news, closed.id)
    overview, meeting = both(latest)
    assert overview == meeting
    assert (overview["C2"], overview["E1"], overview["A1"]) == (0, 1, 1)
