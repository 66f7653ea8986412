"""How many times a hand has to move: a figure corrected from its objective, one owed on a phone."""

import datetime as dt
from pathlib import Path

from playwright.sync_api import expect

from store.figures import actions
from tests.browser.reporting.conftest import BrowseAs
from tests.browser.reporting.signed_in import choose, fill, opened, press
from tests.browser.wait import until_quiet
from tests.store.writing import ANA, BO, draft

SOURCE = "Source: document or register"
MOST_TO_CORRECT, MOST_TO_REPORT = 6, 8


def test_a_figure_is_corrected_from_its_objective(browse_as: BrowseAs, signed_store: Path) -> None:
    period = {"period_start": dt.date(2024, 12, 31), "period_end": dt.date(2024, 12, 31)}
    with opened(signed_store) as session:
        row = actions.report(session, ANA, draft(indicator_code="C1-languages", value=3, **period))
        actions.approve(session, BO, row, dt.datetime.now(dt.UTC).date())
    sofia = browse_as("sofia", "/objective?objective=C1")
    steps = (
        sofia.get_by_role("link", name="Correct World 2024").first.click,
        lambda: press(sofia, "Correct it"),
        lambda: fill(sofia, "Value, in languages", "4"),
        lambda: fill(sofia, SOURCE, "List of kits, counted anew"),
        lambda: fill(sofia, "Why this is corrected", "One was counted too late"),
        lambda: press(sofia, "Submit"),
    )
    for step in steps:
        step()
        until_quiet(sofia)
    expect(sofia.get_by_text("It waits").first).to_be_visible()
    assert len(steps) <= MOST_TO_CORRECT


def test_an_owed_figure_is_reported_on_a_phone(browse_as: BrowseAs) -> None:
    emil = browse_as("emil", "/my-figures")
    emil.set_viewport_size({"width": 390, "height": 844})
    owed = emil.get_by_role("row").filter(has_text="Regions with an active helpdesk")
    steps = (
        owed.filter(has_text="Europe").get_by_role("link").last.click,
        lambda: choose(emil, "yes"),
        lambda: fill(emil, SOURCE, "Helpdesk log, seen on a phone"),
        lambda: press(emil, "Submit"),
    )
    for step in steps:
        step()
        until_quiet(emil)
    expect(emil.get_by_text("It waits").first).to_be_visible()
    assert len(steps) <= MOST_TO_REPORT
