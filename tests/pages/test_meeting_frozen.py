"""Wherever a meeting is read, it shows what it saw, whatever was written since it opened."""

import datetime as dt
import io
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import feedparser
import openpyxl
import pytest
import sqlalchemy as sa
from sqlmodel import Session, select
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from components import api
from components.briefing import building, document, workbook
from components.meetings import briefing, reviewed
from components.reader import cache
from components.reader.view import View
from components.site import builds, decided, layout
from components.site.template import Frame
from store.activities import activities
from store.activities.activity_draft import ActivityDraft
from store.database import engine
from store.figures import remarks
from store.figures.remark_draft import RemarkDraft
from store.ledger.knowledge import Until
from store.meetings import meetings
from store.models import Measurement, Meeting, RemarkKind, RoleKind, Target
from store.plan import planning, wordings
from store.plan.target_draft import ReasonedTargetDraft
from store.rights.rights import Grant
from tests.menu import ROOT
from tests.pages.acting import ISSUER, add
from tests.pages.conftest import PATIENCE, SCRIPTS
from tests.pages.words import words
from tests.store.meetings import sittings
from tests.store.meetings.sittings import LAST_MONTH, TODAY, YESTERDAY, report
from tests.store.writing import ANA

BUILT_AT = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
LONG_AGO = TODAY - dt.timedelta(days=800)  # a year before the meeting it was known already
YEAR_2021 = {"period_start": dt.date(2021, 1, 1), "period_end": dt.date(2021, 12, 31)}
AGENDA = ["E1", "D4", "A1", "E"]
STEPS = ("", "start", *AGENDA, "end")
SILENCE = "No figure, target or text that this meeting saw was corrected or flagged since."
Shown = dict[str, set[str]]


def write_before(opened: sa.Engine) -> None:
    """What the meetings know of: a figure of the world, of a count, of a country."""
    report(opened, LAST_MONTH, indicator_code="E1-operators", value=9)
    report(opened, LAST_MONTH, value=3)
    report(opened, LAST_MONTH, indicator_code="A1-parties", place_code="KEN", value=1)


def write_since(opened: sa.Engine) -> None:
    """A word of everything that pages read: corrected today, dated back, changed, noted."""
    corrected = report(opened, TODAY, indicator_code="E1-operators", value=11)
    report(opened, LAST_MONTH, value=4)
    report(opened, LONG_AGO, indicator_code="E1-operators", value=1, **YEAR_2021)
    report(opened, LAST_MONTH, indicator_code="A1-parties", place_code="FRA", value=1)
    with Session(opened) as session, session.begin():
        seen = session.exec(
            select(Measurement).where(
                Measurement.indicator_code == "D4-signed", Measurement.value == 3
            )
        ).one()
        word = RemarkDraft(kind=RemarkKind.QUALITY_FLAG, text="Counted twice")
        remarks.add(session, ANA, seen, word)
        assert corrected != seen.id
        asked = session.exec(
            select(Target)
            .where(Target.indicator_code == "E1-operators", Target.plan_code == "2022")
            .where(Target.role == "target", Target.year == 2030)
        ).one()
        news = {"high": asked.high + 1, "reason": "Decided", "known_on": LAST_MONTH}
        planning.change_target(session, ANA, ReasonedTargetDraft.of(asked, **news))
        wordings.reword(session, ANA, sittings.title("Agreements", known_on=LAST_MONTH))
        wordings.reword(session, ANA, sittings.title("Knowledge and more", subject="E"))
        activities.report(session, ANA, pilot())


def pilot() -> ActivityDraft:
    """A project of D4 that began before the meetings."""
    content = {"code": "pilot", "kind": "project", "title": "Soil pilot", "state": "running"}
    dates = {"starts_on": LONG_AGO, "known_on": LAST_MONTH}
    return ActivityDraft.model_validate(content | dates | {"objectives": ["D4"]})


def pieces(app: AppTest, code: str, step: str) -> set[str]:
    """Every piece of a step: a line of text, a table in our own HTML, a chart with its data."""
    app.query_params["meeting"], app.query_params["step"] = code, step
    app.run()
    assert not app.exception
    charts = {str(chart.proto) for chart in app.get("vega_lite_chart")}
    return charts | {line for line in words(app).splitlines() if line.strip()}


