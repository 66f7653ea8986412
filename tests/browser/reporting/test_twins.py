"""Twin regions in browsers: entered by who keeps them, seen by everybody, counted for F1."""

from collections.abc import Callable
from functools import partial

from playwright.sync_api import Page, expect

from tests.browser.checks import complaints
from tests.browser.reporting.signed_in import BrowseAs, alert, fill, fill_in, press, waiting
from tests.browser.wait import until_quiet

NAME = "Meadow and savanna {label} <b>bold</b>"
MAP = f"Map of twin regions: 1 pair is known. Shown is {NAME}: High meadows, Germany"
MOST = 10  # interactions until a pair is reported


def pick(page: Page, label: str, option: str) -> None:
    """Choose from a list by typing."""
    page.get_by_label(label, exact=True).click()
    page.keyboard.insert_text(option)  # at once: each letter draws the list of all anew
    page.get_by_role("option", name=option, exact=True).click()
    until_quiet(page)


def test_a_representative_enters_a_pair_that_everybody_sees(browse_as: BrowseAs) -> None:
    form = browse_as("faye", "/activities?enter=pair")
    pick(form, "Country (first place)", "Germany")
    pick(form, "Country (second place)", "Benin")
    fill_in(
        form,
        {
            "Name of the pair": NAME,
            "Name (first place)": "High meadows",
            "Name (second place)": "Savanna",
            "Municipalities, one per line (second place)": "Parakou",
        },
    )
    pick(form, "State of the pair", "active")
    press(form, "Report the pair")
    expect(alert(form)).to_contain_text("Name the source")
    expect(form.get_by_label("Name of the pair", exact=True)).to_have_value(NAME)
    fill(form, "Source of the pair: agreement or document", "Agreement of both councils")
    press(form, "Report the pair")
    expect(alert(form)).to_contain_text("The pair was reported.")
    expect(form.get_by_label("Name of the pair", exact=True)).to_have_value("")
    reader = browse_as("", "/twins", form)
    expect(reader.locator("h1")).to_contain_text(NAME)
    expect(reader.get_by_role("figure", name=MAP)).to_be_visible()
    expect(reader.get_by_text("twin pair, active")).to_be_visible()
    assert complaints(reader) == {}


def test_a_pair_is_entered_in_ten_interactions(browse_as: BrowseAs) -> None:
    page = browse_as("faye", "/twins")
    done = 0

    def act(interaction: Callable[[], object]) -> None:
        nonlocal done
        done += 1
        interaction()
        until_quiet(page)

    def choose(label: str, option: str) -> None:
        act(page.get_by_label(label, exact=True).click)
        page.keyboard.insert_text(option)
        act(page.get_by_role("option", name=option, exact=True).click)

    act(page.get_by_role("link", name="Enter a pair").click)
    choose("Country (first place)", "Fiji")
    choose("Country (second place)", "Benin")
    for label, typed in {
        "Name (first place)": "Islands",
        "Name (second place)": "Coast",
        "Source of the pair: agreement or document": "Letter of both councils",
    }.items():
        act(partial(fill, page, label, typed))
    act(page.get_by_role("button", name="Report the pair").click)
    expect(alert(page)).to_contain_text("The pair was reported.")
    assert done <= MOST
    act(page.get_by_role("link", name="Twins").first.click)
    expect(page.get_by_role("link", name="Islands and Coast")).to_be_visible()


def test_the_representative_confirms_what_was_counted(browse_as: BrowseAs) -> None:
    faye = browse_as("faye", "/my-figures")
    expect(faye.get_by_text(f"Counted: {NAME}")).to_be_visible()
    press(faye, "Choose all 1 shown")
    press(faye, "Confirm the ticked")
    expect(alert(faye)).to_contain_text("1 figure was reported in your name. It waits")
    expect(faye.get_by_role("button", name="Confirm the ticked")).to_have_count(0)
    queue = browse_as("saskia", "/queue", faye)
    expect(waiting(queue, "F1").filter(has_text="Benin")).to_have_count(1)
