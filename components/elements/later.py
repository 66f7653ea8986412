"""What is drawn once a reader comes near: charts and maps far below the top of a page."""

from html import escape

import streamlit as st

from components.language.text import _


def is_near(key: str) -> bool:
    """Whether to draw now; else a button stands here, which the page script presses in time.

    What was drawn once stays drawn for the session. Called in a fragment, the button runs that
    fragment alone.
    """
    if st.session_state.get(_drawn(key)):
        return True
    with st.container(key=f"later_{key}"):
        said = _("This chart was not drawn yet when the page was printed. Print it once more.")
        st.html(f'<p class="note on-paper">{escape(said)}</p>')
        st.button(_("Draw the chart"), key=f"draw_{key}", on_click=_remember, args=(key,))
    return False


def _remember(key: str) -> None:
    st.session_state[_drawn(key)] = True


def _drawn(key: str) -> str:
    return f"drawn_{key}"
