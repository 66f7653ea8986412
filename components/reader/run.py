"""What is kept within one run of a page, or of a program that draws none."""

import threading
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

_PROGRAM: dict[str, Any] = {}
_FOUND = threading.local()


def scope() -> dict[str, Any]:
    """The session's, or where no page is drawn, the program's own."""
    context = get_script_run_ctx(suppress_warning=True)
    if context is None:
        return _PROGRAM
    # Streamlit asks its widgets for each name that it is asked for; a page asks thousands of times.
    if getattr(_FOUND, "context", None) is not context:
        _FOUND.context, _FOUND.scope = context, st.session_state.setdefault("run", {})
    return _FOUND.scope


def stored(name: str) -> object:
    """What this run keeps under a name; None for nothing."""
    return scope().get(name)
