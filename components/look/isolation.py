"""Cards, tiles and rows made apart from each other: one that cannot be made says so instead.

Only what nobody expects ends here; it is logged with its reference. Tests fail where anything was.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from html import escape
from typing import ParamSpec, TypeVar

from components.language.text import _
from components.look.markup import show_empty
from store.ground import isolation

T = TypeVar("T")
P = ParamSpec("P")


@contextmanager
def drawing() -> Iterator[None]:
    """Draw what stands inside, or say in its place that it cannot be shown."""
    try:
        yield
    except Exception as error:  # whatever it is, the rest of the page is drawn
        show_empty(_sentence(error))


def build(make: Callable[[], T], instead: Callable[[str], T]) -> T:
    """What `make` makes; else what `instead` makes of the sentence that says why there is none."""
    try:
        return make()
    except Exception as error:  # whatever it is, the rest is made
        return instead(_sentence(error))


def words(make: Callable[P, str]) -> Callable[P, str]:
    """Let a function that puts figures into words answer with the sentence where it cannot."""

    @wraps(make)
    def guarded(*arguments: P.args, **named: P.kwargs) -> str:
        return build(lambda: make(*arguments, **named), str)

    return guarded


def piece(make: Callable[P, str]) -> Callable[P, str]:
    """Let a function that builds a piece of HTML put the sentence in its place where it cannot."""

    @wraps(make)
    def guarded(*arguments: P.args, **named: P.kwargs) -> str:
        return build(lambda: make(*arguments, **named), _framed)

    return guarded


def _framed(sentence: str) -> str:
    return f'<p class="empty">{escape(sentence)}</p>'


def _sentence(error: Exception) -> str:
    reference = isolation.note(error)
    return _("This figure cannot be shown (reference {reference}).", reference=reference)
