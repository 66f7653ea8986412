"""Somebody who types hostile text into forms, and what pages show of it."""

import csv
import io
import re
from pathlib import Path

from playwright.sync_api import Download, Page, expect

from tests.browser.reader import follow, visit
from tests.browser.reporting import hostile_rows
from tests.browser.reporting.hostile_rows import LINK
from tests.browser.reporting.payloads import TYPED
from tests.browser.reporting.signed_in import (
    fill_in,
    press,
    tick,
    unfold,
)
from tests.browser.reporting.test_import import bring, fill, template
from tests.browser.wait import until_quiet

# What was typed as a link is one; no other text becomes it.
DANGERS = (
    f"[href*='evil.']:not([href='{LINK}']), [src*='evil.'],"
    " [href^='javascript:'], [onerror], [onload]"
)
UNFOLD = "all => all.forEach((one) => { if (!one.parentElement.open) one.click(); })"
NUMBER = re.compile(r"-[0-9]+(\.[0-9]+)?")
SHEET = {"X-partners": 900, "E1-operators": 12, "C3-institutions": 40, "B2-review": 1}
SOURCE = {"Source: document or register": TYPED["source"], "Note": TYPED["note"]}
CORRECTED = {**SOURCE, "Why this is corrected": TYPED["reason"]}
DOUBT = "This looks unusual. Say in words why it is right"
COMMENT = "Comment, needed to return"
TWINS = {
    "Name of the pair": TYPED["pair"],
    "Name (first place)": TYPED["first_side"],
    "Name (second place)": TYPED["second_side"],
    "Municipalities, one per line (first place)": TYPED["municipality"],
    "Shared aims": TYPED["aims"],
    "Source of the pair: agreement or document": TYPED["pair_source"],
    "Link to this source": LINK,
    "Note on the pair": TYPED["pair_note"],
}


def send_everything(page: Page, address: str, store: Path) -> None:
    """Fill and send one form of each kind; `hostile_rows` brings what the others would."""
    hostile_rows.write(store)
    bring_figures(page, address)
    correct_figures(page, address)
    hostile_rows.remark(store)
    review(page, address)
    add_an_organisation(page, address)
    hostile_rows.add_person(store)


def bring_figures(page: Page, address: str) -> None:
    """Four figures by spreadsheet."""
    visit(page, f"{address}/import")
    book = template(page)
    for indicator, value in SHEET.items():
        fill(book, indicator, value=value, source_title=TYPED["sheet"], note=TYPED["sheet"])
    bring(page, book)
    press(page, "Send 4 figures")
    expect(page.get_by_test_id("stAlert")).to_contain_text("4 figures were sent.")


def correct_figures(page: Page, address: str) -> None:
    """Two of them corrected in the form, one against a doubt."""
    form = address + "/report?indicator={}&place={}&year=2025"
    follow(page, form.format("E1-operators", "WLD"))
    press(page, "Correct it")
    fill_in(page, {"Value, in operators": "13", "Link to the source": LINK, **CORRECTED})
    _submit(page)
    follow(page, form.format("C3-institutions", "WLD"))
    press(page, "Correct it")
    fill_in(page, {"Value, in institutions": "999", **CORRECTED})
    fill_in(page, {DOUBT: TYPED["answer"]})
    _submit(page)


def _submit(page: Page) -> None:
    press(page, "Submit")
    expect(page.get_by_text("Sent. It waits").first).to_be_visible()


def review(page: Page, address: str) -> None:
    """One goes back, the others are approved."""
    follow(page, f"{address}/queue")
    _review(page, ["Database"], "comment", "Return the ticked")
    _review(page, ["Partners", "operators", "helpdesk"], "approval", "Approve the ticked")


def _review(page: Page, names: list[str], field: str, button: str) -> None:
    for name in names:
        tick(page, name)
    fill_in(page, {COMMENT: TYPED[field]})
    press(page, button)


def add_an_organisation(page: Page, address: str) -> None:
    """An organisation, which is said."""
    follow(page, f"{address}/people")
    unfold(page, "Add an organisation")
    fill_in(
        page,
        {
            "Name of the organisation": TYPED["organisation"],
            "Source: document or register": TYPED["organisation_source"],
            "Link to the source": LINK,
        },
    )
    press(page, "Add the organisation")
    alert = page.get_by_test_id("stAlert")
    expect(alert).to_be_visible()
    assert plain(TYPED["organisation"]) in plain(alert.inner_text())


def plain(words: str) -> str:
    """Words without what our markdown adds or leaves out: joiners, turning signs, wide spaces."""
    return " ".join(words.replace("\u2060", "").replace("\u202e", "").split())


def saved(download: Download) -> str:
    """The words of a CSV file, none of which a spreadsheet would run."""
    text = Path(download.path()).read_text(encoding="utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    begun = [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert [cell for cell in begun if not NUMBER.fullmatch(cell)] == []  # a loss is below zero
    return "\n".join(cells)


def words_of(page: Page) -> str:
    """All that a page says, unfolded: its text, the cells of its tables, the files it offers."""
    page.locator("summary").evaluate_all(UNFOLD)
    until_quiet(page)
    found = [page.get_by_test_id("stMain").inner_text()]
    found += page.locator("[role=gridcell]").all_text_contents()
    for button in page.get_by_test_id("stDownloadButton").filter(has_text="CSV").all():
        with page.expect_download() as download:
            button.get_by_role("button").click()
        found.append(saved(download.value))
    return "\n".join(found)


def hovered(page: Page) -> set[str]:
    """The fields whose text a chart shows under the pointer."""
    found = set()
    later = page.locator("[class*='st-key-later_'] button")
    while later.count():  # what waits for its reader is drawn when it comes near
        later.evaluate_all("all => all[0]?.scrollIntoView({block: 'center'})")  # it may go any time
        until_quiet(page)
    for mark in page.locator("[aria-roledescription][aria-label*='evil.example']").all():
        label = mark.get_attribute("aria-label") or ""
        said = [field for field, text in TYPED.items() if text in label]
        field = max(said, key=lambda field: len(TYPED[field]))  # some begin like others
        # In the middle of the window nothing lies over it, the app's head least of all.
        mark.evaluate("mark => mark.scrollIntoView({block: 'center'})")
        until_quiet(page)
        mark.hover(force=True)
        expect(page.locator("#vg-tooltip-element")).to_contain_text(TYPED[field])
        found.add(field)
    return found
