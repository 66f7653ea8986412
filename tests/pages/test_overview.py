"""What the Overview asks of its reader, by role."""

import re

from streamlit.testing.v1 import AppTest

from tests.pages.acting import Open

ACT = re.compile(r'<a class="act" href="([^"?]+)')


def acts(app: AppTest) -> list[str]:
    """The pages to which the lines of the box lead."""
    return [page for element in app.get("html") for page in ACT.findall(element.proto.body)]


def test_the_secretariat_is_led_to_what_it_owes_and_a_visitor_to_nothing(open_page: Open) -> None:
    assert "my-figures" in acts(open_page("Sofia"))
    assert acts(open_page("Nobody")) == []


def test_nothing_is_asked_for_on_a_day_that_is_past(open_page: Open) -> None:
    assert acts(open_page("Sofia", as_of="2023-01-01")) == []
