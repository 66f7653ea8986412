"""Two pages, the first with a button."""

import streamlit as st


def first() -> None:
    """Where the reader begins."""
    st.button("Press")


def second() -> None:
    """Where a link leads."""
    st.text("second")


st.navigation([st.Page(first, default=True), st.Page(second)]).run()
