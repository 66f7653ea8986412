"""The shell serves everyone: by keys, by ear, on a phone, on paper, in forced colours."""

import io
import re
from collections.abc import Callable
from contextlib import closing

import pypdf
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.keys import FOCUSED, Keys
from tests.browser.reader import ANYWHERE, follow
from tests.browser.wait import PATIENCE, until_quiet

PageAt = Callable[..., Page]
MOST_TO_OPEN, MOST_TO_SET_A_DAY = 5, 13  # presses; 21 and 18 before
MEETING = "/meeting?meeting=consortium-of-members-2026-06-11&step=start"
CONTROLS = ".st-key-bar, .stAppHeader, .stButton, .stButtonGroup, .call, .needs"
_NAMES = "() => [...document.querySelectorAll('[aria-label]')].map((one) => one.ariaLabel)"
_CODE = re.compile(r"\*\*|\\\W|:material/|<\w|\b\w+: -?\d+\.\d{4}|\b(value|qualifier|series): ")
# Banner, title, gauges, tiles and charts of which one lies on another.
_OVER_EACH_OTHER = """
() => {
  const kinds = ".banner, .stMain h1, .gauge, .tile, .stVegaLiteChart";
  const found = [...document.querySelectorAll(kinds)];
  const boxes = found.map((one) => [one, one.getBoundingClientRect()]);
  const lies = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  return boxes.flatMap(([one, box], at) => boxes.slice(at + 1)
    .filter(([other, second]) => !one.contains(other) && lies(box, second))
    .map(([other]) => `${one.className || one.tagName} on ${other.className || other.tagName}`));
}
"""
_WIDER_THAN_PAPER = """
() => [...document.querySelectorAll('.stVegaLiteChart svg, .gaps, .facts, .race')]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.outerHTML)
"""


def test_an_objective_is_opened_by_few_keys_and_the_focus_follows(page_at: PageAt) -> None:
    page = page_at("/", store="demo")
    assert page.title() == "Overview · 4 per 1000 Dashboard"
    before = page.locator("h1").inner_text()
    keys = Keys(page)
    keys.press("Tab", "Enter")  # past the head of the page
    keys.tab_to("A5")
    keys.press("Enter")
    heading = page.locator("h1")
    expect(heading).to_contain_text("A5", timeout=PATIENCE)
    expect(heading).to_be_focused()
    expect(page).to_have_title("Objectives · 4 per 1000 Dashboard")
    assert keys.presses <= MOST_TO_OPEN
    page.go_back()
    expect(page.locator(".announced")).to_have_text(before)


def test_the_way_past_the_head_leads_to_no_other_page(page_at: PageAt) -> None:
    page = page_at("/", store="demo")
    before = page.locator("h1").inner_text()
    follow(page, "/gaps")
    page.get_by_test_id("stSkipToContent").press("Enter")
    page.go_back()
    # What the back key changes is announced; only what was opened gets the focus.
    expect(page.locator(".announced")).to_have_text(before)
    expect(page.locator("h1")).not_to_be_focused()


def test_a_day_is_set_by_few_keys(page_at: PageAt) -> None:
    keys = Keys(page_at("/gaps"))
    keys.press("Tab", "Enter")
    keys.tab_to("As of today")
    keys.press("Enter")
    fields = keys.page.locator(".st-key-pick_as_of").get_by_role("spinbutton")
    expect(fields.first).to_be_visible()
    until_quiet(keys.page)
    expect(fields.first).to_be_focused()
    keys.press(*"20230115", "Enter")
    keys.page.wait_for_url("**as_of=2023-01-15**", timeout=PATIENCE)
    expect(keys.page.locator(".st-key-bar_view button")).to_be_focused()
    assert keys.presses <= MOST_TO_SET_A_DAY


@pytest.mark.parametrize("width", [1440, 390])
def test_what_has_the_focus_is_in_sight_and_shown(page_at: PageAt, width: int) -> None:
    page = page_at("/gaps", width=width)
    stops = []
    while not stops or not stops[-1][0].startswith("As of today"):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
        assert len(stops) < 30
    hidden = [words for words, _is_shown, in_sight in stops if not in_sight]
    assert hidden == []
    # The way past the head is seen by being there at all.
    assert [words for words, is_shown, _in_sight in stops[1:] if not is_shown] == []


def test_the_narrow_menu_closes_over_the_page_it_leads_to(page_at: PageAt) -> None:
    page = page_at("/", width=390, store="demo")
    head = page.locator(".stAppHeader").bounding_box()
    bar = page.locator(".st-key-bar_view button").bounding_box()
    assert head is not None
    assert bar is not None
    assert head["height"] <= 48
    assert bar["y"] + bar["height"] <= head["height"]
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Gaps").click()
    expect(page.locator("h1")).to_contain_text("short of what was due", timeout=PATIENCE)
    expect(page.locator("h1")).to_be_focused()
    expect(page.get_by_test_id("stSidebarNavLink").first).to_be_hidden()


