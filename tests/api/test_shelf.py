"""What the API keeps: little enough, and made once however many ask."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

from components.api.shelf import Shelf


def test_the_least_used_goes_first() -> None:
    shelf: Shelf[str] = Shelf(6, len)
    for name in "abc":
        shelf.get_or_make(name, lambda name=name: 2 * name)
    assert shelf.get("a") == "aa"
    shelf.get_or_make("d", lambda: "dd")
    assert [shelf.get(name) for name in "abcd"] == ["aa", None, "cc", "dd"]


def test_what_would_drive_out_the_rest_is_not_kept() -> None:
    shelf: Shelf[str] = Shelf(6, len)
    shelf.get_or_make("small", lambda: "aa")
    assert shelf.get_or_make("large", lambda: "aaaa") == "aaaa"
    assert (shelf.get("small"), shelf.get("large")) == ("aa", None)


def test_a_thing_is_made_once_however_many_ask_at_once() -> None:
    shelf: Shelf[str] = Shelf(6, len)
    makers: list[int] = []
    together = threading.Barrier(4)

    def make() -> str:
        makers.append(threading.get_ident())
        time.sleep(0.05)  # long enough for the others to ask meanwhile
        return "ma"

    def ask(_number: int) -> str:
        together.wait()
        return shelf.get_or_make("one", make)

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(ask, range(4))) == ["ma"] * 4
    assert len(makers) == 1
