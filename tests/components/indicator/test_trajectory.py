"""The words in a trajectory: unit, latest figure, required path, levels by their names."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from components.elements import pictures
from components.elements.captions import cited
from components.indicator import beside, horizon_chart, regions_chart, trajectory_chart
from components.indicator.beside import ALONE, Beside
from components.look import theme
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


def drawn(standing: IndicatorStanding, width: int = 620, beside: Beside = ALONE) -> list[str]:
    """The texts of the chart, as a picture has them."""
    return texts(*trajectory_chart.draw(standing, theme.LIGHT, beside), width)


def texts(frame: pd.DataFrame, spec: dict[str, Any], width: int = 620) -> list[str]:
    """What stands in a picture; words are drawn twice, their halo first."""
    picture = pictures.svg(pictures.complete({**spec, "height": LOW}, frame, width))
    return list(dict.fromkeys(re.findall(r"<text[^>]*>([^<]+)</text>", picture)))


def test_it_says_its_unit_its_latest_figure_and_what_its_lines_are(plan: PlanStanding) -> None:
    said = drawn(indicator(plan, "C3-institutions"))
    for words in ("institutions", "42", "required path", "target 2030: 80"):
        assert words in said
    assert "if the pace stays: about 64.5" in said
    narrow = drawn(indicator(plan, "C3-institutions"), 350)
    assert not [text for text in narrow if "if the pace stays" in text]


def test_the_shortfall_stands_in_words_between_the_figure_and_what_was_due(
    plan: PlanStanding,
) -> None:
    said = drawn(indicator(plan, "A1-members"))
    assert {"50.6\u202f% was due", "23.7 points short", "today"} <= set(said)
    spoken = trajectory_chart.describe(indicator(plan, "A1-members"))
    assert "23.7 points short of what was due" in spoken
    assert "short" not in " ".join(drawn(indicator(plan, "B3-regions")))  # in whole steps, none


def test_both_plan_versions_stand_in_one_chart_where_they_differ(plan: PlanStanding) -> None:
    view = View(plan.until, "2022")
    apart = drawn(
        indicator(plan, "E2-observatory"),
        beside=beside.of(indicator(plan, "E2-observatory"), view),
    )
    assert {"plan 2022: level 3", "plan 2020: level 4"} <= set(apart)
    same = indicator(plan, "B3-regions")  # the same target, from another start
    assert {"plan 2020 and plan 2022: 5", "plan 2020"} <= set(
        drawn(same, beside=beside.of(same, view))
    )
    alike = indicator(plan, "A6-framework")
    assert "target 2030: level 5" in drawn(alike, beside=beside.of(alike, view))


def test_another_plans_target_shows_where_the_own_asks_for_none(plan: PlanStanding) -> None:
    enlisted = indicator(plan, "A1-enlisted")
    said = drawn(enlisted, beside=beside.of(enlisted, View(plan.until, "2022")))
    assert "plan 2020: 196" in said
    assert "required path" not in said


def test_without_a_figure_it_says_what_one_of_today_would_be_read_as(
    real_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with standing_of(real_store, monkeypatch) as real:
        tools = indicator(real, "B4-countries-20")
        around = beside.of(tools, View(real.until, "2022"))
        said = drawn(tools, beside=around)
        assert [text for text in said if ":" in text and "target" not in text] == [
            "13 or less: ▼ off track",
            "14 to 20: ◆ behind",
            "21 to 39: ▲ on track",
            "40 or more: ★ achieved",
        ]
        assert "40 or more: ★ achieved" in trajectory_chart.describe(tools, around)
        asked_twice = indicator(real, "D2-networks")  # without a start, no figure alone is judged
        assert beside.of(asked_twice, View(real.until, "2022")).meaning is None


def test_the_axis_begins_with_the_plan_so_that_no_word_lies_on_it(
    real_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with standing_of(real_store, monkeypatch) as real:
        said = drawn(indicator(real, "D2-networks"))
    assert {"2020", "2030", "target 2030: 5"} <= set(said)
    assert "2040" not in said


def test_the_way_on_to_2050_has_a_small_chart_of_its_own(plan: PlanStanding) -> None:
    framework = indicator(plan, "A6-framework")
    assert "level 5" in texts(*horizon_chart.draw(framework, theme.LIGHT), 160)
    assert horizon_chart.heading(framework) == "On to 2050"
    assert horizon_chart.draw(indicator(plan, "A1-members"), theme.LIGHT)[0].empty


def test_its_axis_says_that_a_year_is_its_last_day(plan: PlanStanding) -> None:
    assert "31 December of each year" in drawn(indicator(plan, "C3-institutions"))


def test_where_there_is_no_figure_the_chart_is_low(plan: PlanStanding) -> None:
    told = indicator(plan, "C3-institutions")
    card = replace(told.assessment, baseline=None, expected_value=None, projection=None)
    nothing = replace(told, series=(), baseline=None, assessment=card)
    heights = [trajectory_chart.draw(one, theme.LIGHT)[1]["height"] for one in (told, nothing)]
    assert heights[0] > heights[1]


def test_without_a_starting_value_no_path_is_required(plan: PlanStanding) -> None:
    said = drawn(indicator(plan, "A2-supported"))  # what the plan says of its start judges nothing
    for words in ("projects a year", "target 2030: 30"):
        assert words in said
    assert "required path" not in said


def test_a_milestone_names_every_level(plan: PlanStanding) -> None:
    said = drawn(indicator(plan, "A6-framework"))
    assert [text[:7] for text in said if re.match(r"level \d,", text)] == [
        f"level {step}" for step in range(6)
    ]
    assert "target 2030: level 5" in said
    assert "level" not in said  # which is no unit
    assert "required path" in said
    assert "required path" not in drawn(indicator(plan, "A6-framework"), 200)  # no room for it


def test_a_share_keeps_its_sign(plan: PlanStanding) -> None:
    said = drawn(indicator(plan, "A1-members"))
    assert "% of member and partner countries" in said
    assert "target 2030: 100\u202f%" in said
    assert "26.9\u202f%" in said


def test_a_region_without_a_figure_says_so(plan: PlanStanding) -> None:
    view = View(Until.day(AS_OF), "2022")
    said = texts(*regions_chart.draw(indicator(plan, "A2-supported"), view, theme.LIGHT))
    assert "North America" in said
    assert said.count("no figure") == 1


def test_regions_stand_on_one_scale_with_the_target_the_highest_first(plan: PlanStanding) -> None:
    standing, view = indicator(plan, "C2-adoption"), View(plan.until, "2022")
    frame, spec = regions_chart.draw(standing, view, theme.LIGHT)
    said = texts(frame, spec)
    assert {"target 2030: 50\u202f%", "15.7\u202f%, 2025"} <= set(said)
    assert [text for text in said if text.startswith("no data:")]
    last = frame[frame["kind"] == "last"].sort_values("row")
    assert list(last["value"]) == sorted(last["value"], reverse=True)


def test_regions_that_answer_yes_or_no_are_not_counted(plan: PlanStanding) -> None:
    standing, view = indicator(plan, "B2-regions"), View(Until.day(AS_OF), "2022")
    frame, _spec = regions_chart.draw(standing, view, theme.LIGHT)
    assert set(frame["short"].dropna()) <= {"yes", "no"}
    assert regions_chart.heading(standing) == "By region"
    assert regions_chart.heading(indicator(plan, "A2-supported")) == "By region, in projects a year"


def test_documents_are_cited_the_most_used_first() -> None:
    assert cited([]) == ""
    assert cited(["Report", "Report"]) == "Source: Report."
    assert cited(["b", "a", "a", "", "c", "d", "e"]) == "Sources: a; b; c; 2 more."
