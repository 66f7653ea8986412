"""A meeting on the projector: moved by keys and clickers, nothing around it, nothing cut off."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.checks import errors
from tests.browser.wait import until_quiet

PageAt = Callable[..., Page]
MEETING = "/meeting?meeting=consortium-of-members-2026-06-11"
AGENDA = ("C2", "A1", "A2", "B3", "D1", "D4", "E1", "F3")
PROJECTOR = ViewportSize(width=1280, height=720)
# What the Secretariat alone sees, below everything else, may lie below the edge.
_BOTTOM = "() => document.querySelector('.beneath').getBoundingClientRect().bottom"


@pytest.fixture
def projector(page_at: PageAt) -> Page:
    """The first step of a meeting of the demonstration."""
    page = page_at(f"{MEETING}&step=start", store="demo", anew=True)
    page.set_viewport_size(PROJECTOR)
    until_quiet(page)
    return page


def step(page: Page, key: str) -> str:
    """Press a key; return the step that the address names then."""
    page.keyboard.press(key)
    until_quiet(page)
    return page.url.rpartition("step=")[2]


def test_keys_and_clickers_lead_through_the_agenda_and_back(projector: Page) -> None:
    assert [step(projector, key) for key in ("ArrowRight", "PageDown")] == ["C2", "A1"]
    expect(projector.locator("h1")).to_contain_text("A1 · ")
    assert [step(projector, key) for key in ("PageUp", "ArrowLeft")] == ["C2", "start"]
    assert step(projector, "ArrowLeft") == "start"
    projector.keyboard.press("Escape")
    expect(projector.get_by_role("heading", name="Agenda")).to_be_visible()
    assert "step=" not in projector.url


def test_keys_are_left_to_who_types(projector: Page) -> None:
    assert step(projector, "ArrowRight") == "C2"
    projector.get_by_text("Write a decision or an action").click()
    field = projector.get_by_label("What is decided")
    field.fill("Ask the regions")
    field.press("ArrowLeft")
    field.press("f")
    until_quiet(projector)
    assert projector.url.endswith("step=C2")
    assert field.input_value() == "Ask the regionfs"


def test_what_is_typed_in_one_step_is_there_when_one_comes_back(projector: Page) -> None:
    step(projector, "ArrowRight")
    projector.get_by_text("Write a decision or an action").click()
    projector.get_by_label("What is decided").fill("Ask the regions")
    projector.keyboard.press("Tab")
    until_quiet(projector)
    projector.locator(".presentation .next").click()
    until_quiet(projector)
    projector.locator(".presentation .prev").click()
    until_quiet(projector)
    projector.get_by_text("Write a decision or an action").click()
    expect(projector.get_by_label("What is decided")).to_have_value("Ask the regions")


def test_every_step_fits_and_shows_nothing_but_the_meeting(projector: Page) -> None:
    for code in AGENDA:
        assert step(projector, "ArrowRight") == code
        assert projector.evaluate(_BOTTOM) <= PROJECTOR["height"], code
        expect(projector.locator(".dial")).to_have_count(1)
        expect(projector.get_by_test_id("stVegaLiteChart")).to_be_visible()
        expect(projector.locator(".st-key-bar")).to_be_hidden()
    assert errors(projector) == []


def test_it_fills_the_screen_by_key_and_by_button(projector: Page) -> None:
    is_full = "() => document.fullscreenElement !== null"
    projector.keyboard.press("f")
    projector.wait_for_function(is_full)
    projector.locator(".fullscreen").click()
    projector.wait_for_function("() => document.fullscreenElement === null")
