"""The Secretariat holds a meeting in a browser: arranges it, opens it, decides beside a figure."""

import datetime as dt

from playwright.sync_api import Page, expect

from tests.browser.reader import follow
from tests.browser.reporting.payloads import TYPED
from tests.browser.reporting.signed_in import press, unfold
from tests.browser.wait import until_quiet

CODE = f"consortium-of-members-{dt.datetime.now(dt.UTC).date()}"


def hold(page: Page, address: str) -> None:
    """A meeting of the Consortium today, opened, with a decision about E1."""
    follow(page, f"{address}/meeting?meeting=new")
    page.get_by_label("Title", exact=True).fill(TYPED["meeting"])
    page.get_by_label("Place", exact=True).fill(TYPED["meeting_place"])
    page.keyboard.press("Tab")
    until_quiet(page)
    press(page, "Arrange the meeting")
    expect(page.get_by_text("The meeting was saved.").first).to_be_visible()
    press(page, "Open the meeting")
    expect(page.get_by_text("The meeting is open; its figures are frozen.").first).to_be_visible()
    decide(page, address, TYPED["decision"])


def decide(page: Page, address: str, words: str) -> None:
    """Write a decision in the step of E1."""
    follow(page, f"{address}/meeting?meeting={CODE}&step=E1")
    unfold(page, "Decide")
    page.get_by_test_id("stMain").get_by_role("radio", name="decision").click()
    until_quiet(page)
    page.get_by_label("What is decided").fill(words)
    page.keyboard.press("Tab")
    until_quiet(page)
    press(page, "Write it down")
    expect(page.get_by_text("The decision was written down.").first).to_be_visible()
