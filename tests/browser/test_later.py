"""Charts far below wait for the reader: drawn when they are near, and not before."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.wait import until_quiet

CHARTS = '[data-testid="stVegaLiteChart"]'


def test_a_chart_is_drawn_once_the_reader_comes_near_and_what_is_passed_over_is_not(
    page_at: Callable[..., Page],
) -> None:
    page = page_at("/soil-carbon")
    expect(page.locator(CHARTS)).to_have_count(1)
    waiting = page.get_by_role("button", name="Draw the chart")
    there = waiting.count()
    _scroll_to(page, "Farming and grazing have cost")
    expect(page.locator(CHARTS).filter(has_text="31.2")).to_be_visible()
    _scroll_to(page, "What this page does not say")
    until_quiet(page)
    assert 0 < waiting.count() < there


def _scroll_to(page: Page, heading: str) -> None:
    """Show a heading, which a chart drawn meanwhile may move."""
    page.get_by_role("heading", name=heading).evaluate("heading => heading.scrollIntoView()")


# What printing finds, in place of a printer.
PRINTER = """
() => {
  window.print = () => {
    const charts = [...document.querySelectorAll('.stVegaLiteChart')];
    const drawn = charts.filter((one) => one.querySelector('canvas, svg')).length;
    const left = document.querySelectorAll('[class*="st-key-later_"]').length;
    document.documentElement.dataset.printed = `${drawn} ${left}`;
  };
}
"""


def test_who_prints_gets_every_chart(page_at: Callable[..., Page]) -> None:
    page = page_at("/objective?objective=E2")
    assert page.get_by_role("button", name="Draw the chart").count() > 0
    page.evaluate(PRINTER)
    page.keyboard.press("Control+p")
    printed = page.locator("html[data-printed]")
    expect(printed).to_be_attached()
    drawn, left = map(int, str(printed.get_attribute("data-printed")).split())
    assert drawn == page.locator(CHARTS).count()
    assert left == 0
