"""What the API keeps: little enough, and made once however many ask."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from store.ground.shelf import Shelf, shelf


def words() -> Shelf[str]:
    """A shelf for six letters."""
    return shelf(6, len)


def is_kept(get_or_make: Shelf[str], name: str) -> bool:
    """Whether a thing is still there; where it is not, nothing is kept instead of it."""
    return get_or_make(name, lambda: "too large to keep") != "too large to keep"


def test_the_least_used_goes_first() -> None:
    get_or_make = words()
    for name in "abc":
        get_or_make(name, lambda name=name: 2 * name)
    assert is_kept(get_or_make, "a")
    get_or_make("d", lambda: "dd")
    assert [is_kept(get_or_make, name) for name in "abcd"] == [True, False, True, True]


def test_what_would_drive_out_the_rest_is_not_kept() -> None:
    get_or_make = words()
    get_or_make("small", lambda: "aa")
    assert get_or_make("large", lambda: "aaaa") == "aaaa"
    assert is_kept(get_or_make, "small")
    assert not is_kept(get_or_make, "large")


def test_what_could_not_be_made_can_be_asked_for_again() -> None:
    get_or_make = words()

    def fail() -> str:
        raise OSError("out of reach")

    with pytest.raises(OSError, match="out of reach"):
        get_or_make("one", fail)
    assert get_or_make("one", lambda: "ma") == "ma"


def test_a_thing_is_made_once_however_many_ask_at_once() -> None:
    get_or_make = words()
    makers: list[int] = []
    together = threading.Barrier(4)

    def make() -> str:
        makers.append(threading.get_ident())
        time.sleep(0.05)  # long enough for the others to ask meanwhile
        return "ma"

    def ask(_number: int) -> str:
        together.wait()
        return get_or_make("one", make)

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(ask, range(4))) == ["ma"] * 4
    assert len(makers) == 1
