"""The page's own script: typed days hold, the back key restores, a translation stays true."""

from collections.abc import Callable
from urllib.parse import urljoin

from playwright.sync_api import Locator, Page, expect

from tests.browser import bar
from tests.browser.reader import visit
from tests.browser.wait import PATIENCE, until_quiet

PageAt = Callable[..., Page]
# As the translators of browsers do it: an element of theirs in the place of every text.
TRANSLATE = """
() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const isRead = (text) => text.data.trim() && !text.parentNode.closest("script, style, svg");
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts.filter(isRead)) {
    const outer = document.createElement("font");
    outer.append(document.createElement("font"));
    outer.firstChild.textContent = text.data;
    text.replaceWith(outer);
  }
}
"""


def _whole(page: Page) -> dict[str, object]:
    """What the window shows once the page's script is there too."""
    page.wait_for_function("window.followDays")
    return bar.view(page)


def _type_day(page: Page, day: str) -> Locator:
    bar.open_control(page)
    field = page.locator(".st-key-pick_as_of")
    field.get_by_role("spinbutton").first.click()
    page.keyboard.type(day.replace("-", ""))
    return field


def _until_known(page: Page, day: str) -> None:
    expect(page.locator(".foot")).to_contain_text(f"Figures known on {day}", timeout=PATIENCE)
    until_quiet(page)


def test_a_typed_day_holds_at_once(page_at: PageAt) -> None:
    page = page_at("/method")
    control = page.locator(".st-key-bar_view button")
    for day, key in enumerate(("Tab", "Enter", "Alt+ArrowDown", ""), start=15):
        _type_day(page, f"2023-01-{day}")
        if key:
            page.keyboard.press(key)
        _until_known(page, f"{day} January 2023")
        assert f"as_of=2023-01-{day}" in page.url
        expect(control).to_be_focused()
        expect(control).to_contain_text(f"{day} January 2023")


def test_a_day_that_cannot_be_chosen_leaves_the_one_that_holds(page_at: PageAt) -> None:
    page = page_at("/method?as_of=2023-01-15")
    field = _type_day(page, "2099-01-15")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(field).to_contain_text("2099-01-15 cannot be chosen here. 2023-01-15 holds.")
    expect(page.locator(f"{bar.OPTIONS} :focus")).to_be_visible()
    expect(page.locator(".st-key-bar_view button")).to_contain_text("15 January 2023")
    _until_known(page, "15 January 2023")
    field.get_by_role("spinbutton").first.click()
    expect(field).not_to_contain_text("cannot be chosen")


def test_the_back_key_returns_to_the_default_view(page_at: PageAt) -> None:
    page = page_at("/gaps")
    before = _whole(page)
    bar.choose(page, as_of="2021-06-30", plan="2022", region="Africa", code="AFR")
    for _press in range(2 * 3):  # on a busy machine a choice may be two steps
        page.go_back()
        until_quiet(page)
        if bar.view(page)["address"] == before["address"]:
            break
    assert _whole(page) == before
    page.go_forward()
    _until_known(page, "30 June 2021")


def test_the_menu_keeps_the_view_and_one_step_back_undoes_it(page_at: PageAt) -> None:
    page = page_at("/gaps?plan=2020")
    before = _whole(page)
    page.get_by_test_id("stTopNavLink").filter(has_text="Overview").click()
    page.wait_for_url("**/?plan=2020", timeout=PATIENCE)
    until_quiet(page)
    page.go_back()
    until_quiet(page)
    assert _whole(page) == before


def test_a_translated_page_keeps_nothing_of_the_former_view(page_at: PageAt) -> None:
    page = page_at("/objective?objective=A1&plan=2020")
    fresh = _whole(page)
    visit(page, urljoin(page.url, "/objective?objective=A1"))
    _whole(page)
    page.evaluate(TRANSLATE)
    bar.open_control(page)
    page.locator(bar.OPTIONS).get_by_role("link").filter(has_text="2020").click()
    page.wait_for_url("**plan=2020**", timeout=PATIENCE)
    until_quiet(page)
    assert _whole(page)["words"] == fresh["words"]
