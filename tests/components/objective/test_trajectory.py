"""The words in a trajectory: unit, latest figure, required path, levels by their names."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from components.elements import pictures
from components.elements.captions import cited
from components.look import theme
from components.objective import regions_chart, trajectory_chart
from components.reader.view import View
from store.ledger.knowledge import Until
from store.standing import IndicatorStanding, PlanStanding
from tests.components.briefing.briefings import AS_OF, standing_of

LOW = 200  # pixels, as on paper


@pytest.fixture
def plan(demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PlanStanding]:
    """Where the plan of the demonstration stands."""
    with standing_of(demo_store, monkeypatch) as found:
        yield found


def indicator(plan: PlanStanding, code: str) -> IndicatorStanding:
    """One indicator of the plan."""
    found = plan.indicator(code)
    assert found is not None
    return found


def drawn(standing: IndicatorStanding, width: int = 620) -> list[str]:
    """The texts of the chart, as a picture has them."""
    frame = trajectory_chart.frame(standing)
    spec = trajectory_chart.build(
        theme.LIGHT,
        frozenset(frame["kind"]),
        is_milestone=standing.indicator.kind == "milestone",
        invented=False,
    )
    picture = pictures.svg(pictures.complete({**spec, "height": LOW}, frame, width))
    return re.findall(r"<text[^>]*>([^<]+)</text>", picture)


def test_it_says_its_unit_its_latest_figure_and_what_its_lines_are(plan: PlanStanding) -> None:
    said = drawn(indicator(plan, "C3-institutions"))
    for words in ("institutions", "42", "required path", "2030: 80"):
        assert words in said
    assert "if the pace stays as it has been" in said
    assert "if the pace stays as it has been" not in drawn(indicator(plan, "C3-institutions"), 350)


def test_without_a_starting_value_no_path_is_required(plan: PlanStanding) -> None:
    said = drawn(indicator(plan, "A2-supported"))  # what the plan says of its start judges nothing
    for words in ("projects a year", "at least 17", "2030: 30"):
        assert words in said
    assert "required path" not in said


def test_a_milestone_names_every_level(plan: PlanStanding) -> None:
    said = drawn(indicator(plan, "A6-framework"))
    assert [text[:7] for text in said if re.match(r"level \d,", text)] == [
        f"level {step}" for step in range(6)
    ]
    assert "2030: level 5" in said
    assert "level" not in said  # which is no unit
    assert "required path" in said
    assert "required path" not in drawn(indicator(plan, "A6-framework"), 200)  # no room for it


def test_a_share_keeps_its_sign(plan: PlanStanding) -> None:
    said = drawn(indicator(plan, "A1-members"))
    assert "% of member and partner countries" in said
    assert "2030: 100\u202f%" in said
    assert "26.9\u202f%" in said


def test_a_region_without_a_figure_says_so(plan: PlanStanding) -> None:
    view = View(Until.day(AS_OF), "2022")
    frame = regions_chart.frame(indicator(plan, "A2-supported"), view)
    spec = regions_chart.build(theme.LIGHT, invented=False)
    picture = pictures.svg(pictures.complete(spec, frame, 620))
    assert "North America" in picture
    assert picture.count(">no figure<") == 1


def test_regions_that_answer_yes_or_no_are_not_counted(plan: PlanStanding) -> None:
    standing, view = indicator(plan, "B2-regions"), View(Until.day(AS_OF), "2022")
    frame = regions_chart.frame(standing, view)
    assert set(frame["short"].dropna()) <= {"yes", "no"}
    assert regions_chart.heading(standing) == "By region"
    assert regions_chart.heading(indicator(plan, "A2-supported")) == "By region, in projects a year"


def test_documents_are_cited_the_most_used_first() -> None:
    assert cited([]) == ""
    assert cited(["Report", "Report"]) == "Source: Report."
    assert cited(["b", "a", "a", "", "c", "d", "e"]) == "Sources: a; b; c; 2 more."
