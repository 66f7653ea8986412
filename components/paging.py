"""Long lists, a page at a time: the browser of a reader on a poor link gets no more than that."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from components.text import _, number

SIZE = 100  # rows

T = TypeVar("T")


def choose(key: str, rows: Sequence[T], first: int = 0, size: int = SIZE) -> Sequence[T]:
    """All rows where they are few; else the page of them that the reader picks.

    Until one is picked it is the page that holds the row number `first`.
    """
    pages = range(-(-len(rows) // size))
    if len(pages) < 2:
        return rows
    state = f"page_{key}"
    if st.session_state.get(state) not in pages:
        st.session_state[state] = first // size
    page = st.selectbox(
        _("Rows, of {count}", count=number(len(rows))),
        pages,
        format_func=lambda one: (
            f"{number(one * size + 1)}–{number(min((one + 1) * size, len(rows)))}"
        ),
        key=state,
        width=220,
    )
    return rows[page * size : (page + 1) * size]
