"""The store goes away under an open page, and comes back: what a person sees, and what is lost."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from playwright.sync_api import Page, expect
from sqlmodel import select

from store.models import Measurement
from tests.browser.reader import visit
from tests.browser.reporting.signed_in import choose, fill, opened
from tests.browser.serve import Server
from tests.browser.wait import until_quiet

GONE = "There is no store"
SOURCE = "Source: document or register"
SENT = "Sent. It waits"
FORM = "/report?indicator=B3-regions&place=R-AFR&year=2021"


@contextmanager
def absent(server: Server) -> Iterator[None]:
    """Take the store's file away, and put it back."""
    away = server.store.with_suffix(".away")
    server.store.rename(away)
    yield
    away.rename(server.store)


@contextmanager
def held(server: Server) -> Iterator[None]:
    """Write to the store for as long as it takes."""
    with closing(sqlite3.connect(server.store, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def figures(server: Server, source: str) -> int:
    """How many figures of this source the store has."""
    with opened(server.store) as session:
        found = select(Measurement).where(Measurement.source_title == source)
        return len(session.exec(found).all())


def logged(server: Server) -> list[dict[str, Any]]:
    """The server's log, every line of which is for programs too."""
    return [json.loads(line) for line in server.log.read_text(encoding="utf-8").splitlines()]


def test_an_open_page_stays_and_says_of_when_it_is(mortal: Server, unlucky_page: Page) -> None:
    page = unlucky_page
    visit(page, f"{mortal.address}/gaps")
    with absent(mortal):
        told = page.get_by_role("alert")
        expect(told).to_contain_text(GONE)
        expect(told).to_contain_text("What you see was read at")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(told).to_have_count(0)


def test_a_click_meanwhile_leads_to_its_page_later(mortal: Server, unlucky_page: Page) -> None:
    page = unlucky_page
    visit(page, f"{mortal.address}/method")
    with absent(mortal):
        page.get_by_role("link", name="Gaps").click()
        told = page.get_by_text("comes back by itself")
        expect(told).to_contain_text(GONE)
        expect(page.get_by_text("Streamlit Cloud")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_contain_text("from what was due")
    expect(told).to_have_count(0)


def test_a_first_visit_meanwhile_is_answered(mortal: Server, unlucky_page: Page) -> None:
    page = unlucky_page
    with absent(mortal):
        page.goto(f"{mortal.address}/gaps")
        told = page.get_by_text("comes back by itself")
        expect(told).to_contain_text(GONE)
        shown = told.inner_text()
    expect(page.get_by_role("heading", level=1)).to_contain_text("from what was due")
    error = [line for line in logged(mortal) if line["event"] == "error"][-1]
    assert f"(reference {error['reference']})" in shown
    assert error["error"] == "UnusableStoreError"
    assert "Traceback" not in mortal.log.read_text(encoding="utf-8")  # it may say what was typed


def test_a_figure_sent_meanwhile_is_kept_in_its_form(mortal: Server, unlucky_page: Page) -> None:
    page = unlucky_page
    visit(page, mortal.address + FORM)
    choose(page, "yes")
    fill(page, SOURCE, "Log of 2021")
    with held(mortal):
        page.get_by_role("button", name="Submit", exact=True).click()
        expect(page.get_by_text("Nothing was saved.").first).to_be_visible()
    assert figures(mortal, "Log of 2021") == 0
    expect(page.get_by_label(SOURCE)).to_have_value("Log of 2021")
    page.get_by_role("button", name="Submit", exact=True).click()
    expect(page.get_by_text(SENT).first).to_be_visible()
    until_quiet(page)
    assert figures(mortal, "Log of 2021") == 1
    lines = logged(mortal)
    assert "Log of 2021" not in mortal.log.read_text(encoding="utf-8")
    [refused] = [line for line in lines if line["event"] == "not written"]
    assert refused["why"] == "Somebody else has been writing to the store for too long."
    written = [line for line in lines if line["event"] == "written"][-1]
    assert (written["actor"], written["rows"]) == ("local user", 1)
    assert written["first"][0].startswith("report measurement ")
    assert {"time", "request", "level"} < written.keys()
