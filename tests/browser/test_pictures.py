"""Charts and data are saved as files that stand alone: what it is, of which day."""

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

from playwright.sync_api import Download, Locator, Page

from tests.browser.reader import ANYWHERE, follow
from tests.browser.wait import until_quiet

OpenPage = Callable[..., Page]
PNG = b"\x89PNG\r\n\x1a\n"
CHARTS = {"/objective?objective=A1": 2, "/partners": 2, "/region?region=AFR": 1}


def save(page: Page, kind: str, at: int = 0) -> Download:
    """Save the chart that comes at this place on the page."""
    offers(page).nth(at).click()
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Save as {kind}").click()
    page.keyboard.press("Escape")
    return download.value


def offers(page: Page) -> Locator:
    """What leads to the files of each chart."""
    return page.get_by_role("button", name="Save the picture")


def words(download: Download) -> list[str]:
    """The texts of a saved SVG, in the order in which they were drawn."""
    root = ElementTree.fromstring(Path(download.path()).read_bytes())
    return [text for element in root.iter() if (text := "".join(element.itertext()).strip())]


def draw_all(page: Page) -> None:
    """Come near every chart that waits for its reader."""
    while page.get_by_role("button", name="Draw the chart").count():
        page.get_by_role("button", name="Draw the chart").first.scroll_into_view_if_needed()
        until_quiet(page)


def test_every_chart_can_be_saved(page_at: OpenPage) -> None:
    page = page_at(ANYWHERE, store="demo")
    for address, least in CHARTS.items():
        follow(page, address)
        draw_all(page)
        charts = page.get_by_test_id("stVegaLiteChart").count()
        assert charts >= least
        assert offers(page).count() == charts


def test_a_saved_chart_says_what_it_is_and_of_which_day(page_at: OpenPage) -> None:
    page = page_at("/objective?objective=F3&as_of=2024-06-30")
    name = "4p1000-trajectory-F3-dashboard-plan2022-2024-06-30"
    picture = save(page, "PNG")
    assert picture.suggested_filename == f"{name}.png"
    assert Path(picture.path()).read_bytes().startswith(PNG)
    drawing = save(page, "SVG")
    assert drawing.suggested_filename == f"{name}.svg"
    said = " ".join(words(drawing))
    assert "Plan 2022, as known on 30 June 2024" in said
    assert page.get_by_role("heading", name="Progress", exact=False).first.inner_text() in said
    assert "not enough data" in said
    assert "Source: Strategic Plan, second version 2022, objective F3." in said
    assert "Invented" not in said
    follow(page, "/data?as_of=2024-06-30")
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save everything as a data package").click()
    assert saved.value.suggested_filename == "4p1000-plan2022-2024-06-30.zip"
    assert "/data?as_of=2024-06-30" in page.url  # the page stays


def test_the_gauges_are_saved_as_one_picture(page_at: OpenPage) -> None:
    page = page_at("/?as_of=2024-06-30", store="demo")
    shown = page.locator(".gauge .figure").all_inner_texts()
    picture = save(page, "PNG")
    assert picture.suggested_filename == "invented-4p1000-gauges-plan2022-2024-06-30.png"
    assert Path(picture.path()).read_bytes().startswith(PNG)
    said = words(save(page, "SVG"))
    assert [one for one in said if one in shown] == shown
    assert "Plan 2022, as known on 30 June 2024" in " ".join(said)
    assert "Invented figures: demonstration" in said


def test_a_saved_chart_of_invented_figures_says_so(page_at: OpenPage) -> None:
    page = page_at("/gaps?goal=A", width=390, store="demo")
    until_quiet(page)
    drawing = save(page, "SVG")
    assert drawing.suggested_filename.startswith("invented-4p1000-gaps")
    assert "Invented figures: demonstration" in " ".join(words(drawing))
