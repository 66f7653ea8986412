"""The page of a goal, for readers who come from its gauge."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.words import words

OpenApp = Callable[..., AppTest]
PAGE = "pages/review/goal.py"


def opened(open_app: OpenApp, store: str, **parameters: str) -> AppTest:
    """The page of a goal, from the Overview."""
    return open_app(store, **parameters).switch_page(PAGE).run()


def leads(app: AppTest, page: str) -> list[str]:
    """The codes in links to a page, in their order."""
    bodies = "".join(element.proto.body for element in app.get("html"))
    return re.findall(rf'href="{page}\?(?:[^"]*&amp;)?\w+=([A-F]\d?)"', bodies)


def test_every_gauge_of_the_overview_leads_to_its_goal(open_app: OpenApp) -> None:
    assert leads(open_app("demo"), "goal") == list("ABCDEF")


def test_a_goal_names_what_holds_it_back_with_numbers_decisions_and_people(
    open_app: OpenApp,
) -> None:
    app = opened(open_app, "demo", goal="A")
    assert app.title[0].value.startswith("Goal A")
    said = words(app)
    for heading in ("What holds it back", "Measured objectives", "Time passed", "Task forces"):
        assert heading in said, heading
    assert sorted(set(leads(app, "objective"))) == ["A1", "A2", "A3", "A4", "A5", "A6"]
    assert leads(app, "gaps") == ["A"]


def test_the_way_to_its_indicators_shows_them_alone(open_app: OpenApp) -> None:
    gaps = "pages/review/gaps.py"
    app = open_app("demo").switch_page(gaps).run()
    assert len({code[0] for code in leads(app, "objective")}) == 6
    app.query_params["goal"] = "C"
    app = app.switch_page(PAGE).run()
    app = app.switch_page(gaps).run()
    assert {code[0] for code in leads(app, "objective")} == {"C"}


def test_a_goal_without_figures_says_what_it_waits_for(open_app: OpenApp) -> None:
    app = opened(open_app, "real", goal="E")
    assert "0 of 3 objectives can be judged" in app.title[0].value
    assert "What cannot be judged yet" in words(app)
    assert "It is up to" in words(app)


@pytest.mark.parametrize("written", ["Z", "**[x](https://example.org)**"])
def test_a_goal_that_does_not_exist_is_said_to_be_wrong(open_app: OpenApp, written: str) -> None:
    app = opened(open_app, "real", goal=written)
    assert "in the address is unknown. It can be A, B, C, D, E, F." in app.warning[0].value
    assert app.title[0].value.startswith("Goal A")
