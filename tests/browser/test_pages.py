"""Every page on both stores, wide and narrow, light and dark: whole, readable, and from here."""

import json
from collections.abc import Callable
from itertools import cycle, product

import pytest
from playwright.sync_api import Page, expect

from components.look.theme import DARK, LIGHT, Palette
from tests.browser.checks import complaints
from tests.browser.reader import HEIGHT, THEMES, WIDTHS, Theme, turn
from tests.menu import PAGES, PUBLIC, Listed

Look = tuple[int, Theme]
LOOKS: tuple[Look, ...] = (*product(WIDTHS, THEMES),)
# Two opposite looks show each width and each theme of a page; that pages take turns with the pairs
# and with what comes first lets whatever they share be seen, and be opened, in all four.
OPPOSITES = tuple(zip(LOOKS, reversed(LOOKS), strict=True))
INVENTED = [
    pytest.param(listed, *looks, id=listed.name)
    for listed, looks in zip(PAGES, cycle(OPPOSITES), strict=False)
]
SHIPPED = [
    pytest.param(listed, look, id=listed.name)
    for listed, look in zip(PUBLIC, cycle(LOOKS), strict=False)
]


def found_in(page: Page, look: Look) -> dict[str, list[str]]:
    """What a reader complains of in a look, which a failure names."""
    return {f"{kind}, {look}": list_ for kind, list_ in complaints(page).items()}


@pytest.mark.parametrize(("listed", "first", "second"), INVENTED)
def test_a_page_is_whole_readable_and_from_here(
    page_at: Callable[..., Page], listed: Listed, first: Look, second: Look
) -> None:
    page = page_at(listed.address, *first, store="demo")
    assert page.locator("h1").count() == 1
    found = found_in(page, first)
    page.set_viewport_size({"width": second[0], "height": HEIGHT})
    turn(page, second[1])
    found |= found_in(page, second)
    assert not found, json.dumps(found, indent=2, ensure_ascii=False)


@pytest.mark.parametrize(("listed", "look"), SHIPPED)
def test_a_page_of_shipped_figures_is_whole_though_most_parts_are_empty(
    page_at: Callable[..., Page], listed: Listed, look: Look
) -> None:
    page = page_at(listed.address, *look)
    assert page.locator("h1").count() == 1
    found = found_in(page, look)
    assert not found, json.dumps(found, indent=2, ensure_ascii=False)


def test_charts_follow_when_the_readers_theme_turns(page_at: Callable[..., Page]) -> None:
    page = page_at("/objective?objective=A1", store="demo")
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
