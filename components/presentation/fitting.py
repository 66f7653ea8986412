"""Lists of sentences on the projector: as many as fit there, and how many more there are."""

from collections.abc import Sequence
from html import escape

from components.language.text import _c, _n
from components.look.markup import note

LETTERS = 30  # of a line beside the chart; rather too few than too many
LINES = 6


def beneath(lists: dict[str, list[str]]) -> str:
    """Lists below their heads as HTML; the meeting's page has all of what does not fit."""
    drawn = (
        f"<section><h2>{escape(head)}</h2>{_list(fitting(items, LETTERS))}</section>"
        for head, items in lists.items()
    )
    return f'<div class="beneath">{"".join(drawn)}</div>'


def lines(sentence: str, letters: int) -> int:
    """How many lines a sentence takes in a column of so many letters."""
    return max(1, -(-len(sentence) // letters))


def fitting(items: Sequence[str], letters: int) -> list[str]:
    """The first sentences that fit, at least one; what is left out is counted in the last.

    A sentence that would fill more than all the room ends in three dots.
    """
    most = (LINES - 1) * letters
    short = [item if len(item) <= most else f"{item[: most - 1]}…" for item in items]
    room, shown = LINES, 0
    for sentence in short:
        room -= lines(sentence, letters)
        is_last = shown == len(items) - 1
        if shown and room < (not is_last):  # where more follow, the count takes a line
            break
        shown += 1
    left = len(items) - shown
    more = [_n("and {count} more", "and {count} more", left)] if left else []
    return [*short[:shown], *more]


def _list(items: Sequence[str]) -> str:
    if not items:
        return note(_c("what changed", "nothing"))
    return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>"
