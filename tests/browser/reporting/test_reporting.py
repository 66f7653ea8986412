"""People in browsers of their own: from a figure typed to one shown, and what is not for all."""

import datetime as dt
from pathlib import Path

import pandas as pd
from playwright.sync_api import Page, expect
from sqlmodel import col, select

from store.figures import actions
from store.models import Measurement
from tests.browser.checks import errors
from tests.browser.reader import ANYWHERE
from tests.browser.reporting.signed_in import (
    BrowseAs,
    alert,
    choose,
    fill,
    fill_in,
    go,
    opened,
    press,
    show_in_full,
    tick,
)
from tests.browser.wait import PATIENCE, until_quiet
from tests.store.writing import ANA, BO, draft

FORM = "/report?indicator=B3-regions&place=R-AFR&year=2025"
HELPDESK = "Regions with an active helpdesk"
SOURCE = "Source: document or register"
SENT = "Africa · 31 December 2025"  # the row of the helpdesk in the queue


def reported(store: Path, words: str) -> list[Measurement]:
    """The figures of these sources in the ledger, oldest first."""
    with opened(store) as session:
        rows = select(Measurement).where(col(Measurement.source_title).startswith(words))
        found = list(session.exec(rows.order_by(col(Measurement.id))))
        session.expunge_all()
    return found


def offered(page: Page, label: str, words: str = "") -> list[str]:
    """What a choice offers to who types these words into it."""
    page.get_by_role("combobox", name=label).click()
    page.keyboard.type(words)
    until_quiet(page)
    found = page.get_by_role("option").all_inner_texts()
    page.keyboard.press("Escape")
    return found


def test_a_figure_goes_from_the_form_to_everybodys_screen(
    browse_as: BrowseAs, address: str
) -> None:
    visitor, amina = browse_as("", "/"), browse_as("amina", "/my-figures")
    owed = amina.get_by_role("row", name=f"B3 {HELPDESK} Africa 2025")
    expect(owed).to_contain_text("overdue")
    owed.get_by_role("link").click()
    expect(amina.locator("h1")).to_have_text("Enter a figure")
    until_quiet(amina)
    choose(amina, "yes")
    press(amina, "Submit")
    expect(amina.get_by_text("Name the source").first).to_be_visible()
    fill(amina, SOURCE, "Helpdesk log 2025")
    press(amina, "Submit")
    expect(amina.get_by_text("Sent. It waits").first).to_be_visible()

    sofia = browse_as("sofia", "/queue")
    show_in_full(sofia, SENT)
    expect(sofia.get_by_test_id("stMain")).to_contain_text("Helpdesk log 2025")
    expect(sofia.get_by_test_id("stMain")).to_contain_text("Amina")
    tick(sofia, SENT)
    fill(sofia, "Comment, needed to return", "Which countries answered?")
    press(sofia, "Return the ticked")
    expect(sofia.get_by_text("1 figure returned.").first).to_be_visible()

    go(amina, address + "/my-figures")
    expect(owed).to_contain_text("Which countries answered?")
    owed.get_by_role("link").click()
    until_quiet(amina)
    press(amina, "Correct it")
    expect(amina.get_by_role("radio", name="yes", exact=True)).to_be_checked()
    why = "Countries are listed now"
    fill_in(amina, {SOURCE: "Helpdesk log 2025, by country", "Why this is corrected": why})
    press(amina, "Submit")
    expect(amina.get_by_text("Sent. It waits").first).to_be_visible()

    go(sofia, address + "/queue")
    tick(sofia, SENT)
    press(sofia, "Approve the ticked")
    expect(sofia.get_by_text("1 figure approved.").first).to_be_visible()

    go(sofia, address + "/audit")
    with sofia.expect_download() as saved:
        sofia.get_by_role("button", name="Save as CSV").click()
    trail = pd.read_csv(saved.value.path())
    assert "Amina" in set(trail["Who"])  # as on the page: she may read who it was

    # The visitor's page was opened before anything was sent, and nobody touched it since.
    news = visitor.get_by_role("row").filter(has_text=HELPDESK)
    expect(news).to_contain_text("Helpdesk log 2025, by country")
    for page in (visitor, amina, sofia):
        assert errors(page) == []


