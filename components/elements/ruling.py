"""A reviewer's two acts on a row that waits: approve it, or return it with a comment."""

from collections.abc import Callable

import streamlit as st
from sqlmodel import Session

from components.elements import writing
from components.language.text import _

Act = Callable[[Session, str], object]


def offer(key: str, labels: tuple[str, str], approve: Act, send_back: Act, done: str) -> None:
    """Draw the comment and both buttons, whose labels are given in the order of the acts.

    `key` tells the row from any other on the page; `done` says what an approval did. Each act is
    given the comment.
    """
    names = {"comment": _("Comment; needed to return it")}
    comment = st.text_input(names["comment"], key=f"{key}_comment")
    with st.container(horizontal=True):
        if st.button(labels[0], key=f"{key}_approve"):
            writing.write(lambda session: approve(session, comment), done, names=names)
        if st.button(labels[1], key=f"{key}_return"):
            told = _("It was returned.")
            writing.write(lambda session: send_back(session, comment), told, names=names)
