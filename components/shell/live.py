"""What another session or process writes, and another theme, show here within seconds."""

import streamlit as st

from components.look import theme
from components.reader import cache

SECONDS = 2


@st.fragment(run_every=SECONDS)
def watch() -> None:
    """Draw the page anew where the store or the reader's theme is not what it was drawn from."""
    if st.session_state.pop("is_whole_run", False):
        st.session_state["drawn_in"] = theme.current().name
        return  # the whole page was drawn just now
    is_in_theme = st.session_state["drawn_in"] == theme.current().name
    if cache.read_version() != cache.store_version() or not is_in_theme:
        st.rerun()
