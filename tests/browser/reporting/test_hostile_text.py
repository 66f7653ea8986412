"""Hostile text in every field is shown letter for letter on every page, tooltip and file.

Nothing of it is run or loaded, no file holds a formula, control characters are refused at once.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from components.maps import world
from store.sheets import places
from tests.browser.checks import sideways
from tests.browser.maps import Camera, said_at
from tests.browser.reader import Windows, follow, visit
from tests.browser.reporting import hostile, hostile_rows
from tests.browser.reporting.signed_in import fill_in, press, unfold
from tests.browser.reporting.test_import import bring, fill, template
from tests.browser.wait import until_quiet
from tests.menu import PAGES, Listed

# What shows the text on each page, and the fields whose text stands there or in the CSV beside.
SHOWN = {
    **dict.fromkeys(
        ("gaps", "soil-carbon", "region", "countries", "import", "method", "samplings"), ("", "")
    ),
    "overview": ("", "sheet source missing"),
    "goal": ("?goal=E", "decision"),
    "objective": ("?objective=E1", "source note reason plan_source activity involved decision"),
    "regions": (
        "?indicator=B3-regions",
        "missing source note",
    ),
    "twins": (
        "",
        "pair first_side second_side municipality aims pair_source pair_note",
    ),
    "task-forces": (
        "?objective=E1&of=own",
        "task_note activity town involved participants evidence",
    ),
    "meeting": (
        f"?meeting={hostile_rows.MEETING}",
        "meeting meeting_place decision effect decision_source",
    ),
    "partners": ("", "sheet organisation organisation_source"),
    "my-figures": ("", "comment"),
    "report": ("?indicator=B3-regions&place=R-AFR&year=2025", "missing"),
    "activities": ("", ""),
    "queue": ("", "source note answer reason recommendation annotation quality_flag"),
    "plan": ("?indicator=E1-operators", "plan_source plan_reason"),
    "people": ("", "person organisation"),
    "search": ("?q=evil.example", "activity meeting decision"),
    "audit": ("", "sheet source note missing reason comment approval calendar_reason"),
    "data": ("", "sheet source note missing reason"),
}
HOVERED = {
    "overview": {"sheet"},
    "objective": {"source", "plan_source"},
    "task-forces": {"activity"},
    "partners": {"sheet"},
    "soil-carbon": {"sampling_source"},
}
# The map of the twins is looked at as well, in a window that paints it.
FLAT = [one for one in PAGES if one.name != "twins"]
REPORT = "/report?indicator=A3-events&place=WLD&year=2025"
TITLE, FILTER = "Name of the organisation", "Who or which row contains"
BRAZIL, INDONESIA = (-12.5, -49.06), (-0.98, 114.25)  # their own points
TOLD = 200  # characters that a tooltip tells of a long text
BELL = "Register\x07of events"


@pytest.fixture(scope="module")
def problems() -> list[str]:
    """What went wrong in any window so far."""
    return []


@pytest.fixture(scope="module")
def page(
    windows: Windows, problems: list[str], local_copy: str, local_store: Path
) -> Iterator[Page]:
    """A window in which one form of each kind was filled and sent."""
    with windows.open(1440, "light", problems) as opened:
        hostile.send_everything(opened, local_copy, local_store)
        yield opened


def assert_harmless(page: Page, problems: list[str]) -> None:
    """Nothing was run, loaded, made an element or given out unguarded; nothing bursts the page."""
    assert problems == []
    assert page.evaluate("window.hacked") is None
    assert page.locator(hostile.DANGERS).count() == 0
    assert page.get_by_role("button", name="Download as CSV").count() == 0
    assert sideways(page) == []


def assert_map_says_names(page: Page) -> None:
    """The map names both places of the pair letter for letter under the pointer."""
    chart = page.get_by_test_id("stDeckGlJsonChart").first
    camera = Camera(*world.around([(one[1], one[0]) for one in (BRAZIL, INDONESIA)], "WLD"))
    for point, side in ((BRAZIL, "first_side"), (INDONESIA, "second_side")):
        said = said_at(page, chart, camera.spot(chart, *point))
        assert said.startswith(hostile.TYPED[side][:TOLD])


def assert_literal(page: Page, problems: list[str], name: str) -> None:
    """The page shows the text letter for letter, in charts and files too."""
    words = hostile.words_of(page)
    texts = {field: hostile.TYPED[field] for field in SHOWN[name][1].split()}
    if name == "audit":
        texts = {field: json.dumps(text, ensure_ascii=False) for field, text in texts.items()}
    assert [field for field, text in texts.items() if text not in words] == []
    assert hostile.hovered(page) == HOVERED.get(name, set())
    assert_harmless(page, problems)


@pytest.mark.parametrize("listed", FLAT, ids=lambda listed: listed.name)
def test_a_page_shows_hostile_text_literally(
    page: Page, problems: list[str], local_copy: str, listed: Listed
) -> None:
    follow(page, local_copy + listed.address + SHOWN[listed.name][0])
    assert_literal(page, problems, listed.name)


@pytest.mark.usefixtures("page")
def test_a_page_and_its_map_show_hostile_names_literally(
    windows_with_maps: Windows, problems: list[str], local_copy: str
) -> None:
    with windows_with_maps.open(1440, "light", problems) as page:
        visit(page, f"{local_copy}/twins")
        assert_map_says_names(page)
        assert_literal(page, problems, "twins")


def test_a_map_of_hostile_activities_is_harmless(
    page: Page, problems: list[str], local_copy: str
) -> None:
    follow(page, f"{local_copy}/task-forces?objective=E1&shown=map")
    expect(page.get_by_test_id("stDeckGlJsonChart")).to_have_count(1)
    assert_harmless(page, problems)


@pytest.mark.parametrize(
    ("path", "parameters"),
    [
        ("/", ("as_of", "plan", "region", "since")),
        ("/report", ("indicator", "place", "year")),
        ("/partners", ("by", "kind", "college")),
        ("/audit", ("action",)),
    ],
)
def test_a_hostile_address_is_said_literally(
    page: Page, problems: list[str], local_copy: str, path: str, parameters: tuple[str, ...]
) -> None:
    query = "&".join(f"{name}={quote(hostile.TYPED['sheet'])}" for name in parameters)
    follow(page, f"{local_copy}{path}?{query}")
    said = page.get_by_test_id("stAlert").all_inner_texts()
    assert sum(
        hostile.plain(hostile.TYPED["sheet"]) in hostile.plain(alert) for alert in said
    ) == len(parameters)
    assert_harmless(page, problems)


def test_a_hostile_sheet_is_refused_literally(
    page: Page, problems: list[str], local_copy: str
) -> None:
    follow(page, f"{local_copy}/import")
    book = template(page)
    assert "f" not in {cell.data_type for row in book.worksheets[0].iter_rows() for cell in row}
    fill(book, "A3-events", value=3, source_title="Minutes", source_link="javascript:alert(1)")
    fill(book, "A4-notes", value=3, source_title="Minutes", place=hostile.TYPED["sheet"])
    book.worksheets[0].title = "<svg onload=window.hacked=1>"
    bring(page, book, f"**figures** {book.worksheets[0].title} =1+1.xlsx")
    words = hostile.words_of(page)
    assert book.worksheets[0].title in words
    assert "A link starts with https:// or http://." in words
    assert f"There is no place “{hostile.TYPED['sheet'][: places.LONGEST]}”." in words
    assert_harmless(page, problems)


# One of each way in which a page refuses; tests/pages has the other forms.
@pytest.mark.parametrize(
    ("path", "fold", "fields", "button"),
    [
        (REPORT, "", dict.fromkeys(hostile.SOURCE, BELL), "Submit"),
        ("/people", "Add an organisation", {TITLE: BELL}, "Add the organisation"),
        ("/audit", "", {FILTER: BELL}, ""),
    ],
)
def test_a_control_character_is_refused_and_nothing_typed_is_lost(
    page: Page, local_copy: str, path: str, fold: str, fields: dict[str, str], button: str
) -> None:
    follow(page, local_copy + path)
    if fold:
        unfold(page, fold)
    fill_in(page, fields)
    if button:
        press(page, button)
    expect(page.get_by_text("control character (U+0007)").first).to_be_visible()
    for label, words in fields.items():
        if "\x07" in words:
            expect(page.get_by_label(label, exact=True)).to_have_value(words)


def test_a_form_holds_a_hostile_pair_literally(
    page: Page, problems: list[str], local_copy: str
) -> None:
    follow(page, f"{local_copy}/activities?enter=pair")
    field = page.get_by_label("Pair to report")
    field.scroll_into_view_if_needed()  # a list that is open shuts when the page moves
    until_quiet(page)
    field.click()
    page.get_by_role("option").nth(1).click()
    until_quiet(page)
    for label, words in hostile.TWINS.items():
        expect(page.get_by_label(label, exact=True)).to_have_value(words)
    assert_harmless(page, problems)


def test_a_hostile_filter_finds_nothing(page: Page, problems: list[str], local_copy: str) -> None:
    follow(page, f"{local_copy}/audit")
    fill_in(page, {FILTER: hostile.TYPED["sheet"]})
    expect(page.get_by_text("0 entries, the newest first")).to_be_visible()
    assert_harmless(page, problems)
