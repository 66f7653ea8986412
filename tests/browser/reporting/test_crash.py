"""The server dies while a figure is being sent: nothing acknowledged is lost, nothing is twice."""

import signal
import sqlite3
import time
from contextlib import closing

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import col, select

from store.models import Measurement
from tests.browser.reader import visit
from tests.browser.reporting.signed_in import choose, fill, opened, press
from tests.browser.serve import Server
from tests.browser.wait import until_quiet

# How long the server lives after the click or after the figure is in the store, in seconds, and
# the year of the slot it is about. Some milliseconds after the writing, the run that wrote has
# ended and the one that says so has not begun.
LIVES = [
    ("click", 0, 2016),
    ("writing", 0.002, 2018),
    ("writing", 0.008, 2019),
]
PATIENCE = 60  # seconds
SOURCE = "Source: document or register"
SENT = "Sent. It waits"
_KEPT = "SELECT 1 FROM measurement WHERE source_title = ?"


def kept(server: Server, year: int) -> list[str]:
    """The sources of all figures of the year's slot, oldest first."""
    with opened(server.store) as session:
        found = select(Measurement.source_title).where(
            Measurement.indicator_code == "B3-regions",
            Measurement.place_code == "R-AFR",
            col(Measurement.period_end).between(f"{year}-01-01", f"{year}-12-31"),
        )
        return list(session.exec(found.order_by(col(Measurement.id))))


def wait_until_kept(server: Server, year: int) -> None:
    """Return in the instant in which the year's slot has a figure."""
    deadline = time.monotonic() + PATIENCE
    with closing(sqlite3.connect(server.store)) as beside:  # quicker to ask than the store
        while not beside.execute(_KEPT, (f"Log of {year}",)).fetchone():
            assert time.monotonic() < deadline, "the figure never came into the store"
            time.sleep(0.002)


@pytest.mark.parametrize(("since", "life", "year"), LIVES)
def test_a_figure_sent_to_a_dying_server_is_there_once(
    mortal: Server, unlucky_page: Page, since: str, life: float, year: int
) -> None:
    page = unlucky_page
    visit(page, f"{mortal.address}/report?indicator=B3-regions&place=R-AFR&year={year}")
    choose(page, "yes")
    fill(page, SOURCE, f"Log of {year}")
    page.get_by_role("button", name="Submit", exact=True).click()
    if since == "writing":
        wait_until_kept(mortal, year)
    time.sleep(life)
    mortal.stop(signal.SIGKILL)
    is_told = page.get_by_text(SENT).first.is_visible()
    is_kept = kept(mortal, year) == [f"Log of {year}"]
    assert is_kept or not is_told

    mortal.start()
    until_quiet(page)
    if is_kept:
        expect(page.get_by_role("row", name="In this slot")).to_contain_text("yes, reported by")
    else:
        expect(page.get_by_label(SOURCE)).to_have_value(f"Log of {year}")
        press(page, "Submit")
    if not is_told:
        said = "This figure has been in the store since" if is_kept else SENT
        expect(page.get_by_text(said).first).to_be_visible()
    assert kept(mortal, year) == [f"Log of {year}"]
