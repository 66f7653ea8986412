"""What another session or process writes shows here within seconds, without a reload."""

import streamlit as st

from components import cache

SECONDS = 2


@st.fragment(run_every=SECONDS)
def watch() -> None:
    """Ask for the highest audit entry, and draw the page anew where it moved."""
    if st.session_state.pop("is_whole_run", False):
        return  # the whole page was drawn just now
    if cache.read_version() != cache.store_version():
        st.rerun()
