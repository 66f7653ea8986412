"""A sheet goes out, is filled and comes back, in a browser on a local copy."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.reader import Windows, visit
from tests.browser.wait import until_quiet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def page(windows: Windows, local_copy: str) -> Iterator[Page]:
    """The import page of whoever sits at this machine; nothing may go wrong on it."""
    problems: list[str] = []
    with windows.open(1440, "light", problems) as opened:
        visit(opened, f"{local_copy}/import")
        yield opened
    assert problems == []


def template(page: Page) -> openpyxl.Workbook:
    """The template as it is saved."""
    with page.expect_download() as saved:
        page.get_by_role("button", name="Template as XLSX").click()
    return openpyxl.load_workbook(io.BytesIO(Path(saved.value.path()).read_bytes()))


def bring(page: Page, book: openpyxl.Workbook, name: str = "figures.xlsx") -> None:
    """Upload a workbook."""
    target = io.BytesIO()
    book.save(target)
    file = FilePayload(name=name, mimeType=XLSX, buffer=target.getvalue())
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(file)
    expect(page.get_by_test_id("stMain")).to_contain_text("to send, ")
    until_quiet(page)


def fill(book: openpyxl.Workbook, indicator: str, **cells: str | float) -> None:
    """Fill in the row of an indicator for 2025."""
    sheet = book["Counts and values"]
    heads = [cell.value for cell in sheet[2]]
    row = next(
        number
        for number, row in enumerate(sheet.iter_rows(min_row=3, values_only=True), start=3)
        if row[0] == indicator and "2025" in str(row[heads.index("period_end")])
    )
    for name, value in cells.items():
        sheet.cell(row, heads.index(name) + 1, value)


def unchanged(page: Page) -> int:
    """How many rows say what stands there already; others may have written on this server."""
    found = re.search(r"(\d+) unchanged", page.get_by_test_id("stMain").inner_text())
    return int(found[1]) if found else 0


def test_a_filled_template_comes_back_marked_then_is_previewed_and_sent(page: Page) -> None:
    main = page.get_by_test_id("stMain")
    book = template(page)
    fill(book, "D4-signed", value=-1, source_title="List")
    bring(page, book)
    expect(main).to_contain_text("1 with a problem")
    assert page.get_by_role("button", name="Send 1 figure").count() == 0
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save your sheet with the problems marked").click()
    assert saved.value.suggested_filename == "figures-marked.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(Path(saved.value.path()).read_bytes()))
    comments = [
        cell.comment.text
        for row in book["Counts and values"].iter_rows()
        for cell in row
        if cell.comment is not None and "impossible" in cell.comment.text
    ]
    assert len(comments) == 1

    fill(book, "D4-signed", value=12, source_title="List of agreements")
    bring(page, book)
    expect(main).to_contain_text("12\u00a0partnerships")
    before = unchanged(page)
    page.get_by_role("button", name="Send 1 figure").click()
    expect(page.get_by_test_id("stAlert")).to_contain_text("1 figure was sent.")
    expect(main).to_contain_text("1 waiting for the Secretariat")
    until_quiet(page)
    bring(page, book)
    expect(main).to_contain_text(f"0 to send, {before + 1} unchanged")
