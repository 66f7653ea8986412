"""Every page on both stores, wide and narrow, light and dark: whole, readable, and from here."""

import json
from collections.abc import Callable
from itertools import product

import pytest
from playwright.sync_api import Page

from tests.browser.checks import complaints
from tests.browser.reader import THEMES, WIDTHS, Theme
from tests.menu import GUARDED, PUBLIC, Listed

# Forms are made of the same few widgets: one look at each width and theme is enough for them.
LOOKS = [
    *product(PUBLIC, ("real", "demo"), WIDTHS, THEMES),
    *((listed, "demo", *look) for listed in GUARDED for look in zip(WIDTHS, THEMES, strict=True)),
]


@pytest.mark.parametrize(
    ("listed", "store", "width", "theme"), LOOKS, ids=lambda value: getattr(value, "name", value)
)
def test_a_page_is_whole_readable_and_from_here(
    page_at: Callable[..., Page], listed: Listed, store: str, width: int, theme: Theme
) -> None:
    page = page_at(listed.address, width, theme, store)
    assert page.locator("h1").count() == 1
    found = complaints(page)
    assert not found, json.dumps(found, indent=2, ensure_ascii=False)


@pytest.mark.parametrize("code", ["A2", "B1", "C1", "D2", "D4", "F2"])
def test_an_objective_of_any_kind_is_readable_on_a_phone(
    page_at: Callable[..., Page], code: str
) -> None:
    found = complaints(page_at(f"/objective?objective={code}", 390, store="demo"))
    assert not found, json.dumps(found, indent=2, ensure_ascii=False)
