"""A meeting on the projector: moved by keys and clickers, nothing around it, nothing cut off."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.checks import errors
from tests.browser.wait import until_quiet

PageAt = Callable[..., Page]
MEETING = "/meeting?meeting=consortium-of-members-2026-06-11"
AGENDA = ("C2", "A1", "A2", "B3", "D1", "D4", "E1", "F3")
PROJECTOR = ViewportSize(width=1280, height=720)
LARGER = ViewportSize(width=1920, height=1080)
OLDER = ViewportSize(width=1024, height=768)
LEAST = 24  # pixels of what is to be read from the last row, of 720
# By how much something must be scrolled to be seen, and by how much the chart lies over the words.
_HIDDEN = """
() => {
  const scrolls = (box) => ['auto', 'scroll'].includes(getComputedStyle(box).overflowY);
  const boxes = [...document.querySelectorAll('[data-testid="stMain"], .stHtml *')].filter(scrolls);
  const edge = (selector) => document.querySelector(selector).getBoundingClientRect();
  return boxes.map((box) => box.scrollHeight - box.clientHeight)
    .concat(edge('svg.marks').right - edge('.st-key-step_words').left).filter((more) => more > 0);
}
"""
# Every text that is smaller than it may be, on the page and in its charts; an icon is no text.
_SMALL = """
(least) => [...document.querySelectorAll('[data-testid="stMain"] *')]
  .filter((one) => one.getClientRects().length && ![...one.classList].includes('announced'))
  .filter((one) => one.dataset.testid !== 'stIconMaterial' && !one.closest('[aria-hidden="true"]'))
  .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .filter((one) => parseFloat(getComputedStyle(one).fontSize) < least)
  .map((one) => `${one.textContent.trim()}: ${getComputedStyle(one).fontSize}`)
"""
_LETTER = "() => document.querySelector('.large, .verdict').getBoundingClientRect().height"


@pytest.fixture
def projector(page_at: PageAt) -> Page:
    """The first step of a meeting of the demonstration."""
    page = page_at(f"{MEETING}&step=start", store="demo")
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
    expect(projector.locator("h1")).to_contain_text("A1 ")
    assert [step(projector, key) for key in ("PageUp", "ArrowLeft")] == ["C2", "start"]
    assert step(projector, "ArrowLeft") == "start"
    assert [step(projector, key) for key in ("End", "Home")] == ["end", "start"]
    projector.keyboard.press("Escape")
    expect(projector.get_by_role("heading", name="Agenda")).to_be_visible()
    assert "step=" not in projector.url


def test_every_step_fits_and_shows_nothing_but_the_meeting(projector: Page) -> None:
    for code in AGENDA:
        assert step(projector, "ArrowRight") == code
        assert projector.evaluate(_HIDDEN) == [], code
        assert projector.evaluate(_SMALL, LEAST) == [], code
        expect(projector.get_by_test_id("stVegaLiteChart")).to_be_visible()
        expect(projector.locator(".st-key-bar")).to_be_hidden()
    assert errors(projector) == []
    for key in ("End", "Home"):
        step(projector, key)
        assert projector.evaluate(_SMALL, LEAST) == [], key
    step(projector, "ArrowRight")
    letter = projector.evaluate(_LETTER)
    for screen in (LARGER, OLDER):
        projector.set_viewport_size(screen)
        until_quiet(projector)
        assert projector.evaluate(_HIDDEN) == []
        scale = screen["width"] / PROJECTOR["width"]
        assert projector.evaluate(_LETTER) == pytest.approx(scale * letter, rel=0.05)


def test_the_chart_of_a_step_is_saved_with_the_day_of_its_figures(projector: Page) -> None:
    step(projector, "ArrowRight")
    projector.get_by_text("Behind the figures").click()
    projector.get_by_role("button", name="Save the picture").click()
    with projector.expect_download() as download:
        projector.get_by_role("button", name="Save as SVG").click()
    name = download.value.suggested_filename
    assert name.startswith("invented-4p1000-step-C2-")
    assert name.endswith("-plan2022-2026-06-11.svg")
    assert "as known on 11 June 2026" in Path(download.value.path()).read_text("utf-8")


def test_it_fills_the_screen_by_key_and_by_button(projector: Page) -> None:
    is_full = "() => document.fullscreenElement !== null"
    projector.keyboard.press("f")
    projector.wait_for_function(is_full)
    projector.locator(".fullscreen").click()
    projector.wait_for_function("() => document.fullscreenElement === null")
