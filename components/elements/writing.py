"""One way for pages to write: all of it or nothing, and a sentence either way."""

import datetime as dt
from collections.abc import Callable, Mapping

import streamlit as st
from pydantic import ValidationError
from sqlmodel import Session

from components.language.markdown import escape
from components.language.text import _, _c, tell
from components.look.markup import grid, show_note
from components.reader import sessions
from store.ground.complaints import UNNAMED, refusals
from store.ground.errors import StoreError


def key(form: str, field: str) -> str:
    """The key of a field in a form that is empty again once it was written."""
    return f"{form}_{field}_{st.session_state.get(_times(form), 0)}"


def choose(label: str, options: Mapping[str, str], key: str) -> str:
    """One of the rows (code → name) to work on; it stays chosen when it is renamed meanwhile.

    The browser knows an option by its words only, the session by its code.
    """
    if st.session_state.get(key) in options:
        st.session_state[key] = st.session_state[key]
    return st.selectbox(label, list(options), format_func=options.__getitem__, key=key)


def write(
    work: Callable[[Session], object],
    done: str,
    form: str = "",
    names: Mapping[str, str] = UNNAMED,
) -> None:
    """Do the work in one transaction, draw the page anew, and say then that it was done.

    What the store refuses is said where the reader is, and nothing typed is lost.
    `form` names the form, if any, whose fields are empty then; `names` says what the screen calls
    fields of which the store complains.
    """
    try:
        with sessions.writing() as session:
            work(session)
    except (StoreError, ValidationError) as error:
        show_refusal(error, names)
        return
    finish(done, form)


def finish(done: str, form: str = "") -> None:
    """Draw the page anew, the fields of the form empty, and say then what was done."""
    st.session_state["done"] = done
    empty(form)
    st.rerun()


def empty(form: str) -> None:
    """Give the form new fields in the next run, which hold nothing that was typed."""
    st.session_state[_times(form)] = st.session_state.get(_times(form), 0) + 1


def show_kept(at: dt.datetime | None) -> None:
    """Say what of all that was typed is on the server, and since when."""
    if at is None:
        show_note(
            _(
                "Nothing is kept yet. Each field is kept on the server, for you alone, once you"
                " leave it."
            )
        )
        return
    show_note(
        _(
            "Kept on the server at {time} UTC, for you alone. What you are still typing is kept"
            " once you leave its field.",
            time=f"{at:%H:%M}",
        )
    )


def show_refusal(error: StoreError | ValidationError, names: Mapping[str, str] = UNNAMED) -> None:
    """Say in the reader's language what the store or a draft refused."""
    for message in refusals(error, names):
        st.error(escape(tell(message)))


def show_meanwhile(message: str, rows: list[list[str]], begun: str) -> None:
    """Say what somebody else changed since the typing began, and offer to begin anew.

    `rows` are (what, before, now); `begun` is where the session keeps what the typing began with.
    """
    st.warning(escape(message))
    columns = [_("What was changed"), _("When you began"), _c("content of a field", "Now")]
    st.html(grid(columns, rows, whole=True, stacked=True))
    if st.button(_("Start again from the current version"), key=f"{begun}_anew"):
        del st.session_state[begun]
        st.rerun()


def show_done() -> None:
    """Say what the last write did, once; its place stays, or folds below would shut.

    The button may be far below: it is said over the page too, for some seconds.
    """
    room = st.container()
    if done := st.session_state.pop("done", ""):
        room.success(escape(done))
        st.toast(escape(done))


def _times(form: str) -> str:
    return f"times_written_{form}"
