"""The bar and the menu as a reader uses them, and what a window shows."""

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.browser.wait import PATIENCE, until_quiet
from tests.menu import Listed

OPTIONS = ".st-key-pick_links"
PRESSES = 3  # of the control, until it stays open


def choose(page: Page, *, as_of: str, plan: str, region: str, code: str) -> None:
    """Set all three choices of the bar; `code` is what the address calls the region."""
    open_control(page)
    page.locator(".st-key-pick_as_of").get_by_role("spinbutton").first.click()
    page.keyboard.type(as_of.replace("-", ""))
    page.keyboard.press("Tab")  # past the calendar's button: leaving the field settles the date
    page.keyboard.press("Tab")
    _until_in_address(page, f"as_of={as_of}")
    choose_plan(page, plan)
    _until_in_address(page, f"plan={plan}")
    choose_region(page, region)
    _until_in_address(page, f"region={code}")


def choose_plan(page: Page, plan: str) -> None:
    """Set the bar's plan version."""
    open_control(page)
    page.locator(OPTIONS).get_by_role("link", name=f"Plan {plan}").click()


def choose_region(page: Page, region: str) -> None:
    """Set the bar's region by its name."""
    open_control(page)
    page.locator(OPTIONS).get_by_role("link", name=region, exact=True).click()
    until_quiet(page)


def open_control(page: Page) -> None:
    """Open the one control of the bar, which closes once a choice is made.

    The end of that choice's run may close it again on a busy machine, after which it is pressed
    once more.
    """
    control = page.locator(".st-key-bar_view").get_by_role("button")
    choices = page.locator(OPTIONS)
    for _press in range(PRESSES):
        control.click()
        until_quiet(page)
        if choices.is_visible():
            break
    expect(choices).to_be_visible()


def covers(page: Page) -> list[str]:
    """The names in the menu that the bar lies over."""
    bar = page.locator(".st-key-bar").bounding_box() or {"x": 0}
    names = page.get_by_test_id("stTopNav").locator("a, button").all()
    ends = {name.inner_text(): name.bounding_box() for name in names}
    return [name for name, box in ends.items() if box and box["x"] + box["width"] > bar["x"]]


def _until_in_address(page: Page, parameter: str) -> None:
    page.wait_for_url(lambda url: parameter in url, timeout=PATIENCE)
    until_quiet(page)


def go_to(page: Page, listed: Listed) -> None:
    """Open a page through the menu."""
    heading = page.locator("h1")
    before = heading.inner_text()
    is_there = urlsplit(page.url).path == listed.address
    if listed.group:
        page.get_by_test_id("stTopNavSection").filter(has_text=listed.group).click()
        page.get_by_role("menuitem", name=listed.title, exact=True).click()
    else:  # behind the review stands how much waits
        page.get_by_test_id("stTopNavLink").filter(has_text=listed.title).first.click()
    page.mouse.move(0, 0)
    if not is_there:
        expect(heading).not_to_have_text(before, timeout=PATIENCE)
    until_quiet(page)


def go_back(page: Page, address: str) -> None:
    """Press the browser's back key until the address is there, twice at most.

    Streamlit notes a page and the parameters that we write back for it as one step or as two,
    depending on whether they reach the browser together.
    """
    for _press in range(2):
        page.go_back()
        until_quiet(page)
        if address in page.url:
            break


def view(page: Page) -> dict[str, object]:
    """What the window shows once its foot is drawn: its address, words, fields and charts."""
    expect(page.locator(".foot")).to_be_visible()
    until_quiet(page)
    return {
        "address": page.evaluate("location.pathname + location.search"),
        "title": page.title(),
        "fields": page.locator("input").evaluate_all("fields => fields.map(f => f.value)"),
        "words": page.get_by_test_id("stMain").inner_text(),
        "marks": page.locator('[data-testid="stVegaLiteChart"] .role-mark > *').count(),
    }
