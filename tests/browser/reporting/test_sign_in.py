"""Who is let in, by which provider, and who is not."""

from pathlib import Path

from playwright.sync_api import expect
from sqlmodel import select

from store.models import Person
from tests.browser.reader import ANYWHERE
from tests.browser.reporting.hostile import DANGERS, plain
from tests.browser.reporting.signed_in import (
    HOSTILE,
    SOIL,
    Browse,
    BrowseAs,
    alert,
    fill,
    go,
    opened,
    press,
    sign_in,
    unfold,
)
from tests.browser.wait import PATIENCE, until_quiet


def identity(store: Path, name: str) -> tuple[str | None, str | None]:
    """The issuer and the subject that somebody is bound to."""
    with opened(store) as session:
        bound = select(Person.issuer, Person.subject).where(Person.name == name.title())
        return session.exec(bound).one()


def test_an_unknown_person_is_a_visitor_with_a_word_how_to_be_let_in(
    browse: Browse, address: str
) -> None:
    page = browse(ANYWHERE)
    sign_in(page, "eve", to=address + "/my-figures")
    expect(alert(page)).to_contain_text("have no account here yet")


def test_the_second_provider_s_namesake_is_somebody_else(
    browse: Browse, address: str, signed_store: Path
) -> None:
    amina = browse(ANYWHERE)
    for name in ("Soil", "Land"):
        expect(amina.get_by_role("button", name=f"Sign in with {name}")).to_be_visible()
    sign_in(amina, "amina")
    bound = identity(signed_store, "amina")
    other = None
    for login in ("amina", "another-amina"):
        other = browse(ANYWHERE, other)
        sign_in(other, login, "Land", to=address + "/my-figures")
        expect(alert(other)).to_contain_text("have no account here yet")
    go(amina, address + "/my-figures")
    expect(amina.get_by_role("combobox", name="Show")).to_be_visible()
    assert identity(signed_store, "amina") == bound


def test_an_unverified_address_binds_nobody(
    browse: Browse, address: str, signed_store: Path
) -> None:
    pretender, nora = browse(ANYWHERE), browse(ANYWHERE)
    sign_in(pretender, "nora", "Soil", to=address + "/my-figures")
    expect(alert(pretender)).to_contain_text("have no account here yet")
    assert identity(signed_store, "nora") == (None, None)

    sign_in(nora, "nora", "Land", to=address + "/my-figures")
    expect(alert(nora)).to_contain_text("Your roles do not include this page")
    bound = identity(signed_store, "nora")
    assert bound[1] == "nora"
    go(pretender, address + "/my-figures")
    expect(alert(pretender)).to_contain_text("have no account here yet")
    assert identity(signed_store, "nora") == bound


def test_a_failed_sign_in_is_said(browse: Browse) -> None:
    page = browse(ANYWHERE)
    sign_in(page, "a stranger")
    expect(alert(page)).to_contain_text("The sign-in did not work")


def test_a_name_from_a_provider_is_shown_literally(browse: Browse) -> None:
    page = browse(ANYWHERE)
    sign_in(page, HOSTILE)
    said = page.locator(".st-key-account").inner_text()
    assert plain(str(SOIL[HOSTILE]["name"])) in plain(said)
    assert page.evaluate("window.hacked") is None
    assert page.locator(DANGERS).count() == 0


def test_signing_out_ends_every_session(browse: Browse, address: str) -> None:
    one, other = browse(ANYWHERE), browse(ANYWHERE)
    sign_in(one, "saskia")
    sign_in(other, "saskia", to=address + "/people")
    expect(other.get_by_text("Add a person")).to_be_visible()
    one.get_by_role("button", name="Saskia").click()
    one.get_by_role("button", name="Sign out everywhere").click()
    expect(one.get_by_role("button", name="Sign in with Soil")).to_be_visible(timeout=PATIENCE)
    go(other, address + "/people")
    expect(alert(other)).to_contain_text("Your session has ended")


def test_an_invitation_lets_in_who_has_no_address(
    browse: Browse, browse_as: BrowseAs, address: str
) -> None:
    secretary = browse_as("sofia", "/people")
    unfold(secretary, "Add a person")
    fill(secretary, "Name", "Olga")
    press(secretary, "Add the person")
    expect(secretary.get_by_text("Olga was added.").first).to_be_visible()
    unfold(secretary, "Invite, sign out, erase")
    box = secretary.locator(".st-key-manage_person").get_by_role("combobox")
    box.scroll_into_view_if_needed()  # a list that is open shuts when the page moves
    until_quiet(secretary)
    box.click()
    secretary.get_by_role("option", name="Olga").click()
    until_quiet(secretary)
    press(secretary, "Make an invitation")
    code = secretary.get_by_test_id("stCode").inner_text().strip()

    olga = browse(ANYWHERE, secretary)
    sign_in(olga, "olga")
    olga.get_by_role("button", name="Olga").click()
    fill(olga, "Invitation code", code)
    press(olga, "Use the code")
    go(olga, address + "/my-figures")
    expect(alert(olga)).to_contain_text("Your roles do not include this page")
