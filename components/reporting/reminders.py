"""How the reader wishes to be reminded: the rhythm of messages, and a calendar to subscribe to."""

import os
from urllib.parse import urlsplit

import streamlit as st

from components.elements import later, writing
from components.language.text import _, _c
from components.look.markup import show_note
from components.reader import access, sessions
from store.ground.errors import StoreError
from store.models import ReminderWish, Rhythm
from store.people import people
from store.reminders import wishes

MADE = "calendar_address"  # where the session keeps an address until it was shown


def show() -> None:
    """Draw the wishes of the reader; a local copy knows nobody to write to."""
    person_id = people.number_in_ledger(access.actor().name)
    if person_id is None:
        return
    fold = later.unfold(_("Reminders and calendar"), "reminders_fold")
    if fold is None:
        return
    with sessions.reading() as session:
        wish = wishes.of(session, person_id)
    with fold:
        show_rhythm(person_id, wish, "own")
        _show_calendar(person_id, wish)


def show_rhythm(person_id: int, wish: ReminderWish, key: str) -> None:
    """Let the person, or the Secretariat for them, choose how often they are written to."""
    names = {
        Rhythm.WEEKLY: _("once a week"),
        Rhythm.MONTHLY: _("once a month"),
        Rhythm.NEVER: _c("how often", "never"),
    }
    chosen = st.selectbox(
        _("One message about what is due, overdue, returned and approved"),
        list(names),
        list(names).index(wish.rhythm),
        format_func=names.__getitem__,
        key=f"reminders_{key}_{person_id}",
    )
    if chosen != wish.rhythm:
        writing.write(
            lambda session: wishes.choose_rhythm(session, access.actor(), person_id, chosen),
            _("Reminders: {rhythm}.", rhythm=names[chosen]),
        )


def _show_calendar(person_id: int, wish: ReminderWish) -> None:
    show_note(
        _(
            "A calendar program can subscribe to the days by which your figures are due. Whoever"
            " has the address can read them: keep it to yourself."
        )
    )
    if address := st.session_state.pop(MADE, ""):
        st.success(_("The address of your calendar. It is not shown again:"))
        st.code(address, language=None)
    has_one = wish.calendar is not None
    label = _("Make a new address; the old one ends") if has_one else _("Make an address")
    if st.button(label, key="calendar_make"):
        _make(person_id)
    if has_one and st.button(_("End the address"), key="calendar_void"):
        writing.write(
            lambda session: wishes.void_address(session, access.actor(), person_id),
            _("The calendar’s address ended."),
        )


def _make(person_id: int) -> None:
    """Make an address; it is shown after the next run."""
    try:
        with sessions.writing() as session:
            token = wishes.make_address(session, access.actor(), person_id)
    except StoreError as error:
        writing.show_refusal(error)
        return
    st.session_state[MADE] = f"{_home()}/calendar/{token}.ics"
    st.rerun()


def _home() -> str:
    """Where the app is for others, else as this reader reached it."""
    if public := os.environ.get("PUBLIC_ADDRESS", "").rstrip("/"):
        return public
    at = urlsplit(st.context.url or "")
    base = "".join(f"/{part}" for part in st.get_option("server.baseUrlPath").split("/") if part)
    return f"{at.scheme}://{at.netloc}{base}"
