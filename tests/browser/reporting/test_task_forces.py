"""A wish to join becomes a seat; two keepers of one activity meet. By role: tests/pages."""

from playwright.sync_api import Page, expect

from tests.browser.reporting.signed_in import BrowseAs, alert, fill, press, unfold
from tests.browser.wait import until_quiet

PAGE = "/task-forces?objective=B3"


def enter(page: Page, title: str) -> None:
    """Enter an activity of B3."""
    fill(page, "Title", title)
    page.locator("[class*=st-key-activity_new_objectives]").get_by_role("combobox").click()
    page.get_by_role("option", name="B3 ·").click()
    page.keyboard.press("Escape")
    until_quiet(page)
    press(page, "Enter the activity")
    expect(alert(page)).to_contain_text(f"“{title}” was written.")


def open_activity(page: Page, title: str) -> None:
    """Choose an activity to change."""
    box = page.get_by_role("combobox", name="Activity", exact=True)
    box.scroll_into_view_if_needed()  # a list that is open shuts when the page moves
    until_quiet(page)
    box.click()
    page.get_by_role("option").filter(has_text=title).click()
    until_quiet(page)


def test_somebody_new_asks_to_join_and_the_secretariat_accepts(browse_as: BrowseAs) -> None:
    page = browse_as("ivo", PAGE)
    unfold(page, "Ask to join this task force")
    fill(page, "Your organisation", "Soil Institute")
    press(page, "Ask to join")
    expect(alert(page)).to_contain_text(
        "Say it in words in “Why you want to join”, with at least 10 characters."
    )
    expect(page.get_by_label("Your organisation")).to_have_value("Soil Institute")
    fill(page, "Why you want to join", "I know the fields of the north.")
    press(page, "Ask to join")
    expect(alert(page)).to_contain_text("Sent.")

    office = browse_as("saskia", PAGE, page)
    expect(office.get_by_text("I know the fields of the north.")).to_be_visible()
    press(office, "Accept")
    expect(alert(office)).to_contain_text("Ivo is Team Member now.")


def test_a_keeper_changes_and_withdraws_what_was_entered(browse_as: BrowseAs) -> None:
    lena, saskia = browse_as("lena", "/activities"), browse_as("saskia", "/activities")
    enter(lena, "Open day")
    press(saskia, "Enter the activity")  # which draws what there is now
    for page in (lena, saskia):
        open_activity(page, "Open day")
    fill(saskia, "Title", "Open days")
    press(saskia, "Change the activity")
    expect(alert(saskia)).to_contain_text("“Open days” was written.")
    fill(lena, "Participants", "about 90")
    press(lena, "Change the activity")
    expect(alert(lena).last).to_contain_text("Somebody else has changed this in the meantime.")
    expect(lena.get_by_label("Participants", exact=True)).to_have_value("about 90")
    expect(lena.get_by_role("cell", name="Open days")).to_be_visible()
    press(lena, "Start again from the current version")
    expect(lena.get_by_label("Title", exact=True)).to_have_value("Open days")

    unfold(lena, "Withdraw it")
    press(lena, "Withdraw the activity")
    expect(alert(lena)).to_contain_text(
        "Say it in words in “Why it is withdrawn”, with at least 3 characters."
    )
    fill(lena, "Why it is withdrawn", "Entered twice")
    press(lena, "Withdraw the activity")
    expect(alert(lena)).to_contain_text("“Open days” was withdrawn.")
