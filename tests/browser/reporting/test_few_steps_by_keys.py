"""From the Overview to the figure that waits for me, and its approval without a pointer."""

import datetime as dt
from pathlib import Path

from playwright.sync_api import expect

from store.figures import actions
from tests.browser.keys import Keys
from tests.browser.reporting.conftest import BrowseAs
from tests.browser.reporting.signed_in import opened, waiting
from tests.browser.wait import PATIENCE, until_quiet
from tests.store.writing import ANA, draft

DAY = dt.date(2019, 12, 31)
NAME, SAID = "Tool developers collaborating", "World · 31 December 2019"
MOST_TO_APPROVE = 2  # presses on the page of the review where one figure waits


def test_a_figure_that_waits_is_one_press_away_and_approved_by_few_keys(
    browse_as: BrowseAs, signed_store: Path
) -> None:
    with opened(signed_store) as session:
        content = {"indicator_code": "E3-developers", "period_start": DAY, "period_end": DAY}
        actions.report(session, ANA, draft(value=11, **content))
    sofia = browse_as("sofia", "/")
    sofia.locator(".needs").get_by_role("link", name="Review").click()
    row = waiting(sofia, NAME).filter(has_text=SAID)
    expect(row).to_be_visible(timeout=PATIENCE)
    expect(sofia.locator("h1")).to_be_focused()

    until_quiet(sofia)
    keys, others = Keys(sofia), 0
    while row.get_attribute("aria-current") is None:
        keys.press("j")
        until_quiet(sofia)
        others += 1
    keys.press("a")
    said = sofia.get_by_test_id("stAlert").filter(has_text="1 figure approved.")
    expect(said).to_be_focused(timeout=PATIENCE)
    assert keys.presses - others <= MOST_TO_APPROVE
