"""Every page on both stores, wide and narrow, light and dark: whole, readable, and from here."""

import json
from collections.abc import Callable
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from components.look.theme import DARK, LIGHT, Palette
from tests.browser.checks import complaints
from tests.browser.reader import THEMES, WIDTHS, Theme, turn
from tests.menu import PAGES, PUBLIC, Listed

# Invented figures fill every part; the shipped ones leave most of them empty.
LOOKS = [*product(PAGES, ("demo",), WIDTHS), *product(PUBLIC, ("real",), WIDTHS[:1])]


@pytest.mark.parametrize(
    ("listed", "store", "width"), LOOKS, ids=lambda value: getattr(value, "name", value)
)
def test_a_page_is_whole_readable_and_from_here(
    page_at: Callable[..., Page], listed: Listed, store: str, width: int
) -> None:
    page = page_at(listed.address, width, store=store)
    assert page.locator("h1").count() == 1
    for theme in THEMES:  # it opens in the first
        if theme != THEMES[0]:
            turn(page, theme)
        found = complaints(page)
        assert not found, theme + json.dumps(found, indent=2, ensure_ascii=False)


def test_charts_follow_when_the_readers_theme_turns(page_at: Callable[..., Page]) -> None:
    page = page_at("/gaps", store="demo")
    words = page.locator('[data-testid="stVegaLiteChart"] svg text').first
    looks: tuple[tuple[Theme, Palette], ...] = (("dark", DARK), ("light", LIGHT))
    for theme, palette in looks:
        page.emulate_media(color_scheme=theme)
        expect(words).to_have_attribute("fill", palette.muted)


@pytest.mark.parametrize("code", ["A2", "B1", "C1", "D2", "D4", "F2"])
def test_an_objective_of_any_kind_is_readable_on_a_phone(
    page_at: Callable[..., Page], code: str
) -> None:
    found = complaints(page_at(f"/objective?objective={code}", 390, store="demo"))
    assert not found, json.dumps(found, indent=2, ensure_ascii=False)
