"""Long lists, a page at a time: the browser of a reader on a poor link gets no more than that."""

from collections.abc import Sequence
from typing import TypeVar

from components.language.text import _, number
from components.look.markup import show_note
from components.reader import address

SIZE = 100  # rows

T = TypeVar("T")


def choose(rows: Sequence[T], of: str, first: int = 0, size: int = SIZE) -> Sequence[T]:
    """All rows where they are few; else the page of them that the reader picks.

    `of` names the list with its filters: of another one, the page that holds the row number
    `first` comes first. A page of the app has one paged list, whose number is in the address.
    """
    page = places(len(rows), of, first, size)
    return rows[page.start : page.stop]


def places(count: int, of: str, first: int = 0, size: int = SIZE) -> range:
    """The same of so many rows that are not there yet: the places of those on the page."""
    pages = -(-count // size)
    if pages < 2:
        return range(count)
    page = address.choose_page("page", most=pages, of=of, first=1 + first // size)
    shown = range(size * (page - 1), min(size * page, count))
    show_note(
        _(
            "Rows {first} to {last} of {all}.",
            first=number(shown.start + 1),
            last=number(shown.stop),
            all=number(count),
        )
    )
    return shown
