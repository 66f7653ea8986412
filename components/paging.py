"""Long lists, a page at a time: the browser of a reader on a poor link gets no more than that."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from components.facts import show_note
from components.text import _, number

SIZE = 100  # rows

T = TypeVar("T")


def choose(key: str, rows: Sequence[T], first: int = 0, size: int = SIZE) -> Sequence[T]:
    """All rows where they are few; else the page of them that the reader picks.

    Until one is picked it is the page that holds the row number `first`.
    """
    pages = -(-len(rows) // size)
    if pages < 2:
        return rows
    state = f"page_{key}"
    if not 1 <= st.session_state.get(state, 0) <= pages:
        st.session_state[state] = 1 + first // size
    start = size * (st.pagination(pages, key=state) - 1)
    show_note(
        _(
            "Rows {first} to {last} of {all}.",
            first=number(start + 1),
            last=number(min(start + size, len(rows))),
            all=number(len(rows)),
        )
    )
    return rows[start : start + size]
