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
TITLE = "31 December 2019"
MOST_TO_APPROVE = 9  # presses on the page of the review where one figure waits


def test_a_figure_that_waits_is_one_press_away_and_approved_by_few_keys(
    browse_as: BrowseAs, signed_store: Path
) -> None:
    with opened(signed_store) as session:
        content = {"indicator_code": "E3-developers", "period_start": DAY, "period_end": DAY}
        actions.report(session, ANA, draft(value=11, **content))
    sofia = browse_as("sofia", "/")
    sofia.locator(".needs").get_by_role("link", name="Review").click()
    expect(waiting(sofia, TITLE)).to_be_visible(timeout=PATIENCE)
    expect(sofia.locator("h1")).to_be_focused()

    until_quiet(sofia)
    others = sofia.locator("[class*=st-key-waiting_]").count() - 1
    keys = Keys(sofia)
    keys.tab_to(TITLE, most=60 + 2 * others)
    keys.press("Space")
    keys.tab_to("Approve the ticked", most=60 + 2 * others)
    keys.press("Enter")
    said = sofia.get_by_test_id("stAlert").filter(has_text="1 figure approved.")
    expect(said).to_be_focused(timeout=PATIENCE)
    assert keys.presses - 2 * others <= MOST_TO_APPROVE, keys.presses
