"""The running order of a meeting, and that its private notes stand on that page alone."""

import io
import re

import openpyxl
import pytest
from sqlmodel import Session
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from components import api
from components.briefing import building, document, workbook
from components.meetings import briefing, reviewed
from components.reader import cache, clock
from components.reader.view import View
from store.database import engine
from store.meetings import meetings, running_order
from store.models import Meeting, RoleKind
from store.rights.rights import Actor, Grant
from tests.components.briefing.briefings import pages
from tests.pages.acting import TODAY, Open, done, fill, press, unfold, writing
from tests.pages.words import words
from tests.store import packages
from tests.store.meetings import sittings
from tests.stores import ROOT

OFFICE = Actor("reviewer", (Grant(RoleKind.SECRETARIAT),))
FOLD = "running_order_fold"
SECRET = "Zanzibar objects <b>quietly</b>."
MARK = "Zanzibar"
# The room itself, and what only writes them: the tables, the demonstration.
KEPT_IN = {"components/meetings", "store/demo", "store/meetings", "store/migrations/versions"}
TELLS = re.compile(r"running_?order", re.IGNORECASE)


def noted(stage: str) -> str:
    """A meeting on D4 and goal E with a private note at each step; its name in the address."""
    with writing() as session:
        row = meetings.arrange(session, OFFICE, sittings.meeting(agenda=["D4", "E"]))
        steps = running_order.steps(row)
        draft = running_order.RunningOrderDraft(
            meeting_code=row.code, known_on=TODAY, notes=dict.fromkeys(steps, SECRET)
        )
        running_order.plan(session, OFFICE, draft, None)
        if stage == "published":
            row = meetings.freeze(session, OFFICE, row, TODAY, TODAY)
            row = meetings.publish(
                session, OFFICE, meetings.close(session, OFFICE, row, TODAY), TODAY
            )
        return row.code


def running(open_page: Open, name: str, code: str) -> AppTest:
    """The running order, as somebody opens it."""
    app = open_page(name, "meeting", meeting=code, step="running-order")
    assert not app.exception
    return app


def test_a_running_order_gives_each_step_its_time_and_keeps_a_note(open_page: Open) -> None:
    with writing() as session:
        code = meetings.arrange(session, OFFICE, sittings.meeting(agenda=["D4", "E"])).code
    app = unfold(running(open_page, "Sofia", code), FOLD).run()
    assert "40 minutes in all." in words(app)
    [minutes] = [one for one in app.number_input if one.label == "D4: minutes"]
    minutes.set_value(25)
    fill(unfold(app, FOLD), running_order_starts_at="9h30")
    assert done(press(unfold(app, FOLD), "Save the running order")) == [
        "Write the time of the day as in 09:30."
    ]
    fill(unfold(app, FOLD), running_order_starts_at="09:30", running_order_note_D4=SECRET)
    [chair] = [one for one in app.selectbox if "running_order_chair" in str(one.key)]
    chair.set_value(next(one for one in chair.options if one.startswith("Sam")))
    app = press(unfold(app, FOLD), "Save the running order")
    assert done(app) == ["The running order was saved."]
    said = " ".join(words(app).split())
    assert f"09:40 D4 Partnerships & alliances 25 {SECRET}" in said
    assert "10:05 E " in said
    assert "It ends at 10:25." in said
    app = running(open_page, "Sam", code)  # who chairs it reads along, and changes nothing
    assert "Chaired by Sam." in words(app)
    assert SECRET in words(app)
    assert "Change times and notes" not in {one.label for one in app.expander}
    assert "Zanzibar" not in words(open_page("nobody", "meeting", meeting=code))
    step = words(open_page("Sam", "meeting", meeting=code, step="D4"))  # on the projector
    assert "09:40–10:05" in step
    assert MARK not in step
    assert "09:40" not in words(open_page("nobody", "meeting", meeting=code, step="D4"))


@pytest.mark.parametrize("name", ["Sam", "nobody"])
def test_nobody_else_sees_the_notes(open_page: Open, name: str) -> None:
    code = noted("published")
    assert SECRET in words(running(open_page, "Sofia", code))
    said = words(running(open_page, name, code))
    assert "Review of progress" in said  # the first step on the projector, as for any other word
    assert MARK not in said


def test_the_notes_are_on_no_step_of_the_projector_and_not_on_the_meetings_page(
    open_page: Open,
) -> None:
    code = noted("published")
    for step in ("", "start", "D4", "E", "end"):
        app = open_page("Sofia", "meeting", meeting=code, step=step)
        assert not app.exception
        assert MARK not in words(app)
    assert "Running order" in words(open_page("Sofia", "meeting", meeting=code))


def test_the_notes_leave_in_no_file_and_are_found_by_no_search(open_page: Open) -> None:
    code = noted("published")
    open_page("Sofia", "meeting")
    cache.begin_run()
    view = View(clock.until_today(), "2022")
    [held] = [one for one in reviewed.known(view) if one.code == code]
    found = words(open_page("Sofia", "search", q="Review of progress objects"))
    said = [words(open_page("Sofia", "search", q="objects quietly")), *pack(held, view)]
    made = engine.connect(engine.address())
    with Session(made) as session:
        files = packages.build(session, "2022", TODAY)
    with TestClient(Starlette(routes=api.routes(""))) as client:
        said += [client.get(f"/api/v1/{one}").text for one in ("feed.atom", "", "openapi.json")]
    assert held.title in found
    assert len(files) > 20
    assert not [name for name, content in files.items() if MARK.encode() in content]
    assert not [text for text in said if MARK in text]
    made.dispose()


def pack(held: Meeting, view: View) -> list[str]:
    """What the pack and the workbook of a meeting say."""
    review = reviewed.review(held, view)
    content = building.build(review.plan, briefing.agenda(review, view))
    book = openpyxl.load_workbook(io.BytesIO(workbook.write(content)))
    rows = [str([*sheet.iter_rows(values_only=True)]) for sheet in book]
    return [*rows, *pages(document.typeset(content)), str(content)]


def test_nothing_but_the_room_of_meetings_knows_of_running_orders() -> None:
    """Site, API, export, briefing and projector cannot give out what they do not read."""
    knowing = {
        path.relative_to(ROOT).parent.as_posix()
        for layer in ("components", "store")
        for path in (ROOT / layer).rglob("*.py")
        if TELLS.search(path.read_text(encoding="utf-8"))
    }
    assert knowing - KEPT_IN == {"store/models", "components/steward"}  # the table; the audit
