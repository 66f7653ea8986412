"""From the grid of regions to who is silent, by presses, with a mouse and on a phone."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.wait import until_quiet

PageAt = Callable[..., Page]
AFRICA = 2  # its column, after the world and the leader


def cell(page: Page, objective: str, column: int = AFRICA) -> Locator:
    """The cell of an objective in a region."""
    head = page.get_by_role("rowheader", name=re.compile(f"^{objective}"))
    return page.locator(".heat tr", has=head).get_by_role("cell").nth(column)


def check_paper(page: Page) -> None:
    """On paper the table of meetings, which the screen draws on a canvas, has its rows as text."""
    page.wait_for_timeout(1500)  # until the rows are unpacked
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    rows = page.locator(".facts.printed tbody tr")
    expect(rows.filter(has_text="Invented regional meeting, Nairobi 2022")).to_be_visible()
    expect(page.get_by_test_id("stDataFrame")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(rows).to_have_count(0)


def test_who_is_silent_in_africa_is_found_in_two_presses(page_at: PageAt) -> None:
    page = page_at("/regions")
    expect(cell(page, "B3")).to_contain_text("silent")  # before any press
    cell(page, "B3").get_by_role("link").click()
    expect(page).to_have_url(re.compile("/report.*indicator=B3-regions&place=R-AFR"))
    page = page_at("/regions", store="demo")
    check_paper(page)
    cell(page, "B4").get_by_role("link").click()
    until_quiet(page)
    expect(page.locator(".asked h2")).to_have_text("B4 MRV tool-kit in Africa")
    expect(page.locator(".asked")).to_contain_text(re.compile(r"countries are silent: \w+, \w+"))
    page.locator(".asked").get_by_role("link", name="Enter").first.click()
    expect(page).to_have_url(re.compile("/countries.*place=R-AFR"))
