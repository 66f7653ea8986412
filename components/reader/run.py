"""What is kept within one run of a page, or of a program that draws none."""

from collections.abc import MutableMapping
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

_PROGRAM: dict[str, object] = {}


def scope() -> MutableMapping[Any, Any]:
    """The session's, or where no page is drawn, the program's own."""
    is_page = get_script_run_ctx(suppress_warning=True) is not None
    return st.session_state if is_page else _PROGRAM


def stored(name: str) -> object:
    """What this run keeps under a name; None for nothing."""
    return scope().get(name)