def files(meeting: Meeting) -> Shown:
    """The PDF and the workbook of a meeting, but for the table of what was corrected since."""
    cache.begin_run()
    view = View(Until.day(TODAY), "2022")
    review = reviewed.review(meeting, view)
    made = building.build(review.plan, briefing.agenda(review, view))
    kept = tuple(table for table in made.tables if table.title != "Changed since")
    made = replace(made, tables=kept)
    book = openpyxl.load_workbook(io.BytesIO(workbook.write(made)))
    rows = {f"{sheet.title} {row}" for sheet in book for row in sheet.iter_rows(values_only=True)}
    return {"PDF": {document.typeset(made).hex()}, "XLSX": rows}


def places(app: AppTest, held: dict[str, Meeting]) -> Shown:
    """What is shown at every place at which a meeting is read."""
    shown: Shown = {}
    for name, meeting in held.items():
        for step in STEPS:
            shown[f"{name}, {step or 'its page'}"] = pieces(app, meeting.code, step)
        shown |= {f"{name}, {kind}": said for kind, said in files(meeting).items()}
    return shown | public()


def public() -> Shown:
    """What the site and the API tell of a published meeting: its decisions."""
    frame = Frame(builds.choose(TODAY, "2022", BUILT_AT), "en", "", layout.HOME)
    with TestClient(Starlette(routes=api.routes(""))) as client:
        feed: Any = feedparser.parse(client.get("/api/v1/feed.atom").content)
    told = {f"{one.title} {one.summary}" for one in feed.entries if one.category == "decision"}
    return {"site": {decided.waiting(View(Until.day(TODAY), "2022"), frame)}, "API": told}


@contextmanager
def signed_in(opened: sa.Engine) -> Iterator[AppTest]:
    """The page of meetings, as the Secretariat reads it."""
    with Session(opened) as session, session.begin():
        add(session, "Sofia", Grant(RoleKind.SECRETARIAT))
    app = AppTest.from_file(ROOT / "app.py", default_timeout=PATIENCE)
    app.user = {"is_logged_in": True, "iss": ISSUER, "sub": "Sofia", "iat": time.time()}
    yield app.run().switch_page(SCRIPTS["meeting"])


@pytest.fixture(scope="module")
def before_and_after(
    real_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Shown, Shown]]:
    """What two meetings of the Bureau show: just opened, and after all that was written since."""
    copy = shutil.copyfile(real_store, tmp_path_factory.mktemp("frozen") / "store.db")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", f"sqlite:///{copy}")
        opened = engine.connect(engine.address())
        write_before(opened)
        first = sittings.opened(opened, agenda=AGENDA, held_on=YESTERDAY, as_of=YESTERDAY)
        second = sittings.opened(opened, agenda=AGENDA)
        sittings.decide(opened, second)
        second = sittings.step(opened, meetings.close, second, TODAY)
        second = sittings.step(opened, meetings.publish, second, TODAY)
        held = {"first": first, "second": second}
        with signed_in(opened) as app:
            before = places(app, held)
            write_since(opened)
            yield before, places(app, held)
        opened.dispose()


def names() -> list[str]:
    """Every place at which either meeting is read."""
    kinds = [step or "its page" for step in STEPS] + ["PDF", "XLSX"]
    return [*(f"{one}, {kind}" for one in ("first", "second") for kind in kinds), "site", "API"]


@pytest.mark.parametrize("place", names())
def test_a_meeting_shows_what_it_saw(before_and_after: tuple[Shown, Shown], place: str) -> None:
    before, after = (shown[place] for shown in before_and_after)
    if place.endswith("its page"):  # where the corrections are told, beside what it saw
        assert {piece for piece in before - after if SILENCE not in piece} == set()
        assert any("Counted twice" in piece for piece in after - before)
    else:
        assert after == before


def test_the_first_figures_are_there_to_be_changed(before_and_after: tuple[Shown, Shown]) -> None:
    shown = {place: " ".join(pieces) for place, pieces in before_and_after[0].items()}
    assert "no figure → 9\u00a0operators" in shown["first, E1"]
    for meeting in ("first", "second"):
        assert "3\u00a0partnerships" in shown[f"{meeting}, D4"]
        assert "Kenya" in shown[f"{meeting}, A1"]
        assert "Annual report" in shown[f"{meeting}, XLSX"]
    for place in ("site", "API", "second, end", "second, D4"):
        assert "Ask the five regions for their agreements." in shown[place]
