"""The review queue in a browser: ticks stay where they are while another figure changes."""

import datetime as dt
from pathlib import Path

from playwright.sync_api import Page, expect

from store.figures import actions
from store.models import Measurement
from tests.browser.reporting.conftest import BrowseAs
from tests.browser.reporting.signed_in import opened, tick, waiting
from tests.browser.wait import PATIENCE
from tests.store.writing import ANA, draft, on_top


def report(store: Path, year: int, value: int) -> int:
    """Report a figure beside the server; its number."""
    day = dt.date(year, 12, 31)
    content = {"indicator_code": "E3-developers", "period_start": day, "period_end": day}
    with opened(store) as session:
        figure = draft(source_title=f"Survey of {year}", value=value, **content)
        return actions.report(session, ANA, on_top(session, figure)).id or 0


def is_ticked(page: Page, words: str) -> bool:
    """Whether a figure of the queue is ticked."""
    return waiting(page, words).get_by_test_id("stCheckbox").locator("input").is_checked()


def test_a_tick_stays_while_another_figure_changes(browse_as: BrowseAs, signed_store: Path) -> None:
    changed = report(signed_store, 2021, 42)
    report(signed_store, 2022, 43)
    sofia = browse_as("sofia", "/queue")
    tick(sofia, "Survey of 2021")
    tick(sofia, "Survey of 2022")
    assert is_ticked(sofia, "Survey of 2021")
    report(signed_store, 2021, 40)
    alert = sofia.get_by_test_id("stAlert").filter(has_text="Changed while it was before you")
    expect(alert).to_contain_text("42 developers → 40 developers", timeout=PATIENCE)
    expect(waiting(sofia, "Look at the correction")).to_have_count(1)
    assert is_ticked(sofia, "Survey of 2022")
    assert not is_ticked(sofia, "Survey of 2021")
    with opened(signed_store) as session:
        assert session.get_one(Measurement, changed).value == 42
