"""The bar and the menu as a reader uses them, and what a window shows."""

from playwright.sync_api import Page

from tests.browser.wait import until_quiet
from tests.menu import Listed


def choose(page: Page, *, as_of: str, plan: str, region: str) -> None:
    """Set all three choices of the bar."""
    page.locator(".st-key-bar_as_of").get_by_role("spinbutton").first.click()
    page.keyboard.type(as_of.replace("-", ""))
    page.keyboard.press("Tab")  # past the calendar's button: leaving the field settles the date
    page.keyboard.press("Tab")
    until_quiet(page)
    page.locator(".st-key-bar_plan").get_by_text(f"Plan {plan}").click()
    until_quiet(page)
    page.locator(".st-key-bar_region").get_by_role("combobox").click()
    page.get_by_role("option", name=region, exact=True).click()
    until_quiet(page)


def go_to(page: Page, listed: Listed) -> None:
    """Open a page through the menu."""
    page.get_by_test_id("stTopNavSection").filter(has_text=listed.group).click()
    page.get_by_role("menuitem", name=listed.title, exact=True).click()
    page.mouse.move(0, 0)
    until_quiet(page)


def view(page: Page) -> dict[str, object]:
    """What the window shows: its address, its words, and what its fields hold."""
    return {
        "address": page.evaluate("location.pathname + location.search"),
        "title": page.title(),
        "fields": page.locator("input").evaluate_all("fields => fields.map(f => f.value)"),
        "words": page.get_by_test_id("stMain").inner_text(),
        "pictures": page.locator("canvas, svg").count(),
    }
