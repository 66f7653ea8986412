"""Three people and a visitor, each in a browser of their own, from a figure typed to one shown."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import stores
from tests.browser import serve
from tests.browser.checks import errors
from tests.browser.provider import providing, secrets_file
from tests.browser.reader import visit, window
from tests.browser.wait import PATIENCE, until_quiet

FORM = "/report?indicator=B3-regions&place=R-AFR&year=2025"
HELPDESK = "Regions with an active helpdesk"


def claims(name: str) -> dict[str, object]:
    """What the provider vouches for."""
    return {"name": name.title(), "email": f"{name}@soil.example", "email_verified": True}


LOGINS = {name: claims(name) for name in ("amina", "sofia", "eve")}
LOGINS["olga"] = {"name": "Olga"}  # her provider gives no address


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with sign-in, on a store with a representative and a Secretariat."""
    path = tmp_path_factory.mktemp("signed") / "store.db"
    url = f"sqlite:///{path}"
    stores.make("init", url)
    seat = ("--role", "regional representative", "--objective", "B3", "--region", "AFR")
    home = ("--organisation", "Soil Institute", "--partner")
    user = partial(stores.run, "user", "add", database_url=url)
    assert user("Amina", "--email", "amina@soil.example", *home, *seat).returncode == 0
    assert user("Sofia", "--email", "sofia@soil.example", "--role", "secretariat").returncode == 0
    with providing(LOGINS) as provider:
        secrets = partial(secrets_file, provider)
        with serve.serving(url, path.with_suffix(".log"), secrets) as served:
            yield served


@pytest.fixture
def browse(browser: Browser, address: str) -> Iterator[Callable[[str], Page]]:
    """Open a page in a new browser; nothing may go wrong in any of them."""
    problems: list[str] = []
    with ExitStack() as opened:

        def open_page(path: str) -> Page:
            page = opened.enter_context(window(browser, 1440, "light", problems))
            visit(page, address + path)
            return page

        yield open_page
    assert problems == []


def sign_in(page: Page, login: str) -> None:
    """Sign in the way a person does."""
    page.get_by_role("button", name="Sign in with Soil").click()
    page.get_by_label("Login").fill(login)
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url(re.compile(r"/(\?|$)"))
    until_quiet(page)


def go(page: Page, address: str) -> None:
    """Follow an address in the same browser."""
    visit(page, address)


def fill(page: Page, label: str, words: str) -> None:
    """Type into a field and leave it."""
    field = page.get_by_label(label, exact=True)
    field.fill(words)
    field.press("Tab")
    until_quiet(page)


def press(page: Page, name: str) -> None:
    """Press a button and wait for what follows."""
    page.get_by_role("button", name=name, exact=True).click()
    until_quiet(page)


def unfold(page: Page, words: str) -> None:
    """Open a fold and wait until it lies still."""
    page.get_by_test_id("stMain").get_by_text(words, exact=True).click()
    until_quiet(page)


def choose(page: Page, words: str) -> None:
    """Choose an answer by its words."""
    page.get_by_test_id("stMain").get_by_role("radio", name=words, exact=True).click()
    until_quiet(page)


def test_a_figure_goes_from_the_form_to_everybodys_screen(
    browse: Callable[[str], Page], address: str
) -> None:
    visitor, amina, sofia = browse("/"), browse("/"), browse("/")
    sign_in(amina, "amina")
    sign_in(sofia, "sofia")

    go(amina, address + "/my-figures")
    owed = amina.get_by_role("row").filter(has_text=HELPDESK).filter(has_text="2025")
    expect(owed).to_contain_text("overdue")
    owed.get_by_role("link").click()
    expect(amina.locator("h1")).to_have_text("Enter a figure")
    until_quiet(amina)
    choose(amina, "yes")
    press(amina, "Submit")
    expect(amina.get_by_text("Name the source")).to_be_visible()
    fill(amina, "Source: document or register", "Helpdesk log 2025")
    press(amina, "Submit")
    expect(amina.get_by_text("Sent. It waits")).to_be_visible()

    go(sofia, address + "/queue")
    expect(sofia.get_by_test_id("stMain")).to_contain_text("Helpdesk log 2025")
    expect(sofia.get_by_test_id("stMain")).to_contain_text("Amina")
    sofia.get_by_text(HELPDESK).click()
    until_quiet(sofia)
    fill(sofia, "Comment, needed to return", "Which countries answered?")
    press(sofia, "Return 1 figure")
    expect(sofia.get_by_text("1 figure returned.")).to_be_visible()

    go(amina, address + "/my-figures")
    expect(owed).to_contain_text("Which countries answered?")
    owed.get_by_role("link").click()
    until_quiet(amina)
    choose(amina, "yes")
    fill(amina, "Source: document or register", "Helpdesk log 2025, by country")
    fill(amina, "Why this is corrected", "Countries are listed now")
    press(amina, "Submit")
    expect(amina.get_by_text("Sent. It waits")).to_be_visible()

    go(sofia, address + "/queue")
    sofia.get_by_text(HELPDESK).click()
    until_quiet(sofia)
    press(sofia, "Approve 1 figure")
    expect(sofia.get_by_text("1 figure approved.")).to_be_visible()

    # The visitor's page was opened before anything was sent, and nobody touched it since.
    news = visitor.get_by_role("row").filter(has_text=HELPDESK)
    expect(news).to_contain_text("Helpdesk log 2025, by country", timeout=PATIENCE)
    for page in (visitor, amina, sofia):
        assert errors(page) == []


