"""What the Overview asks of its reader, by role."""

import re

from streamlit.testing.v1 import AppTest

from tests.pages.acting import Open, unfold
from tests.pages.conftest import OpenApp
from tests.pages.words import words

ACT = re.compile(r'<a class="act" href="([^"?]+)')


def acts(app: AppTest) -> list[str]:
    """The pages to which the lines of the box lead."""
    return [page for element in app.get("html") for page in ACT.findall(element.proto.body)]


def test_the_secretariat_is_led_to_what_it_owes_and_a_visitor_to_nothing(open_page: Open) -> None:
    led = acts(open_page("Sofia"))
    assert led[0] == "my-figures"
    assert led[1:] == ["report"] * 3  # what would help most of what is not known yet
    assert set(acts(open_page("Nobody"))) == {"objective"}


def test_nothing_is_asked_for_on_a_day_that_is_past(open_page: Open) -> None:
    assert acts(open_page("Sofia", as_of="2023-01-01")) == []


def test_where_little_is_known_it_says_what_would_help_most_and_who_could_bring_it(
    open_page: Open,
) -> None:
    said = words(open_page("Nobody"))
    assert "What would help most" in said
    assert "9 objectives are one answer away from a verdict." in said
    assert "Who could answer: the Secretariat" in said


def test_where_most_is_judged_nothing_stands_in_its_place(open_app: OpenApp) -> None:
    assert "What would help most" not in words(open_app("demo"))


def test_where_little_is_known_it_shows_how_the_initiative_has_grown(open_page: Open) -> None:
    title = "What is known well: the Initiative has grown"
    assert title in words(open_page("Nobody"))
    drawn = unfold(open_page("Nobody"), "drawn_partners").run()
    [chart] = drawn.get("vega_lite_chart")
    assert chart.proto.alt.startswith("Last counts: ")
    assert title not in words(open_page("Nobody", as_of="2015-06-01"))


def test_where_most_is_judged_no_growth_stands_in_its_place(open_app: OpenApp) -> None:
    assert "What is known well" not in words(open_app("demo"))
