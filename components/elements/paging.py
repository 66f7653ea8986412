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
    pages = -(-len(rows) // size)
    if pages < 2:
        return rows
    page = address.choose_page("page", most=pages, of=of, first=1 + first // size)
    start = size * (page - 1)
    show_note(
        _(
            "Rows {first} to {last} of {all}.",
            first=number(start + 1),
            last=number(min(start + size, len(rows))),
            all=number(len(rows)),
        )
    )
    return rows[start : start + size]
