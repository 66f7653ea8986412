"""A meeting as the Secretariat holds it: few acts from the list to the projector and a decision."""

import datetime as dt
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.browser.reader import Windows, visit
from tests.browser.wait import until_quiet

PROJECTOR = ViewportSize(width=1280, height=720)
DUE = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=60)
# What hangs over the foot of the step, and what beside the chart had no room and is out of sight.
NOT_WHOLE = """
() => {
  const edge = (one) => one.getBoundingClientRect();
  const foot = edge(document.querySelector(".presentation")).top;
  const claims = document.querySelector(".claims");
  const hangs = (one) => edge(one).bottom > foot;
  const isOut = (one) => edge(one).left >= edge(claims).right;
  return [...document.querySelectorAll(".claims, .st-key-step_acts, svg.marks")].filter(hangs)
    .concat([...claims.children].filter(isOut)).map((one) => one.className);
}
"""
TO_PRESENT, TO_DECIDE = 8, 5  # acts at most: a press, or a field filled in


class Hand:
    """Acts on a page as a person would, and counts."""

    def __init__(self, page: Page) -> None:
        """Begin without an act."""
        self.page, self.acts = page, 0

    def press(self, what: Locator) -> None:
        """Press a button, a link, a choice."""
        what.click()
        until_quiet(self.page)
        self.acts += 1

    def key(self, name: str) -> None:
        """Press a key."""
        self.page.keyboard.press(name)
        until_quiet(self.page)
        self.acts += 1

    def fill(self, field: Locator, text: str) -> None:
        """Type into a field."""
        field.click()
        self.page.keyboard.type(text)
        self.page.keyboard.press("Tab")
        until_quiet(self.page)
        self.acts += 1


@pytest.fixture
def hand(windows: Windows, local_copy: str, problems: list[str]) -> Iterator[Hand]:
    """The Secretariat's, at the list of meetings."""
    with windows.open(1440, "light", problems) as page:
        visit(page, f"{local_copy}/meeting")
        yield Hand(page)


def present_goal(hand: Hand) -> Page:
    """Arrange a meeting on goal C, open it and begin to present it."""
    page = hand.page
    hand.press(page.get_by_role("link", name="Arrange a meeting"))
    hand.press(page.get_by_role("radio", name="Goal C"))
    hand.press(page.get_by_role("button", name="Arrange the meeting"))
    hand.press(page.get_by_role("button", name="Open the meeting"))
    hand.press(page.get_by_role("link", name="Present"))
    return page


def test_a_goal_is_presented_and_a_decision_written_in_few_acts(hand: Hand) -> None:
    page = present_goal(hand)
    assert hand.acts <= TO_PRESENT
    expect(page.get_by_role("heading", level=1)).to_contain_text("Consortium of Members")
    expect(page.locator(".agenda li").first).to_contain_text("C Promotion")
    page.set_viewport_size(PROJECTOR)
    for _step in range(2):
        page.keyboard.press("ArrowRight")
        until_quiet(page)
    chart = page.get_by_test_id("stMain").locator("svg.marks, .empty").first
    before = chart.bounding_box()

    hand.acts = 0
    hand.key("d")
    field = page.get_by_label("What is decided")
    expect(field).to_be_focused()
    expect(page.locator(".st-key-step_words")).to_be_hidden()  # in its place, beside the chart
    form = page.locator(".st-key-step_decide").bounding_box()
    assert before == chart.bounding_box()
    assert before is not None
    assert form is not None
    assert form["x"] >= before["x"] + before["width"]
    hand.fill(field, "Ask the regions for their lists")
    hand.press(page.get_by_label("Who acts"))
    page.get_by_role("option", name="Bureau").click()  # the same act: open, and choose
    until_quiet(page)
    hand.fill(page.get_by_label("year, Due on: needed"), f"{DUE:%Y%m%d}")
    hand.press(page.get_by_role("button", name="Write it down"))
    assert hand.acts <= TO_DECIDE
    # What says so moves nothing, and what the step holds still fits.
    expect(page.get_by_text("The decision was written down.").first).to_be_visible()
    assert before == chart.bounding_box()
    assert page.evaluate(NOT_WHOLE) == []
    # It stands beside the chart at once: the form has closed, here and at the steps to come.
    expect(page.locator(".demand.due")).to_be_visible()
    expect(page.locator(".demand.due")).to_contain_text("Ask the regions for their lists")
    hand.key("d")
    hand.press(page.locator(".presentation .last"))
    expect(page.get_by_label("What is decided")).to_be_hidden()


def test_keys_are_left_to_who_types_and_what_is_typed_stays(hand: Hand) -> None:
    page = present_goal(hand)
    page.set_viewport_size(PROJECTOR)
    page.keyboard.press("ArrowRight")
    until_quiet(page)
    page.keyboard.press("d")
    until_quiet(page)
    field = page.get_by_label("What is decided")
    field.fill("Ask the regions")
    field.press("ArrowLeft")
    field.press("f")
    field.press("d")
    assert field.input_value() == "Ask the regionfds"
    page.keyboard.press("Tab")
    until_quiet(page)
    assert page.url.endswith("step=C")
    page.locator(".presentation .next").click()
    until_quiet(page)
    page.locator(".presentation .prev").click()
    until_quiet(page)
    page.keyboard.press("d")
    expect(page.get_by_label("What is decided")).to_have_value("Ask the regionfds")
