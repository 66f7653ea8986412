"""Files that people bring: taken from a session whose page asks for one, and only so many."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

import streamlit as st
from cachetools import TTLCache
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

AT_ONCE = 4  # files of one session that no run of its page has seen yet, and those in use
IN_ALL = 40  # files of all sessions
REMEMBERED = 3600  # seconds; Streamlit itself forgets a closed session's files much sooner


@dataclass(slots=True)
class _Asking:
    """What a session's page asked for, and the files that were brought."""

    is_open: bool = False
    asks_now: bool = False
    held: set[str] = field(default_factory=set)
    older: set[str] = field(default_factory=set)  # held when the run before this one began
    before: set[str] = field(default_factory=set)  # held when this run began
    in_use: set[str] = field(default_factory=set)  # that this run has drawn


_LOCK = threading.Lock()
_SESSIONS: TTLCache[str, _Asking] = TTLCache(maxsize=10_000, ttl=REMEMBERED)


def begin_run() -> None:
    """Look at what is held before the page asks."""
    with _LOCK:
        if asking := _SESSIONS.get(_session_id()):
            asking.asks_now = False
            asking.older, asking.before = asking.before, set(asking.held)
            asking.in_use = set()


def ask(label: str, key: str, endings: Sequence[str] | None = None) -> UploadedFile | None:
    """Ask for a file on the page; the server takes one from its session as long as it does."""
    uploaded = st.file_uploader(label, type=endings, key=key)
    with _LOCK:
        asking = _SESSIONS.setdefault(_session_id(), _Asking())
        asking.is_open = asking.asks_now = True
        if uploaded is not None:
            asking.in_use.add(uploaded.file_id)
    return uploaded


def end_run() -> None:
    """Free what the page does not show any more.

    A file that replaces another may come before the run that takes the other away: each has one
    run in which nobody shows it yet.
    """
    context = get_script_run_ctx()
    with _LOCK:
        asking = _SESSIONS.get(_session_id())
        if context is None or asking is None:
            return
        asking.is_open = asking.asks_now
        files = cast("MemoryUploadedFileManager", context.uploaded_file_mgr)
        unseen = asking.before & asking.older if asking.is_open else asking.before
        for file_id in unseen - asking.in_use:
            files.remove_file(context.session_id, file_id)
            asking.held.discard(file_id)


def take(session_id: str, file_id: str) -> bool:
    """Note a file that is being brought; False where nobody asked for it or there are too many."""
    with _LOCK:
        asking = _SESSIONS.get(session_id)
        if asking is None or not asking.is_open:
            return False
        in_all = sum(len(one.held) for one in _SESSIONS.values())
        if file_id not in asking.held and (len(asking.held) >= AT_ONCE or in_all >= IN_ALL):
            return False
        asking.held.add(file_id)
        return True


def drop(session_id: str, file_id: str) -> None:
    """Note that a file was taken back."""
    with _LOCK:
        if asking := _SESSIONS.get(session_id):
            asking.held.discard(file_id)


def _session_id() -> str:
    context = get_script_run_ctx(suppress_warning=True)
    return context.session_id if context else ""
