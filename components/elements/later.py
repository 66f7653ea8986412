"""What is drawn once a reader comes near: charts and maps far below the top of a page."""

import streamlit as st

from components.language.text import _


def is_near(key: str, label: str = "") -> bool:
    """Whether to draw now; else a button stands here, which the page script presses in time.

    What was drawn once stays drawn for the session. Called in a fragment, the button runs that
    fragment alone.
    """
    drawn = f"drawn_{key}"
    if st.session_state.get(drawn):
        return True
    name = label or _("Draw the chart")
    st.button(name, key=f"later_{key}", on_click=_remember, args=(drawn,))
    return False


def _remember(drawn: str) -> None:
    st.session_state[drawn] = True
