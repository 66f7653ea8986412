"""A wish to join becomes a seat, and an activity reaches its objective: in browsers, by role."""

from playwright.sync_api import Page, expect

from tests.browser.reporting.signed_in import BrowseAs, alert, fill, fill_in, press, unfold
from tests.browser.reporting.test_guards import NOT_YOURS
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

    assert browse_as("stan", PAGE).get_by_role("button", name="Accept").count() == 0
    office = browse_as("saskia", PAGE)
    expect(office.get_by_text("I know the fields of the north.")).to_be_visible()
    press(office, "Accept")
    expect(alert(office)).to_contain_text("Ivo is Team Member now.")


def test_who_is_declined_reads_why(browse_as: BrowseAs) -> None:
    page = browse_as("eve", PAGE)
    unfold(page, "Ask to join this task force")
    words = "I know the fields of the south."
    fill_in(page, {"Your organisation": "Soil Institute", "Why you want to join": words})
    press(page, "Ask to join")
    office = browse_as("saskia", PAGE)
    press(office, "Decline")
    expect(alert(office)).to_contain_text("“Why it is declined”")
    fill(office, "Why it is declined", "The south has its own task force.")
    press(office, "Decline")
    expect(alert(office)).to_contain_text("Declined; the applicant reads why.")
    told = browse_as("eve", PAGE).get_by_test_id("stMain")
    expect(told).to_contain_text("was declined: The south has its own task force.")


def test_the_leader_reports_a_task_and_a_team_member_reads_it(browse_as: BrowseAs) -> None:
    lena = browse_as("lena", PAGE)
    unfold(lena, "Report on a task")
    fill_in(lena, {"Note": "41 institutes were asked", "Link to the document": "www.soil.example"})
    press(lena, "Report the task")
    expect(alert(lena)).to_contain_text("A link starts with")
    fill(lena, "Link to the document", "https://soil.example/map")
    press(lena, "Report the task")
    expect(alert(lena)).to_contain_text("The task was reported.")
    tea = browse_as("tea", PAGE)
    expect(tea.get_by_role("cell", name="41 institutes were asked")).to_be_visible()
    expect(tea.get_by_text("Report on a task")).to_have_count(0)


def test_a_leader_keeps_what_a_team_member_proposes_and_others_read_it(
    browse_as: BrowseAs,
) -> None:
    expect(alert(browse_as("stan", "/activities"))).to_contain_text(NOT_YOURS)
    enter(browse_as("tea", "/activities"), "Helpdesk pilot")
    lena = browse_as("lena", "/activities")
    press(lena, "Keep it")
    expect(alert(lena)).to_contain_text("“Helpdesk pilot” is kept now.")
    cells = browse_as("stan", "/objective?objective=B3").locator(".latest td")
    expect(cells.filter(has_text="Helpdesk pilot")).to_have_count(1)


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
    cells = browse_as("stan", "/objective?objective=B3").locator(".latest td")
    expect(cells.filter(has_text="Open day")).to_have_count(0)


def test_the_secretariat_reports_the_result_of_a_call_and_others_cannot(
    browse_as: BrowseAs,
) -> None:
    path = "/objective?objective=A2"
    assert browse_as("stan", path).get_by_text("Report a call").count() == 0
    office = browse_as("saskia", path)
    unfold(office, "Report a call")
    office.locator("[class*=st-key-call_number]").get_by_role("combobox").click()
    office.get_by_role("option", name="4", exact=True).click()
    until_quiet(office)
    fill_in(office, {"Received": "21", "In line": "22"})
    press(office, "Report the call")
    expect(alert(office)).to_contain_text("More were judged than received.")
    fill(office, "In line", "6")
    press(office, "Report the call")
    expect(alert(office)).to_contain_text("The call was reported.")
    expect(office.get_by_text("2 with their results")).to_be_visible()
