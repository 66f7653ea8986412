"""A briefing on a page: asked for, prepared under the reader's eyes, saved, and opened."""

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pypdf
from playwright.sync_api import Download, Page, expect

from tests.browser import bar
from tests.browser.checks import complaints
from tests.browser.wait import until_quiet

OpenPage = Callable[..., Page]


def prepare(page: Page, about: str = "", *, shows_progress: bool = False) -> dict[str, Download]:
    """Open the offer, have the briefing made, and save both files."""
    page.get_by_role("button", name="Briefing").click()
    until_quiet(page)
    if about:
        page.locator("[class*=st-key-briefing_about]").get_by_role("combobox").click()
        page.get_by_role("option", name=about).click()
        until_quiet(page)
    page.get_by_role("button", name="Prepare the briefing").click()
    if shows_progress:
        expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.get_by_role("button", name="Save as XLSX")).to_be_visible()
    until_quiet(page)
    return {kind: _save(page, kind) for kind in ("PDF", "XLSX")}


def _save(page: Page, kind: str) -> Download:
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Save as {kind}", exact=True).click()
    return download.value


def opened(files: dict[str, Download]) -> tuple[pypdf.PdfReader, list[str]]:
    """The document, and the codes of the objectives in the workbook."""
    book = openpyxl.load_workbook(io.BytesIO(Path(files["XLSX"].path()).read_bytes()))
    codes = [str(row[0]) for row in book["Objectives"].iter_rows(min_row=2, values_only=True)]
    return pypdf.PdfReader(Path(files["PDF"].path())), codes


def test_the_whole_plan_is_prepared_saved_and_opened(page_at: OpenPage) -> None:
    page = page_at("/?as_of=2026-03-31", store="demo")
    files = prepare(page, shows_progress=True)
    stem = "invented-4p1000-briefing-plan-plan2022-2026-03-31"
    assert [one.suggested_filename for one in files.values()] == [f"{stem}.pdf", f"{stem}.xlsx"]
    document, codes = opened(files)
    assert len(codes) == 24
    assert "31 March 2026" in document.pages[0].extract_text()
    assert complaints(page) == {}


def test_a_goal_is_chosen_on_a_phone(page_at: OpenPage) -> None:
    page = page_at("/", width=390)
    document, codes = opened(prepare(page, about="B · "))
    assert codes == ["B1", "B2", "B3", "B4"]
    assert document.metadata is not None
    assert str(document.metadata.title).startswith("B · ")
    assert complaints(page) == {}


def test_an_objective_and_a_region_offer_theirs(page_at: OpenPage) -> None:
    files = prepare(page_at("/objective?objective=C3"))
    assert files["PDF"].suggested_filename.startswith("4p1000-briefing-C3-plan2022-")
    assert opened(files)[1] == ["C3"]
    files = prepare(page_at("/region?region=EUR", store="demo"))
    document, codes = opened(files)
    assert "A4" in codes
    assert "E1" not in codes
    assert "Europe" in document.pages[0].extract_text()


def test_prepared_files_are_of_the_view_they_were_made_from(page_at: OpenPage) -> None:
    page = page_at("/objective?objective=C3")
    prepare(page)
    bar.choose_plan(page, "2020")
    until_quiet(page)
    page.get_by_role("button", name="Briefing").click()  # the bar's control took its place
    expect(page.get_by_role("button", name="Prepare the briefing")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_contain_text("C3")
    expect(page.get_by_role("button", name="Save as PDF", exact=True)).to_have_count(0)
