"""One bad row never hides the rest: every page answers, and says which figure it cannot show."""

import io
import os
from pathlib import Path

import openpyxl
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.briefing import agendas, building, document, workbook
from components.reader import cache
from components.reader.view import View
from components.site import light
from store.ledger.knowledge import Until
from store.meetings import meetings
from tests import odd_rows
from tests.menu import PAGES
from tests.pages import words
from tests.pages.acting import TODAY, Open, writing
from tests.store.meetings import sittings
from tests.store.writing import ANA

pytestmark = pytest.mark.odd_rows

HIDDEN = "This figure cannot be shown (reference "
JUDGED = ("A3", "A6", "C2", "C4", "D2", "D4", "E1", "F2")  # objectives with odd figures


@pytest.fixture(params=["waiting", "approved"])
def odd(request: pytest.FixtureRequest, open_page: Open) -> Open:
    """Pages of a store that holds every odd row."""
    store = Path(os.environ["DATABASE_URL"].removeprefix("sqlite:///"))
    odd_rows.write(store, approved=request.param == "approved")
    return open_page


def test_every_page_answers(odd: Open) -> None:
    for page in PAGES:
        app = odd("Sofia", page.name, region="AFR")
        assert not app.exception, page.name
    for code in JUDGED:
        app = odd("Sofia", "objective", objective=code)
        assert not app.exception, code
        assert "Latest figure" in words.words(app)


def test_the_queue_shows_every_other_figure(open_page: Open) -> None:
    store = Path(os.environ["DATABASE_URL"].removeprefix("sqlite:///"))
    odd_rows.write(store, approved=False)
    app = open_page("Sofia", "queue")
    said, html = words.words(app), "".join(one.proto.body for one in app.get("html"))
    assert f"{len(odd_rows.ODD)} figures wait" in said
    assert html.count('<li class="case"') == len(odd_rows.ODD)
    assert HIDDEN in said
    for row in html.split('<li class="case"')[1::3]:
        number = row.split('data-figure="')[1].split('"')[0]
        full = open_page("Sofia", "queue", figure=number)
        assert not full.exception
        assert f"of {len(odd_rows.ODD)}" in words.words(full)


def test_an_impossible_figure_counts_for_nothing_and_is_seen_where_figures_are(
    open_page: Open,
) -> None:
    store = Path(os.environ["DATABASE_URL"].removeprefix("sqlite:///"))
    before = words.tiles_of(open_page("Sofia"))
    odd_rows.write(store, odd_rows.ODD[:2], approved=True)
    app = open_page("Sofia")
    assert words.tiles_of(app)["E1"].splitlines()[:2] == before["E1"].splitlines()[:2]
    assert words.tiles_of(app)["A1"] == before["A1"]
    assert "Written by hand" in words.words(open_page("Sofia", "objective", objective="E1"))


def test_meetings_and_briefings_are_made(odd: Open) -> None:
    with writing() as session:
        planned = meetings.arrange(session, ANA, sittings.meeting(agenda=[*JUDGED, "C"]))
        meetings.freeze(session, ANA, planned, TODAY, TODAY)
        code = planned.code
    for step in ("", "start", *JUDGED, "C", "end"):
        app = odd("Sofia", "meeting", meeting=code, step=step)
        assert not app.exception, step
    cache.begin_run()
    plan = cache.plan_standing("2022", Until.day(TODAY))
    for agenda in (
        agendas.of_plan(plan),
        agendas.of_region(plan, View(plan.until, "2022", "AFR")),
    ):
        briefing = building.build(plan, agenda)
        assert document.typeset(briefing).startswith(b"%PDF")
        assert openpyxl.load_workbook(io.BytesIO(workbook.write(briefing))).sheetnames


@pytest.mark.usefixtures("open_page")
def test_the_pages_of_the_site_are_made() -> None:
    store = Path(os.environ["DATABASE_URL"].removeprefix("sqlite:///"))
    odd_rows.write(store, approved=True)
    site = TestClient(Starlette(routes=light.routes("", light.made)))
    goals = {f"goal/{code[0]}" for code in JUDGED}
    for page in ("index", *sorted(goals), *(f"objective/{code}" for code in JUDGED)):
        assert site.get(f"/site/{page}.html").status_code == 200, page
    assert "Written by hand" in site.get("/site/objective/E1.html").text
