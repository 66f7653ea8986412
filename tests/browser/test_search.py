"""Search by keys alone: from any page to what one looks for, in three acts."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.wait import until_quiet

PageAt = Callable[..., Page]


def test_agroforestry_is_found_in_three_acts_and_the_way_back_skips_half_words(
    page_at: PageAt,
) -> None:
    page = page_at("/gaps?plan=2020")
    page.keyboard.press("Control+k")  # 1
    expect(page.locator(".st-key-choice_q input")).to_be_focused()
    page.keyboard.type("agroforestry", delay=60)  # 2
    link = page.get_by_role("link", name="Agroforestry, silvopasture")
    expect(link).to_be_visible()
    page.keyboard.press("Enter")  # 3
    expect(page.get_by_role("heading", level=1)).to_contain_text("A1")
    assert "plan=2020" in page.url
    until_quiet(page)
    page.go_back()
    until_quiet(page)
    expect(page.locator(".st-key-choice_q input")).to_have_value("agroforestry")
    page.go_back()
    until_quiet(page)
    assert "/gaps" in page.url


def test_arrows_lead_through_what_was_found_and_ctrl_k_back_to_the_field(page_at: PageAt) -> None:
    page = page_at("/search?q=investmnt")
    field, links = page.locator(".st-key-choice_q input"), page.locator(".found a")
    field.focus()
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Control+k")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Search")