def test_what_was_typed_outlives_a_reload_and_another_device(
    browse_as: BrowseAs,
) -> None:
    form = FORM.replace("2025", "2024")
    amina = browse_as("amina", form)
    fill(amina, SOURCE, "Half a sentence")
    amina.reload()
    expect(amina.get_by_label(SOURCE)).to_have_value("Half a sentence")
    phone = browse_as("amina", form, amina)  # which knows nothing of the window before
    expect(phone.get_by_label(SOURCE)).to_have_value("Half a sentence")


def test_two_people_meet_in_one_slot_and_both_figures_stay(
    browse_as: BrowseAs, signed_store: Path
) -> None:
    amina, bako = (browse_as(who, FORM.replace("2025", "2023")) for who in ("amina", "bako"))
    choose(bako, "no")
    fill_in(bako, {SOURCE: "Meeting of Bamako", "Note": "It closed in May"})
    choose(amina, "yes")
    fill(amina, SOURCE, "Meeting of Rabat")
    press(amina, "Submit")
    expect(amina.get_by_text("Sent. It waits").first).to_be_visible()

    expect(alert(bako)).to_contain_text("Meanwhile Amina reported yes here.")
    expect(bako.get_by_role("button", name="Submit")).to_have_count(0)
    expect(bako.get_by_role("row", name="In this slot")).to_contain_text("yes, reported by Amina")
    press(bako, "Go on with mine, as a correction")
    expect(bako.get_by_role("radio", name="no", exact=True)).to_be_checked()
    expect(bako.get_by_label(SOURCE)).to_have_value("Meeting of Bamako")
    expect(bako.get_by_label("Note", exact=True)).to_have_value("It closed in May")
    fill(bako, "Why this is corrected", "It closed before the year ended")
    press(bako, "Submit")
    expect(bako.get_by_text("Sent. It waits").first).to_be_visible()

    first, second = reported(signed_store, "Meeting of")
    assert (first.value, first.source_title) == (1, "Meeting of Rabat")
    assert (second.value, second.source_title) == (0, "Meeting of Bamako")
    assert (second.supersedes_id, second.revision) == (first.id, 1)
    assert second.reason == "It closed before the year ended"


def test_what_another_process_approves_shows_without_a_reload(
    browse_as: BrowseAs, signed_store: Path
) -> None:
    page = browse_as("", "/")
    page.evaluate("window.isTheSame = true")
    with opened(signed_store) as session:
        row = actions.report(session, ANA, draft(source_title="Annual report by post"))
        actions.approve(session, BO, row, dt.datetime.now(dt.UTC).date())
    news = page.get_by_role("row").filter(has_text="Annual report by post")
    expect(news).to_be_visible(timeout=PATIENCE)
    assert page.evaluate("window.isTheSame")


def test_a_representative_is_offered_the_own_seat_alone(browse_as: BrowseAs, address: str) -> None:
    amina = browse_as("amina", ANYWHERE)
    for elsewhere in ("indicator=B3-regions&place=R-EUR", "indicator=D4-signed&place=WLD"):
        go(amina, f"{address}/report?{elsewhere}&year=2025")
        press(amina, "Choose another figure")
        expect(amina.get_by_role("combobox", name="Indicator")).to_have_value(f"B3 · {HELPDESK}")
        expect(amina.get_by_role("combobox", name="Place")).to_have_value("Africa")
        expect(amina).to_have_url(address + FORM)
    services = "Services offered by the helpdesk"
    assert offered(amina, "Indicator") == [f"B3 · {HELPDESK}", f"B3 · {services}"]
    assert "Benin" in offered(amina, "Place", "Benin")
    for elsewhere in ("Europe", "World", "France"):
        assert elsewhere not in offered(amina, "Place", elsewhere)
