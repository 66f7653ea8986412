"""The address holds the whole view: a copied link reopens it, a wrong one says what is wrong."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser import bar
from tests.browser.checks import errors
from tests.browser.reader import ANYWHERE, follow, visit
from tests.browser.wait import until_quiet
from tests.menu import PAGES, PUBLIC

PageAt = Callable[..., Page]
CHOSEN = {"as_of=2023-01-01", "plan=2020", "region=AFR"}
COPIED = ("objective", "gaps")  # of each page without a browser: tests/pages
WRONG = {
    "/?as_of=yesterday": "“yesterday” in the address is not a date",
    "/?as_of=2023-02-30": "“2023-02-30” in the address is not a date",
    "/?as_of=2999-01-01": "1 January 2999 lies after",
    "/?as_of=1999-01-01": "nothing was known on 1 January 1999",
    "/gaps?plan=1999": "“plan=1999” in the address is unknown",
    "/gaps?region=MARS": "“region=MARS” in the address is unknown",
    "/method?lang=tlh": "“lang=tlh” in the address is unknown",
    "/objective?objective=Z9": "“objective=Z9” in the address is unknown",
}


def test_a_copied_address_reopens_the_same_view_elsewhere(
    page_at: PageAt, servers: dict[str, str]
) -> None:
    page, elsewhere = page_at(ANYWHERE), page_at(ANYWHERE)
    bar.choose(page, as_of="2023-01-01", plan="2020", region="Africa", code="AFR")
    assert bar.covers(page) == []
    for listed in (one for one in PUBLIC if one.name in COPIED):
        bar.go_to(page, listed)
        seen = bar.view(page)
        path, _, query = str(seen["address"]).partition("?")
        assert path == listed.address
        assert set(query.split("&")) >= CHOSEN
        visit(elsewhere, f"{servers['real']}{seen['address']}")
        assert bar.view(elsewhere) == seen


def test_the_back_key_returns_to_the_view_before(page_at: PageAt) -> None:
    page = page_at("/gaps?plan=2020")
    before = bar.view(page)
    bar.go_to(page, PAGES[0])
    bar.go_back(page, "/gaps?plan=2020")
    assert bar.view(page) == before


def test_a_wrong_address_says_what_is_wrong_and_shows_the_page(page_at: PageAt) -> None:
    page = page_at(ANYWHERE)
    for address, sentence in WRONG.items():
        follow(page, address)
        assert sentence in page.get_by_test_id("stAlert").first.inner_text()
        assert page.locator("h1").count() == 1
        assert errors(page) == []


def test_an_unknown_page_leads_to_a_known_one(page_at: PageAt) -> None:
    page = page_at("/nonsense")
    assert "not found" in page.get_by_role("dialog").inner_text()
    page.keyboard.press("Escape")
    bar.go_to(page, PAGES[1])
    assert page.locator("h1").count() == 1


def test_words_in_an_address_stay_words(page_at: PageAt) -> None:
    words = "[sign in](https://example.org) ![](https://example.org/a.png)"
    page = page_at(ANYWHERE)
    for address in ("/?as_of", "/?plan", "/?region", "/?lang", "/objective?objective"):
        follow(page, f"{address}={words}")
        assert page.locator('[href*="example.org"], [src*="example.org"]').count() == 0
        assert "[sign in](" in page.get_by_test_id("stMain").inner_text()


def test_why_a_goal_is_held_back_is_one_press_away(page_at: PageAt) -> None:
    page = page_at("/", store="demo")
    page.locator(".gauge h3 a", has_text="Promotion").click()
    expect(page.locator("h1")).to_contain_text("Goal C, Promotion")
    until_quiet(page)
    held = page.locator("h2", has_text="What holds it back").locator("+ ul > li").first
    expect(held).to_contain_text("C3")
    expect(held).to_contain_text("of what was due")


def test_a_tile_leads_to_its_objective_in_the_same_view_and_session(page_at: PageAt) -> None:
    page = page_at("/?plan=2020&region=AFR")
    page.evaluate("window.sameLoad = true")
    page.locator(".tile", has_text="B2 ").click()
    expect(page.locator("h1")).to_contain_text("B2")
    until_quiet(page)
    assert page.evaluate("window.sameLoad")
    assert page.url.endswith("/objective?plan=2020&region=AFR&objective=B2")
    bar.go_back(page, "/?plan=2020&region=AFR")
    assert page.locator(".tile").count() == 24
