"""Who opens which page: everybody else meets the sentence that says how to be let in."""

from functools import partial
from pathlib import Path

from playwright.sync_api import Page, expect
from sqlmodel import select

from store.models import Person, Role
from store.rights.rights import RIGHTS, Act
from tests import stores
from tests.browser import serve
from tests.browser.bar import choose_plan
from tests.browser.checks import errors
from tests.browser.reader import ANYWHERE, Windows
from tests.browser.reporting.provider import Provider, secrets_file
from tests.browser.reporting.signed_in import (
    PEOPLE,
    BrowseAs,
    alert,
    opened,
    sections,
)
from tests.browser.wait import PATIENCE
from tests.menu import GUARDED, PAGES, Listed

NEEDS = {
    "my-figures": Act.REPORT,
    "report": Act.REPORT,
    "countries": Act.REPORT,
    "import": Act.REPORT,
    "samplings": Act.REPORT,
    "activities": Act.PROPOSE,
    "queue": Act.SEE,
    "plan": Act.EDIT_PLAN,
    "people": Act.MANAGE_PEOPLE,
    "audit": Act.READ_AUDIT,
}
SIGNED_OUT = "Sign in to see this page."
NOT_YOURS = "Your roles do not include this page. Ask the Secretariat."
# One of each role that is refused something.
READERS = ("tea", "emil", "lena", "stan")


def content(page: Page, listed: Listed) -> list[str]:
    """The lines between the title and the foot of a page that is being opened."""
    foot = page.locator(".foot")  # it is drawn last
    expect(foot).to_be_visible(timeout=PATIENCE)
    heading = page.locator("h1")
    expect(heading).to_contain_text(listed.title)  # behind which may stand how many wait
    assert errors(page) == []
    lines = page.get_by_test_id("stMain").inner_text().splitlines()
    below = lines[lines.index(heading.inner_text()) + 1 :]
    return [line for line in below if line.strip() and line not in foot.all_inner_texts()]


def refusal(words: str) -> list[str]:
    """The lines of a page that says nothing else."""
    return ["lock", words]


def menu_for(acts: set[Act]) -> list[str]:
    """The sections of the menu that hold a page for one of the acts."""
    shown = [one for one in PAGES if one.name not in NEEDS or NEEDS[one.name] in acts]
    return [group for group in dict.fromkeys(one.group for one in shown) if group]


def end_role(store: Path, name: str) -> None:
    """Take somebody's role, on the server's command line."""
    with opened(store) as session:
        held = select(Role.id).join(Person).where(Person.name == name.title())
        number = session.exec(held).one()
    done = stores.run("user", "end", str(number), database_url=f"sqlite:///{store}")
    assert done.returncode == 0, done.stderr


def test_the_table_has_every_guarded_page() -> None:
    assert set(NEEDS) == {one.name for one in GUARDED}


# What a role opens, and what is refused to it, tests/pages tells without a browser.
def test_the_menu_offers_a_role_its_own_pages(browse_as: BrowseAs) -> None:
    page = None
    for login in READERS:
        held = PEOPLE[login]
        acts = set(RIGHTS[held.role]) if held else set[Act]()
        page = browse_as(login, ANYWHERE, page)
        assert sections(page) == menu_for(acts), login


def test_on_a_new_server_no_page_shows_what_its_visitor_may_not_see(
    windows: Windows, signed_store: Path, providers: dict[str, Provider], tmp_path: Path
) -> None:
    url, log = f"sqlite:///{signed_store}", tmp_path / "server.log"
    problems: list[str] = []
    with (
        serve.serving(url, log, partial(secrets_file, providers)) as fresh,
        windows.open(1440, "light", problems) as page,
    ):
        # Nobody has opened "/" yet, so Streamlit has not heard of any navigation either.
        for one in GUARDED:
            page.goto(fresh + one.address)
            assert content(page, one) == refusal(SIGNED_OUT)
        assert sections(page) == menu_for(set())
    assert problems == []


def test_an_ended_role_is_gone_at_the_next_click(browse_as: BrowseAs, signed_store: Path) -> None:
    page = browse_as("remy", "/my-figures")
    expect(page.get_by_role("row").filter(has_text="overdue")).to_be_visible()
    end_role(signed_store, "remy")
    choose_plan(page, "2020")
    expect(alert(page)).to_contain_text(NOT_YOURS)
    expect(page.get_by_role("row")).to_have_count(0)
    assert sections(page) == menu_for(set())
