"""A page whose fragment asks to be drawn anew when the page's run is over and not yet delivered.

In use this takes a busy server and bad luck; here the event loop is kept waiting until both meet.
"""

import threading

import streamlit as st
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime import get_instance
from streamlit.runtime.scriptrunner import get_script_run_ctx

from tests.components.serving import late_server


@st.fragment
def clock() -> None:
    """What is drawn anew by itself."""
    st.text("fragment")


def ask_for_fragment_once_over(run: threading.Thread) -> None:
    """On the event loop: let the run end undelivered, then be asked for the fragment."""
    context = get_script_run_ctx()
    assert context is not None
    session_id, asked = context.session_id, BackMsg()
    (asked.rerun_script.fragment_id,) = context.shared.new_fragment_ids.snapshot()
    asked.rerun_script.page_script_hash = context.page_script_hash

    def meet() -> None:
        run.join()
        get_instance().handle_backmsg(session_id, asked)

    late_server.loops[0].call_soon_threadsafe(meet)


st.text("first words")
clock()
ask_for_fragment_once_over(threading.current_thread())
st.text("last words")
