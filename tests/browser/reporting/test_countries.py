"""One question for 54 countries: by keyboard alone, and by thumb on a phone."""

import datetime as dt
from pathlib import Path

from playwright.sync_api import Locator, Page, expect
from sqlmodel import select

from store.figures import actions
from store.models import Measurement
from tests.browser.checks import errors
from tests.browser.reporting.signed_in import BrowseAs, fill, opened, press
from tests.browser.reporting.test_reporting import reported
from tests.browser.wait import until_quiet
from tests.store.writing import BO

PAGE = "/countries?indicator=F1-countries&place=R-AFR&year={}"
SOURCE = "Source for all: document or register"
NO_DATA = "For all without data: no data, because"
OWN = "Countries with a source or a reason of their own"
# What is pressed in a country: at most three keys, Tab included.
KEYS = (("Tab", "ArrowRight"), ("Tab", "ArrowRight", "ArrowRight"), ("Tab", "ArrowLeft"))
SIZES = "all => all.map((one) => one.getBoundingClientRect()).map((box) => [box.width, box.height])"
COUNTRIES, ANSWERED, THUMB = 54, 12, 44  # the last in pixels


def choices(page: Page) -> Locator:
    """The countries, each a group of choices."""
    return page.locator(".st-key-country_rows").get_by_role("radiogroup")


def type_for_all(page: Page, text: str) -> None:
    """The texts for all countries, by keyboard, up to the field before the first country."""
    page.get_by_label(SOURCE).focus()
    page.keyboard.type(text)
    for _field in range(2):
        page.keyboard.press("Tab")
    page.keyboard.type("The register has no entry")
    page.keyboard.press("Tab")


def leave_the_queue(store: Path, year: int) -> None:
    """Approve what was sent, which would hide what other tests look for in the queue."""
    day = dt.date(year, 12, 31)
    sent = select(Measurement).where(
        Measurement.indicator_code == "F1-countries", Measurement.period_end == day
    )
    with opened(store) as session:
        for row in session.exec(sent).all():
            actions.approve(session, BO, row, dt.datetime.now(dt.UTC).date())


def test_countries_are_answered_by_keyboard_and_sent_as_one(
    browse_as: BrowseAs, signed_store: Path
) -> None:
    page = browse_as("faye", PAGE.format(2023))
    expect(choices(page)).to_have_count(COUNTRIES)
    expect(choices(page).get_by_role("radio", checked=True)).to_have_count(COUNTRIES)
    type_for_all(page, "Registers of African municipalities")
    expect(page.get_by_role("combobox", name=OWN)).to_be_focused()
    for country in range(ANSWERED):
        for key in KEYS[country % len(KEYS)]:
            page.keyboard.press(key)
    until_quiet(page)
    page.reload()
    expect(page.get_by_label(SOURCE)).to_have_value("Registers of African municipalities")
    given = choices(page).get_by_role("radio", name="no data", checked=True)
    expect(given).to_have_count(ANSWERED // len(KEYS))
    send = page.get_by_role("button", name="Send 12 answers")
    send.focus()
    page.keyboard.press("Enter")
    said = "12 answers were sent: 4 yes, 4 no, 4 no data."
    expect(page.get_by_test_id("stAlert")).to_contain_text(said)
    assert errors(page) == []
    until_quiet(page)
    expect(page.locator(".st-key-country_rows")).to_contain_text("waits for the Secretariat")
    rows = reported(signed_store, "Registers of African municipalities")
    assert [row.value for row in rows] == [1, 0] * 4
    leave_the_queue(signed_store, 2023)


def test_on_a_phone_every_choice_is_large_enough_for_a_thumb(
    browse_as: BrowseAs, signed_store: Path
) -> None:
    page = browse_as("faye", PAGE.format(2022))
    page.set_viewport_size({"width": 390, "height": 844})
    until_quiet(page)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollWidth - main.clientWidth") == 0
    targets = choices(page).locator("label").evaluate_all(SIZES)
    assert len(targets) == 4 * COUNTRIES
    assert min(size for target in targets for size in target) >= THUMB
    benin = page.get_by_role("radiogroup", name="Benin", exact=True)
    benin.locator("label").filter(has_text="yes").click()
    until_quiet(page)
    press(page, "Send 1 answer")
    expect(page.get_by_test_id("stAlert").first).to_contain_text("Name the source")
    fill(page, SOURCE, "Register read on a phone")
    press(page, "Send 1 answer")
    expect(page.get_by_test_id("stAlert").first).to_contain_text("1 answer was sent: 1 yes.")
    assert [row.place_code for row in reported(signed_store, "Register read on a phone")] == ["BEN"]
    leave_the_queue(signed_store, 2022)
