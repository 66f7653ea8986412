"""The checks see what they are there for, or a clean report would mean nothing."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import checks
from tests.browser.wait import until_quiet

MAIN = '<html lang="en"><title>Page</title><main data-testid="stMain">{}</main></html>'

# A finished page of the app whose number goes on changing for a second.
CHANGING = """
<div data-testid="stApp" data-test-script-state="notRunning" data-test-connection-state="CONNECTED">
  <main data-testid="stMain"><p data-testid="stElementContainer">0</p></main>
</div>
<script>
  let number = 0;
  const clock = setInterval(() => {
    document.querySelector("p").textContent = ++number;
    if (number === 9) clearInterval(clock);
  }, 100);
</script>
"""


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    """A window of 400 by 300 points."""
    context = browser.new_context(viewport={"width": 400, "height": 300})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    "html",
    [
        '<div style="width:80px;overflow:hidden;white-space:nowrap">Too long to be seen</div>',
        '<div style="width:80px;overflow:hidden;text-overflow:ellipsis">Unbreakablewords</div>',
        '<div style="height:10px;overflow:clip"><p>One line</p></div>',
        '<svg width="60" height="30"><text x="0" y="20">A title on a chart</text></svg>',
    ],
)
def test_cut_words_are_seen(blank: Page, html: str) -> None:
    blank.set_content(MAIN.format(html))
    assert len(checks.cut_off(blank)) == 1


@pytest.mark.parametrize(
    "html",
    [
        '<div style="width:80px;overflow:hidden">Short, and broken into lines</div>',
        '<div style="width:80px;overflow:auto;white-space:nowrap">Scrolled into sight</div>',
        '<span style="position:absolute;width:1px;height:1px;overflow:hidden">For the ear</span>',
        '<div style="width:9px;overflow:hidden;display:none">Not there at all</div>',
    ],
)
def test_words_that_can_be_read_are_not_called_cut(blank: Page, html: str) -> None:
    blank.set_content(MAIN.format(html))
    assert checks.cut_off(blank) == []


def test_sideways_scrolling_is_seen(blank: Page) -> None:
    blank.set_content(MAIN.format('<div style="width:500px">Wide</div>'))
    assert len(checks.sideways(blank)) == 2  # the page itself and the box that Streamlit scrolls


@pytest.mark.parametrize("slip", ["Traceback (most recent call last)", "Gap: nan", "None"])
def test_slips_are_seen(blank: Page, slip: str) -> None:
    blank.set_content(MAIN.format(f"<p>Fine</p><p>{slip}</p><p>None of six is measured</p>"))
    assert checks.errors(blank) == [slip]


def test_pale_words_are_seen(blank: Page) -> None:
    blank.set_content(MAIN.format('<p style="color:#ccc;background:#fff">Pale</p>'))
    assert [barrier.split(":")[0] for barrier in checks.barriers(blank)] == ["color-contrast"]


def test_a_page_is_quiet_once_nothing_changes_any_more(blank: Page) -> None:
    blank.set_content(CHANGING)
    until_quiet(blank)
    assert blank.locator("p").inner_text() == "9"