def test_what_was_typed_outlives_a_reload_and_another_device(
    browse: Callable[[str], Page], address: str
) -> None:
    form = address + FORM.replace("2025", "2024")
    amina = browse("/")
    sign_in(amina, "amina")
    go(amina, form)
    fill(amina, "Source: document or register", "Half a sentence")
    go(amina, form)
    expect(amina.get_by_label("Source: document or register")).to_have_value("Half a sentence")
    phone = browse("/")
    sign_in(phone, "amina")
    go(phone, form)
    expect(phone.get_by_label("Source: document or register")).to_have_value("Half a sentence")


@pytest.mark.parametrize("path", ["/my-figures", "/report", "/queue", "/people", "/audit"])
def test_a_visitor_is_told_how_to_be_let_in(browse: Callable[[str], Page], path: str) -> None:
    page = browse(path)
    expect(page.get_by_test_id("stAlert")).to_contain_text("Sign in to see this page.")
    assert page.get_by_test_id("stTopNavSection").all_inner_texts() == ["Review", "About"]


@pytest.mark.parametrize("path", ["/people", "/audit"])
def test_a_representative_does_not_see_the_stewards_pages(
    browse: Callable[[str], Page], address: str, path: str
) -> None:
    page = browse("/")
    sign_in(page, "amina")
    go(page, address + path)
    expect(page.get_by_test_id("stAlert")).to_contain_text("Your roles do not include this page")


def test_an_unknown_person_is_a_visitor_with_a_word_how_to_be_let_in(
    browse: Callable[[str], Page], address: str
) -> None:
    page = browse("/")
    sign_in(page, "eve")
    go(page, address + "/my-figures")
    expect(page.get_by_test_id("stAlert")).to_contain_text("nobody entered you here yet")


def test_a_failed_sign_in_is_said(browse: Callable[[str], Page]) -> None:
    page = browse("/")
    sign_in(page, "a stranger")
    expect(page.get_by_test_id("stAlert")).to_contain_text("The sign-in did not work")


def test_signing_out_ends_every_session(browse: Callable[[str], Page], address: str) -> None:
    one, other = browse("/"), browse("/")
    sign_in(one, "sofia")
    sign_in(other, "sofia")
    go(other, address + "/people")
    expect(other.get_by_text("Add a person")).to_be_visible()
    one.get_by_role("button", name="Sofia").click()
    one.get_by_role("button", name="Sign out everywhere").click()
    expect(one.get_by_role("button", name="Sign in with Soil")).to_be_visible(timeout=PATIENCE)
    go(other, address + "/people")
    expect(other.get_by_test_id("stAlert")).to_contain_text("Your session has ended")


def test_an_invitation_lets_in_who_has_no_address(
    browse: Callable[[str], Page], address: str
) -> None:
    secretary = browse("/")
    sign_in(secretary, "sofia")
    go(secretary, address + "/people")
    unfold(secretary, "Add a person")
    fill(secretary, "Name", "Olga")
    press(secretary, "Add the person")
    expect(secretary.get_by_text("Olga was added.")).to_be_visible()
    unfold(secretary, "Invite, sign out, erase")
    secretary.locator(".st-key-manage_person").get_by_role("combobox").click()
    secretary.get_by_role("option", name="Olga").click()
    until_quiet(secretary)
    press(secretary, "Make an invitation")
    code = secretary.get_by_test_id("stCode").inner_text().strip()

    olga = browse("/")
    sign_in(olga, "olga")
    olga.get_by_role("button", name="Olga").click()
    fill(olga, "Invitation code", code)
    press(olga, "Use the code")
    go(olga, address + "/my-figures")
    expect(olga.get_by_test_id("stAlert")).to_contain_text("Your roles do not include this page")
