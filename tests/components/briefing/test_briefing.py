"""Briefings: the document and the workbook say what the store says, and nothing else."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from components.briefing import agendas, building
from components.briefing.content import Agenda, Briefing, Table
from components.language.text import day
from components.reader import cache, sessions
from components.reader.view import View
from components.wording.figures import reading_figure, span
from store.figures import approved
from store.ledger.knowledge import Until
from store.standing import PlanStanding
from tests.components.briefing.briefings import (
    AS_OF,
    FOOT,
    body,
    dense,
    faces,
    made,
    pages,
    read,
    standing_of,
)


@pytest.fixture(scope="module", params=["real", "demo"])
def whole(request: pytest.FixtureRequest) -> tuple[PlanStanding, Briefing, bytes]:
    """Where the plan of each store stands, and the briefing of all of it."""
    store = request.getfixturevalue(f"{request.param}_store")
    with pytest.MonkeyPatch.context() as patch, standing_of(store, patch) as plan:
        return plan, *made(plan, agendas.of_plan(plan))


@pytest.fixture
def demo_standing(demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PlanStanding]:
    """Where the plan of the demonstration stands."""
    with standing_of(demo_store, monkeypatch) as plan:
        yield plan


def missing(wanted: dict[str, str], said: str) -> dict[str, str]:
    """What the document does not say."""
    return {key: text for key, text in wanted.items() if dense(text) not in said}


def test_the_document_says_every_objective_figure_target_and_source(
    whole: tuple[PlanStanding, Briefing, bytes],
) -> None:
    standing, briefing, pdf = whole
    said = body(pdf, briefing)
    wanted = {one.code: f"{one.code} · {one.title}" for one in standing.objectives}
    for one in (one for objective in standing.objectives for one in objective.indicators):
        wanted[one.indicator.code] = one.indicator.name
        for row in (*([one.baseline] if one.baseline else []), *one.targets):
            wanted[f"{row.role} {row.id}"] = span(one.indicator, row)
            wanted[f"source of {row.id}"] = f"{row.source_title}, known on {day(row.known_on)}"
        for reading in one.readings:
            wanted[f"figure {reading.id}"] = reading_figure(one.indicator, reading)
            wanted[f"source {reading.id}"] = reading.source_title
            wanted[f"note {reading.id}"] = reading.note
            wanted[f"known on {reading.id}"] = reading.known_on.isoformat()
    assert len(wanted) > 200
    assert missing(wanted, said) == {}


def test_the_document_is_set_in_the_type_of_the_app(
    whole: tuple[PlanStanding, Briefing, bytes],
) -> None:
    shapes_of_a_status = {"DejaVuSansMono"}
    ours = {f"SourceSansPro-{weight}" for weight in ("Regular", "Semibold", "Bold")}
    assert faces(whole[2]) == ours | shapes_of_a_status


def test_the_document_says_what_it_is_and_numbers_its_pages(
    whole: tuple[PlanStanding, Briefing, bytes],
) -> None:
    standing, briefing, pdf = whole
    said = pages(pdf)
    numbers = [FOOT.findall(page) for page in said]
    assert numbers == [[(str(at), str(len(said)))] for at in range(1, len(said) + 1)]
    assert [day(AS_OF) in page for page in said] == [True] * len(said)
    assert "Contents" in said[0]
    banner = "Invented figures: demonstration"
    assert [banner in page for page in said] == [briefing.invented] * len(said)
    opened = read(pdf)
    assert opened.metadata is not None
    assert opened.metadata.title == "Where the Initiative stands"
    assert opened.root_object["/Lang"] == "en"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf  # it keeps to the standard for all readers
    outline = [one.title for one in opened.outline if not isinstance(one, list)]
    goals = [f"{goal.code} · {goal.name}" for goal in standing.goals]
    assert outline == ["Summary", "What would open most verdicts", *goals, "Sources"]


def test_no_page_ends_with_the_head_of_an_objective(
    whole: tuple[PlanStanding, Briefing, bytes],
) -> None:
    standing, _briefing, pdf = whole
    said = [dense(page) for page in pages(pdf)]
    for one in standing.objectives:
        aim = dense(one.aim)
        [below] = [page.rpartition(aim)[2] for page in said if aim in page]
        assert any(dense(each.indicator.name) in below for each in one.indicators), one.code


def test_every_page_is_drawn_upon(whole: tuple[PlanStanding, Briefing, bytes]) -> None:
    pdf = whole[2]
    drawn = pypdfium2.PdfDocument(pdf)
    for page in drawn:
        darkest, lightest = page.render().to_pil().convert("L").getextrema()
        assert (darkest < 128, lightest) == (True, 255)
    drawn.close()


def test_the_same_briefing_gives_the_same_bytes(demo_standing: PlanStanding) -> None:
    agenda = agendas.of_goal(demo_standing.goals[2])
    assert made(demo_standing, agenda)[1] == made(demo_standing, agenda)[1]


def test_a_goal_and_an_objective_bring_theirs_alone(demo_standing: PlanStanding) -> None:
    goal = demo_standing.goals[1]
    briefing, pdf = made(demo_standing, agendas.of_goal(goal))
    assert [one.code for one in briefing.chapters] == [one.code for one in goal.objectives]
    others = [one for one in demo_standing.objectives if one not in goal.objectives]
    said = body(pdf, briefing)
    assert [one.code for one in others if dense(f"{one.code} · {one.title}") in said] == []
    one = goal.objectives[0]
    briefing = building.build(demo_standing, agendas.of_objective(one))
    assert [chapter.code for chapter in briefing.chapters] == [one.code]


def test_a_region_brings_its_own_figures_alone(demo_standing: PlanStanding) -> None:
    view = View(Until.day(AS_OF), "2022", "AFR")
    briefing, pdf = made(demo_standing, agendas.of_region(demo_standing, view))
    places = cache.places()
    own = {p.name_en for p in places.values() if p.region_code == "R-AFR"} | {"Africa"}
    rows = [row for chapter in briefing.chapters for one in chapter.sections for row in one.figures]
    countries = [
        row for chapter in briefing.chapters for one in chapter.sections for row in one.countries
    ]
    assert {row.place for row in rows} == {"Africa"}
    assert {row.place for row in countries} <= own
    assert len(countries) > 20
    assert dense("Africa beside the world") in body(pdf, briefing)


def test_an_agenda_sets_the_order_and_adds_notes_and_tables(demo_standing: PlanStanding) -> None:
    decided = Table(
        "Decisions", ("Decision", "Who", "Due", "State"), (("Ask again", "Ana", "1 May", "open"),)
    )
    agenda = Agenda(
        name="meeting-7",
        title="Meeting of the Committee",
        codes=("F3", "A1", "Z9", "B2"),
        lead="Three objectives.",
        lines=("Montpellier, 3 June 2026",),
        tables=(decided,),
        notes={"A1": ("Since the last meeting: behind before.",)},
        chapter_tables={"B2": (decided,)},
    )
    briefing, pdf = made(demo_standing, agenda)
    assert [one.code for one in briefing.chapters] == ["F3", "A1", "B2"]
    assert briefing.file_name == f"4p1000-briefing-meeting-7-plan2022-{AS_OF}"
    said = body(pdf, briefing)
    for text in ("Montpellier, 3 June 2026", "Three objectives.", "Since the last meeting"):
        assert dense(text) in said
    assert said.count(dense("Ask again Ana 1 May open")) == 2


@pytest.mark.usefixtures("demo_standing")
def test_figures_recorded_after_a_meeting_froze_stay_out() -> None:
    frozen_at = Until(AS_OF, dt.datetime(2000, 1, 1, tzinfo=dt.UTC))
    with sessions.reading() as session:
        assert approved.country_readings(session, "B4-countries-20", Until.day(AS_OF))
        assert approved.country_readings(session, "B4-countries-20", frozen_at) == []
    frozen = cache.plan_standing("2022", frozen_at)
    agenda = Agenda("meeting", "Meeting", ("B4",))
    [chapter] = building.build(frozen, agenda).chapters
    assert [(one.figures, one.countries) for one in chapter.sections] == [((), ())] * 2


def test_a_version_that_was_not_adopted_says_so(
    real_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with standing_of(real_store, monkeypatch):
        early = cache.plan_standing("2022", Until.day(dt.date(2021, 1, 1)))
        briefing, pdf = made(early, agendas.of_plan(early))
        assert dense("it did not exist, so nothing is judged by it") in body(pdf, briefing)
