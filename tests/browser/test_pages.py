"""Every page on both stores, wide and narrow, light and dark: whole, readable, and from here."""

import json
from collections.abc import Callable, Sequence
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from components.look.theme import DARK, LIGHT, Palette
from tests.browser.checks import COLOURS, complaints
from tests.browser.reader import ANYWHERE, HEIGHT, THEMES, WIDTHS, Theme, follow, turn
from tests.menu import PAGES, Listed

Look = tuple[int, Theme]
LOOKS: tuple[Look, ...] = (*product(WIDTHS, THEMES),)
# Two opposite looks show each width and each theme of a page; every second page has the other two.
OPPOSITES = ((LOOKS[0], LOOKS[3]), (LOOKS[1], LOOKS[2]))
# All rules see a page in one width on one store, and in the other width on the other store.
SHIPPED = tuple(
    (LOOKS[look], [one for one in PAGES[at :: len(LOOKS)] if one.is_public])
    for at, look in enumerate((3, 2, 0, 1))
)
Found = dict[str, list[str]]


def found_in(page: Page, name: str, look: Look, rules: Sequence[str] = ()) -> Found:
    """What a reader complains of in a look, which a failure names."""
    return {f"{name}, {look}, {kind}": list_ for kind, list_ in complaints(page, rules).items()}


def show(page: Page, look: Look) -> None:
    """Give the window another width and another theme."""
    page.set_viewport_size({"width": look[0], "height": HEIGHT})
    turn(page, look[1])


def assert_nothing(found: Found) -> None:
    """Nothing was found, or it is told page by page."""
    assert not found, json.dumps(found, indent=2, ensure_ascii=False)


@pytest.mark.parametrize("at", range(len(OPPOSITES)))
def test_pages_are_whole_readable_and_from_here(page_at: Callable[..., Page], at: int) -> None:
    first, second = OPPOSITES[at]
    page = page_at(ANYWHERE, *first, store="demo")
    found: Found = {}
    for listed in PAGES[at :: len(OPPOSITES)]:
        follow(page, listed.address)
        expect(page.locator("h1")).to_have_count(1)
        found |= found_in(page, listed.name, first)
        show(page, second)
        found |= found_in(page, listed.name, second, COLOURS)
        first, second = second, first  # the next page begins in the look that this one ends in
    assert_nothing(found)


@pytest.mark.parametrize(("look", "pages"), SHIPPED)
def test_pages_of_shipped_figures_are_whole_though_most_parts_are_empty(
    page_at: Callable[..., Page], look: Look, pages: Sequence[Listed]
) -> None:
    page = page_at(pages[0].address, *look)
    found: Found = {}
    for listed in pages:
        follow(page, listed.address)
        expect(page.locator("h1")).to_have_count(1)
        found |= found_in(page, listed.name, look)
    assert_nothing(found)


def test_charts_follow_when_the_readers_theme_turns(page_at: Callable[..., Page]) -> None:
    page = page_at("/objective?objective=F3", store="demo")
    words = page.locator('[data-testid="stVegaLiteChart"] svg text').first
    looks: tuple[tuple[Theme, Palette], ...] = (("dark", DARK), ("light", LIGHT))
    for theme, palette in looks:
        page.emulate_media(color_scheme=theme)
        expect(words).to_have_attribute("fill", palette.muted)


def test_objectives_of_any_kind_are_readable_on_a_phone(page_at: Callable[..., Page]) -> None:
    page = page_at(ANYWHERE, 390, store="demo")
    found: Found = {}
    for code in ("A2", "B1", "C1", "D2", "D4", "F2"):
        follow(page, f"/objective?objective={code}")
        expect(page.locator("h1")).to_contain_text(code)
        found |= found_in(page, code, (390, "light"))
    assert_nothing(found)
