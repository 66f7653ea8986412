"""One objective: what it finds, its acts, both plans, its history, and what nobody knows yet."""

import re

from streamlit.testing.v1 import AppTest

from components.language.text import day
from store.figures import actions
from store.meetings import decisions, meetings
from store.models import RoleKind
from store.rights.rights import Grant
from tests.pages.acting import TODAY, YESTERDAY, Open, add, done, press, unfold, writing
from tests.pages.conftest import OpenApp
from tests.pages.words import plain, words
from tests.store.meetings.sittings import NEXT_MONTH, decision, meeting
from tests.store.writing import ANA, BO, draft, on_top

AGENDA = "open_take_up"


def of(app: AppTest, mark: str) -> str:
    """The piece of HTML with a mark in it, as a reader sees it."""
    [found] = [one.proto.body for one in app.get("html") if mark in one.proto.body]
    return plain(found)


def labels(app: AppTest) -> list[str]:
    """What can be pressed or opened."""
    return [one.label for one in app.button]


def test_an_objective_joins_the_agenda_of_a_coming_meeting_in_two_presses(open_page: Open) -> None:
    with writing() as session:
        code = meetings.arrange(
            session, ANA, meeting(title="Spring review", held_on=NEXT_MONTH)
        ).code
        meetings.arrange(session, ANA, meeting(title="Last review", held_on=YESTERDAY))
    page = press(unfold(open_page("Sofia", "objective", objective="E1"), AGENDA).run(), offered())
    assert done(page) == [f"E1 is on the agenda of {offered()}."]
    assert "E1" in words(open_page("Sofia", "meeting", meeting=code))
    again = unfold(open_page("Sofia", "objective", objective="E1"), AGENDA).run()
    assert offered() not in labels(again)
    assert f"On the agenda already: {offered()}" in words(again)
    assert not [label for label in labels(again) if "Last review" in label]


def offered() -> str:
    """How the coming meeting is called."""
    return f"Spring review, {day(NEXT_MONTH)}"


def test_who_holds_no_meetings_is_not_offered_an_agenda(open_page: Open) -> None:
    with writing() as session:
        add(session, "Remy", Grant(RoleKind.REGIONAL_REPRESENTATIVE, "B3", "R-AFR"))
        meetings.arrange(session, ANA, meeting(title="Spring review", held_on=NEXT_MONTH))
    for name in ("Remy", "Sam", "nobody"):
        page = unfold(open_page(name, "objective", objective="B3"), AGENDA).run()
        assert "Spring review" not in f"{labels(page)} {words(page)}"


def test_one_history_has_figures_corrections_decisions_and_targets_by_date(
    open_page: Open,
) -> None:
    with writing() as session:
        first = actions.report(session, ANA, draft(indicator_code="E1-operators", value=7))
        actions.approve(session, BO, first, YESTERDAY)
        content = {"indicator_code": "E1-operators", "value": 9, "reason": "counted anew"}
        actions.approve(
            session, BO, actions.report(session, ANA, on_top(session, draft(**content))), TODAY
        )
        held = meetings.arrange(session, ANA, meeting(held_on=TODAY))
        held = meetings.freeze(session, ANA, held, TODAY, TODAY)
        decisions.record(session, ANA, decision(held, subject="E1", text="Describe them all"))
    said = of(open_page("Sofia", "objective", objective="E1"), 'class="history"')
    order = [
        "Describe them all",
        "corrected from 7\u00a0operators to 9\u00a0operators. counted anew",
        ": 7\u00a0operators",
        "Plan 2022 asks:",
        "Plan 2020 asks:",
    ]
    assert [said.index(part) for part in order] == sorted(said.index(part) for part in order)
    earlier = open_page("nobody", "objective", objective="E1", as_of=YESTERDAY.isoformat())
    before = of(earlier, 'class="history"')
    assert "7\u00a0operators" in before
    assert "corrected" not in before


def test_a_silent_objective_says_what_a_figure_of_today_would_mean(open_page: Open) -> None:
    page = open_page("nobody", "objective", objective="E2", plan="2022")
    assert "what a figure of today would mean" in words(page)
    assert "Not a forecast" in words(page)
    [chart] = [one for one in page.get("vega_lite_chart") if "or more:" in one.proto.alt]
    assert re.search(r"level 3 or more: ★ achieved", chart.proto.alt)


def test_both_plans_are_seen_side_by_side_without_a_press(open_app: OpenApp) -> None:
    page = open_app("demo", plan="2022", objective="E2")
    page = page.switch_page("pages/review/objective.py").run()
    said = [one.proto.alt for one in page.get("vega_lite_chart")]
    assert [alt for alt in said if "plan 2020: target 2030: level 4" in alt]
    assert "What each plan version asks" in words(page)


def test_what_no_plan_asks_is_a_line_until_somebody_opens_it(open_app: OpenApp) -> None:
    page = open_app("demo", plan="2022", objective="D4")
    page = page.switch_page("pages/review/objective.py").run()
    assert "Memoranda of understanding signed" in of(page, "Report or correct")
    charts = len(page.get("vega_lite_chart"))
    assert len(unfold(page, "rest_D4").run().get("vega_lite_chart")) > charts
