"""People who sign in, each in a browser of their own, and what they do on a page."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page
from sqlmodel import Session

from store.database import engine
from store.models import RoleKind
from store.partners import organisations
from store.people import people, roles
from store.people.person_draft import PersonDraft
from store.rights import rights
from store.rights.rights import Grant
from tests.browser.reader import follow
from tests.browser.reporting.payloads import PAYLOADS
from tests.browser.wait import until_quiet
from tests.store.partners.partners import organisation

Browse = Callable[..., Page]
BrowseAs = Callable[..., Page]

SEAT = Grant(RoleKind.REGIONAL_REPRESENTATIVE, "B3", "R-AFR")
# Who is entered in the store, and with which role.
PEOPLE: dict[str, Grant | None] = {
    "amina": SEAT,
    "bako": SEAT,
    "emil": Grant(RoleKind.REGIONAL_REPRESENTATIVE, "B3", "R-EUR"),
    "faye": Grant(RoleKind.REGIONAL_REPRESENTATIVE, "F1", "R-AFR"),
    "lena": Grant(RoleKind.TASK_FORCE_LEADER, "B3"),
    "nora": None,
    "remy": SEAT,
    "saskia": Grant(RoleKind.SECRETARIAT),
    "sofia": Grant(RoleKind.SECRETARIAT),
    "stan": Grant(RoleKind.STC_MEMBER),
    "tea": Grant(RoleKind.TEAM_MEMBER, "B3"),
}


def address_of(name: str) -> str:
    """Somebody's e-mail address."""
    return f"{name}@soil.example"


def claims(name: str, *, is_verified: bool = True) -> dict[str, Any]:
    """What a provider says of somebody."""
    return {"name": name.title(), "email": address_of(name), "email_verified": is_verified}


SOIL = {name: claims(name) for name in (*PEOPLE, "eve", "ivo")}
SOIL["nora"] = claims("nora", is_verified=False)
SOIL["olga"] = {"name": "Olga"}  # her provider gives no address
HOSTILE = "mallory"
SOIL[HOSTILE] = {"name": " ".join(PAYLOADS[:-1])}
# The second provider has the same subject and address, unverified, and the address, verified.
LAND = {
    "amina": claims("amina", is_verified=False),
    "another-amina": claims("amina"),
    "nora": claims("nora"),
}


@contextmanager
def opened(store: Path) -> Iterator[Session]:
    """A transaction on a store by this process, beside the server's own."""
    made = engine.connect(f"sqlite:///{store}")
    with Session(made) as session, session.begin():
        yield session
    made.dispose()


def enter_people(store: Path) -> None:
    """Add everybody, with their roles."""
    by_hand = rights.program("command line")
    today = dt.datetime.now(dt.UTC).date()
    with opened(store) as session:
        home = organisations.add(
            session, by_hand, organisation("Soil Institute", known_on=today), today
        )
        for name, held in PEOPLE.items():
            person = people.add_person(
                session,
                by_hand,
                PersonDraft(name=name.title(), email=address_of(name), organisation_id=home.id),
            )
            if held is not None:
                roles.grant(session, by_hand, person.id or 0, held, today)


def sign_in(page: Page, login: str, provider: str = "Soil", *, to: str = "") -> None:
    """Sign in the way a person does, and wait for the page that follows, or go to another."""
    page.get_by_role("button", name=f"Sign in with {provider}").click()
    page.get_by_label("Login").fill(login)
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url(re.compile(r"/(\?|$)"), wait_until="commit")
    if to:
        page.goto(to)
    until_quiet(page)


def go(page: Page, address: str) -> None:
    """Follow an address in the same session."""
    follow(page, address)


def fill(page: Page, label: str, words: str, *, fold: str = "") -> None:
    """Type into a field, of the fold where several have the label, and leave it."""
    folds = page.get_by_test_id("stExpander").filter(has=page.get_by_text(fold, exact=True))
    field = (folds if fold else page).get_by_label(label, exact=True)
    field.fill(words)
    field.press("Tab")
    until_quiet(page)


def fill_in(page: Page, fields: dict[str, str]) -> None:
    """Type into the fields with these labels, and leave the last one."""
    for label, words in fields.items():
        page.get_by_label(label, exact=True).fill(words)
    page.keyboard.press("Tab")
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


def waiting(page: Page, words: str) -> Locator:
    """The row of the review queue that has these words."""
    return page.locator(".cases .case").filter(has_text=words)


def tick(page: Page, words: str) -> None:
    """Tick a figure of the review queue by its words."""
    waiting(page, words).get_by_role("checkbox").check()


def show_in_full(page: Page, words: str) -> None:
    """Open a figure of the review queue by its words."""
    waiting(page, words).get_by_role("link").click()
    until_quiet(page)


def alert(page: Page) -> Locator:
    """What the page says in a box."""
    return page.get_by_test_id("stAlert")


def sections(page: Page) -> list[str]:
    """The sections of the menu."""
    return page.get_by_test_id("stTopNavSection").all_inner_texts()
