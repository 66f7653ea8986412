"""When the store or a page fails: what happened, what became of it, and the way back by itself."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

import streamlit as st

from components.language.text import _, tell
from components.look import style
from components.reader import cache, clock
from components.shell import navigation, runs
from store.database import faults
from store.ground import isolation
from store.ground.errors import UnusableStoreError
from store.ground.messages import Message
from store.rights.rights import VISITOR

SECONDS = 2  # between two looks whether the store is back
LONGEST_PAUSE = 64  # seconds before a page that failed again and again is drawn anew


@contextmanager
def keeping(drawn_at: dt.datetime) -> Iterator[None]:
    """Leave an open page as it is while the store cannot be read, and say so above it."""
    try:
        with faults.told():
            yield
    except UnusableStoreError as error:
        _show(
            tell(error.message),
            _(
                "What you see was read at {time} UTC. It is tried again every few seconds.",
                time=f"{drawn_at:%H:%M:%S}",
            ),
        )


def tell_reader(error: Exception) -> bool:
    """Draw instead of a page, or of the rest of one, what kept it from being drawn.

    Returns True: Streamlit need not say it in its own words.
    """
    reference = isolation.note(error)
    runs.fail()
    fault = faults.explain(error)
    st.set_page_config(page_title=_("4 per 1000 Dashboard"), layout="wide")
    if not st.session_state.get("has_pages"):
        # A first visit: without the pages the browser would forget which one it asked for.
        st.navigation(navigation.pages(VISITOR), position="top")
    st.html(style.element())
    if fault is None:
        _show(
            _("This page cannot be shown because of a mistake in it."),
            _("It was logged under the reference {reference}.", reference=reference),
        )
        return True
    failures = st.session_state.get("failures", 0) + 1
    pause = dt.timedelta(seconds=min(SECONDS * 2 ** (failures - 1), LONGEST_PAUSE))
    st.session_state.update(failures=failures, drawn_anew_at=clock.now() + pause)
    _show_until_back(fault, reference)
    return True


def forget() -> None:
    """Note that the page of this run was drawn to its end."""
    st.session_state.pop("failures", None)


@st.fragment(run_every=SECONDS)
def _show_until_back(fault: Message, reference: str) -> None:
    """Say what is wrong; draw the page as soon as the store can be read."""
    if clock.now() > st.session_state["drawn_anew_at"] and _can_be_read():
        st.rerun()
    _show(
        tell(fault),
        _(
            "Nothing was saved, and what you typed is kept. The page comes back by itself as soon"
            " as the store does (reference {reference}).",
            reference=reference,
        ),
    )


def _can_be_read() -> bool:
    try:
        with faults.told():
            cache.read_version()
    except UnusableStoreError:
        return False
    return True


def _show(what: str, then: str) -> None:
    st.html(f'<div class="fault" role="alert"><strong>{escape(what)}</strong> {escape(then)}</div>')
