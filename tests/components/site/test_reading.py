"""The site as its readers meet it: light and dark, wide and narrow, with scripts and without."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import checks
from tests.browser.reader import HEIGHT, THEMES, WIDTHS, Theme, new_context, noting

PAGES = (
    "index.html",
    "goal/A.html",
    "objective/A1.html",
    "objective/F2.html",
    "search.html",
    "archive.html",
    "data.html",
    "method.html",
)
OF_PUBLISHED = ("index.html", "objective/A1.html", "data.html")  # the others differ in figures


@contextmanager
def tab(browser: Browser, width: int = 1440, theme: Theme = "light") -> Iterator[Page]:
    """A tab in which nothing may go wrong, and from which nothing may be asked elsewhere."""
    problems: list[str] = []
    with new_context(browser, width, theme) as context:
        page = context.new_page()
        with noting(page, problems):
            yield page
    assert problems == []


def enliven(page: Page) -> None:
    """Scroll through the page until every chart answers the pointer."""
    for chart in page.locator(".chart").all():
        chart.scroll_into_view_if_needed()
        expect(chart.locator(".live svg")).to_be_visible()


@pytest.mark.parametrize(("width", "theme"), [*zip(WIDTHS, THEMES, strict=True)])
def test_nobody_has_anything_to_complain_of(
    browser: Browser, demo_address: str, real_address: str, width: int, theme: Theme
) -> None:
    with tab(browser, width, theme) as page:
        for address, paths in ((demo_address, PAGES), (real_address, OF_PUBLISHED)):
            for path in paths:
                page.goto(f"{address}/{path}")
                assert checks.complaints(page) == {}, (address, path)


def test_charts_that_answer_the_pointer_are_accessible_too(
    browser: Browser, demo_address: str
) -> None:
    with tab(browser, theme="dark") as page:
        for path in ("objective/B2.html", "goal/A.html"):
            page.goto(f"{demo_address}/{path}")
            enliven(page)
            assert checks.complaints(page) == {}, path
            for chart in page.locator(".chart .live").all():
                expect(chart).to_have_attribute("role", "graphics-document")
                expect(chart).to_have_attribute("aria-label", re.compile(r"\w+"))
            assert page.locator(".chart > svg:visible").count() == 0


def test_a_chart_says_its_figure_and_source_under_the_pointer(
    browser: Browser, demo_address: str
) -> None:
    with tab(browser) as page:
        page.goto(f"{demo_address}/objective/A1.html")
        enliven(page)
        mark = page.locator(".chart .live .mark-symbol path").last
        mark.evaluate("mark => mark.scrollIntoView({block: 'center'})")
        mark.hover(force=True)
        tip = page.locator("#vg-tooltip-element")
        expect(tip).to_be_visible()
        expect(tip).to_contain_text("Figure")
        expect(tip).to_contain_text("Invented for demonstration")


def test_a_chart_can_be_saved_and_stands_alone(browser: Browser, demo_address: str) -> None:
    with tab(browser, theme="dark") as page:
        page.goto(f"{demo_address}/objective/A1.html")
        enliven(page)
        charts = page.locator(".chart").count()
        saved = {}
        for kind in ("PNG", "SVG"):
            buttons = page.get_by_role("button", name=f"Save as {kind}")
            expect(buttons).to_have_count(charts)
            with page.expect_download() as download:
                buttons.first.click()
            assert download.value.suggested_filename.startswith("invented-4p1000-trajectory-A1-")
            saved[kind] = Path(download.value.path()).read_bytes()
    assert saved["PNG"].startswith(b"\x89PNG")
    drawing = saved["SVG"].decode()
    for words in (
        "A1 · Member and partner",
        "Plan 2022, as known on",
        "Invented for demonstration",
    ):
        assert words in drawing
    assert "light-dark(" not in drawing


@pytest.mark.parametrize("width", WIDTHS)
def test_everything_is_there_without_scripts(
    browser: Browser, demo_address: str, width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(f"{demo_address}/objective/A1.html")
    charts = page.locator(".chart")
    assert charts.count() > 1
    for chart in charts.all():
        expect(chart.locator("> svg:visible")).to_have_count(1)
        picture = chart.locator("> svg:visible").bounding_box()
        assert picture is not None
        assert picture["width"] > 0.8 * min(width - 32, 720)
        assert chart.locator("> svg:visible :is(path, circle)").count() > 2
    expect(page.locator("main")).to_contain_text("Figures and their sources")
    page.get_by_role("searchbox").fill("soil")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Search")
    expect(page.locator("#index section")).to_have_count(8)
    page.get_by_role("link", name="NDCs (A1)").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("A1")
    context.close()


def test_the_search_finds_by_words_of_any_part(browser: Browser, demo_address: str) -> None:
    with tab(browser) as page:
        page.goto(f"{demo_address}/index.html")
        page.get_by_role("searchbox").fill("ndc")
        page.keyboard.press("Enter")
        box = page.locator("#words")
        expect(box).to_have_value("ndc")
        expect(page.get_by_role("link", name="NDCs (A1)")).to_be_visible()
        expect(page.get_by_role("link", name="Carbon markets (A5)")).to_be_hidden()
        box.fill("FRAMEWORK scientific")
        expect(page.get_by_role("link", name="Conceptual framework (A6)")).to_be_visible()
        expect(page.locator("#found")).to_contain_text(" found")
        box.fill("agrofrestry")  # a slip of the hand
        expect(page.get_by_role("link", name="Agroforestry, silvopasture")).to_be_visible()
        box.fill("investmnet pla")
        expect(page.get_by_role("link", name="Investment plans (B1)", exact=True)).to_be_visible()
        expect(page.get_by_role("link", name="NDCs (A1)")).to_be_hidden()
        box.fill("no such thing")
        expect(page.locator("#index li:visible")).to_have_count(0)
        expect(page.locator("#found")).to_contain_text("0 of ")


def test_a_file_from_the_page_data_can_be_saved(browser: Browser, demo_address: str) -> None:
    with tab(browser) as page:
        page.goto(f"{demo_address}/data.html")
        with page.expect_download() as saved:
            page.get_by_role("link", name="measurements.csv").click()
        assert "INVENTED FIGURES" in Path(saved.value.path()).read_text(encoding="utf-8-sig")


def test_an_archived_build_says_what_it_is_and_leads_back(
    browser: Browser, demo_address: str
) -> None:
    with tab(browser) as page:
        page.goto(f"{demo_address}/archive.html")
        page.locator("tbody a").first.click()
        expect(page.get_by_text("kept as it was")).to_be_visible()
        page.get_by_role("link", name="A1 NDCs").click()
        enliven(page)
        page.get_by_role("link", name="All builds").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Archive of builds")
