"""What another session or process writes, and another theme, show here without a click."""

from typing import cast

import streamlit as st

from components.look import theme
from components.reader import access, cache, clock, run, sessions
from components.shell import faults
from components.shell.following import Following

SECONDS = 3  # between two looks


@st.fragment(run_every=SECONDS)
def watch() -> None:
    """Draw the page anew where the store or the reader's theme is not what it was drawn from.

    Where the store cannot be read the page stays, and says of when it is.
    """
    state = st.session_state
    if run.scope().pop("is_whole_run", False):  # the whole page is being drawn just now
        state["drawn_in"] = theme.current().name
        state["following"] = Following(drawn_at=clock.now(), looked=cache.store_version()[1])
        return
    with faults.keeping(cast("Following", state["following"]).drawn_at):
        if state["drawn_in"] != theme.current().name or _is_due():
            st.rerun()


def follow_everything() -> None:
    """Let the page of this run show at once whatever anybody writes, what only waits too."""
    cast("Following", st.session_state["following"]).everything = True


def follow_figures(indicator_code: str, place_code: str) -> None:
    """Let the form of this run show at once what anybody reports of the indicator and place."""
    cast("Following", st.session_state["following"]).pair = (indicator_code, place_code)


def _is_due() -> bool:
    following = cast("Following", st.session_state["following"])
    with sessions.reading() as session:
        return following.is_due(session, access.actor().name, clock.now())
