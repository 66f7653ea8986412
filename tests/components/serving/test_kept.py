"""Pages from memory: whoever reads never waits for one that is being made anew."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event
from typing import Any, TypeVar

import pytest
from starlette.exceptions import HTTPException

from components.api import answers
from components.api.answers import Answer
from components.serving.kept import Kept
from store.ground.errors import UnusableStoreError

PATIENCE = 30  # seconds, far more than anything here takes

T = TypeVar("T")


@dataclass
class Site:
    """A store of one number, and pages that say it; a page is made when the door is open."""

    number: int = 1
    is_lost: bool = False
    door: Event = field(default_factory=Event)
    asked: list[str] = field(default_factory=list)

    def state(self) -> int:
        """The number."""
        if self.is_lost:
            raise UnusableStoreError("The store cannot be reached.")
        return self.number

    def make(self, path: str) -> Answer:
        """A page."""
        self.asked.append(path)
        assert self.door.wait(PATIENCE)
        if path == "gone" and self.number > 1:
            raise HTTPException(404)
        return answers.of(f"{path} {self.state()}".encode(), "text/plain")


@pytest.fixture
def site() -> Iterator[Site]:
    """A site whose pages are made at once, until a test shuts the door."""
    made = Site()
    made.door.set()
    yield made
    made.door.set()


def kept(site: Site, pause: float = 0) -> Kept:
    """Pages of the site, kept; the store is looked at with every request."""
    return Kept(site.state, site.make, look=0, pause=pause)


def run(asked: Coroutine[Any, Any, T]) -> T:
    """What comes of it, in a thread of its own: a browser keeps a loop going in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, asked).result()


async def until(condition: Callable[[], bool], pages: Kept, path: str = "home") -> bytes:
    """Ask for the page until the condition holds; what it was then."""
    async with asyncio.timeout(PATIENCE):
        while True:
            answer = await pages.get(path)
            if condition():
                return answer.body.content
            await asyncio.sleep(0.01)


def test_a_page_is_made_once_for_all_who_ask_at_the_same_time(site: Site) -> None:
    async def ask() -> list[Answer]:
        pages = kept(site)
        return await asyncio.gather(*(pages.get("home") for _ in range(50)))

    assert {answer.body.content for answer in run(ask())} == {b"home 1"}
    assert site.asked == ["home"]


def test_it_is_read_as_it_was_while_it_is_made_anew(site: Site) -> None:
    async def ask() -> tuple[bytes, bytes]:
        pages = kept(site)
        await pages.get("home")
        site.number = 2
        site.door.clear()
        meanwhile = await until(lambda: len(site.asked) == 2, pages)
        site.door.set()
        async with asyncio.timeout(PATIENCE):
            while (after := (await pages.get("home")).body.content) == meanwhile:
                await asyncio.sleep(0.01)
        return meanwhile, after

    assert run(ask()) == (b"home 1", b"home 2")


def test_however_often_something_changes_it_is_made_so_often_only(site: Site) -> None:
    async def ask() -> None:
        pages = kept(site, pause=10 * PATIENCE)
        for number in range(1, 6):
            site.number = number
            await pages.get("home")
            await pages.get(f"page {number}")  # which waits until all before it are made

    run(ask())
    assert site.asked.count("home") == 2


def test_what_was_kept_outlives_the_store(site: Site) -> None:
    async def ask() -> bytes:
        pages = kept(site)
        await pages.get("home")
        site.number, site.is_lost = 2, True
        with pytest.raises(UnusableStoreError):
            await pages.get("new")
        return (await pages.get("home")).body.content

    assert run(ask()) == b"home 1"


def test_a_page_that_is_no_more_is_not_given_for_ever(site: Site) -> None:
    async def ask() -> None:
        pages = kept(site)
        await pages.get("gone")
        site.number = 2
        async with asyncio.timeout(PATIENCE):
            while True:
                await pages.get("gone")
                await asyncio.sleep(0.01)

    with pytest.raises(HTTPException):
        run(ask())