def test_what_is_read_aloud_is_words(page_at: PageAt) -> None:
    page = page_at("/objective?objective=A1", store="demo")
    names = page.evaluate(_NAMES)
    assert any("31 December 2025: 26.9" in name for name in names)
    assert [name for name in names if _CODE.search(name)] == []


def test_what_is_wrong_is_known_of_its_field_and_gets_the_focus(page_at: PageAt) -> None:
    page = page_at("/report", store="demo")
    source = page.get_by_label("Source: document or register", exact=True)
    expect(source).to_have_attribute("aria-required", "true")
    page.get_by_role("button", name="Submit", exact=True).click()
    expect(source).to_have_attribute("aria-invalid", "true", timeout=PATIENCE)
    expect(source).to_have_accessible_description(re.compile("Name the source"))
    expect(page.get_by_test_id("stAlert").first).to_be_focused()


def test_a_step_of_a_meeting_gets_the_focus(page_at: PageAt) -> None:
    page = page_at(MEETING, store="demo")
    page.keyboard.press("ArrowRight")
    expect(page.locator("h1")).to_contain_text("C2", timeout=PATIENCE)
    expect(page.locator("h1")).to_be_focused()


def test_on_paper_a_page_is_light_and_whole_without_controls(page_at: PageAt) -> None:
    page = page_at(ANYWHERE, store="demo", theme="dark")
    for path in ("/", "/gaps", "/objective?objective=A1", MEETING.partition("&")[0]):
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": 1440, "height": 900})
        follow(page, path)
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 690, "height": 900})  # A4 between its margins
        until_quiet(page)
        controls = page.locator(CONTROLS).filter(visible=True)
        assert controls.evaluate_all("all => all.map((one) => one.className)") == [], path
        assert page.evaluate(_WIDER_THAN_PAPER) == [], path
        assert page.evaluate(_OVER_EACH_OTHER) == [], path
        printed = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
        words = [sheet.extract_text() for sheet in printed.pages]
        assert min(map(len, words)) > 100, path
        if path == "/gaps":
            assert sum(len(re.findall(r"\b[A-F]\d ", sheet)) for sheet in words) >= 24


def test_forced_colours_keep_gauges_and_choices(page_at: PageAt) -> None:
    page = page_at("/", store="demo")
    page.emulate_media(forced_colors="active")
    kept = "one => getComputedStyle(one).forcedColorAdjust"
    for painted in (".dial > .fill", ".way", ".race .bar", ".banner"):
        assert page.locator(painted).first.evaluate(kept) == "none", painted


def test_a_finger_moves_the_page_over_a_map(page_at: PageAt) -> None:
    page = page_at("/twins", width=390, store="demo")
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    chart = page.locator(".stDeckGlJsonChart canvas").first
    try:
        assert chart.evaluate("map => getComputedStyle(map).touchAction") == "pan-y"
    finally:
        session.send("Emulation.setTouchEmulationEnabled", {"enabled": False})


@pytest.mark.parametrize(
    ("path", "heading"),
    [("/goal?goal=C&plan=2020", "Promotion"), ("/goal?goal=C&region=AFR", ""), ("/queue", "")],
)
def test_the_light_page_stands_in_for_a_front_end_that_is_slow_to_come(
    browser: Browser, servers: dict[str, str], path: str, heading: str
) -> None:
    with closing(browser.new_context()) as context:  # one that may wait for the app
        page = context.new_page()
        page.route("**/static/js/index.*.js", lambda front_end: front_end.abort())
        page.goto(servers["real"] + path, wait_until="commit")
        expect(page.locator("p.arrival")).to_be_visible()
        frame = page.locator("iframe.arrival")
        expect(frame).to_have_count(1 if heading else 0)
        if heading:
            expect(frame.content_frame.locator("h1")).to_contain_text(heading)
            expect(frame).to_be_in_viewport()


def test_the_light_page_is_offered_while_the_app_is_on_its_way(page_at: PageAt) -> None:
    page = page_at("/goal?goal=C")
    expect(page.locator("p.arrival")).to_be_hidden()
    light = page.locator(".foot a[rel=alternate]")
    light.click()
    expect(page.locator("h1")).to_contain_text("Promotion")
    expect(page.get_by_role("link", name="Full page")).to_be_visible()
    page.get_by_role("link", name="Full page").click()
    expect(page.get_by_test_id("stMain").locator("h1")).to_contain_text(
        "Promotion", timeout=PATIENCE
    )
    until_quiet(page)
