"""What is kept within one run of a page, or of a program that draws none."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

_PROGRAM: dict[str, Any] = {}
_FOUND = threading.local()
_APART: ContextVar[dict[str, Any] | None] = ContextVar("apart", default=None)


def scope() -> dict[str, Any]:
    """The session's, or where no page is drawn, that of the work apart or the program's own."""
    apart = _APART.get()
    if apart is not None:
        return apart
    context = get_script_run_ctx(suppress_warning=True)
    if context is None:
        return _PROGRAM
    # Streamlit asks its widgets for each name that it is asked for; a page asks thousands of times.
    if getattr(_FOUND, "context", None) is not context:
        _FOUND.context, _FOUND.scope = context, st.session_state.setdefault("run", {})
    return _FOUND.scope


@contextmanager
def working_apart(**known: object) -> Iterator[None]:
    """Keep what is found inside the block apart from all else; begin with what is known."""
    before = _APART.set(known)
    try:
        yield
    finally:
        _APART.reset(before)


def stored(name: str) -> object:
    """What this run keeps under a name; None for nothing."""
    return scope().get(name)
