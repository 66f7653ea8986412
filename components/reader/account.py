"""Who is reading, at the end of the bar; how to sign in, be let in, and sign out."""

import streamlit as st

from components.language.markdown import escape
from components.language.text import _
from components.look.markup import show_note
from components.reader import access
from store.rights.rights import VISITOR


def show() -> None:
    """Draw the name with the way out, or the ways in; nothing where there is no sign-in."""
    if not access.is_configured():
        return
    reader = access.reader()
    with st.container(key="account", width="content"):
        if reader.is_signed_in:
            _show_signed_in(reader)
        else:
            _show_ways_in()


def _show_ways_in() -> None:
    if st.query_params.get("signin") == "failed":
        st.error(_("The sign-in did not work. Try again, or ask the Secretariat."))
    for provider in access.providers():
        label = _("Sign in with {provider}", provider=provider) if provider else _("Sign in")
        if st.button(label, key=f"sign_in_{provider}"):
            st.query_params.pop("signin", None)
            st.login(provider or None)


def _show_signed_in(reader: access.Reader) -> None:
    with st.popover(escape(reader.name)):
        if reader.actor is VISITOR:
            show_note(reader.hint)
            code = st.text_input(_("Invitation code"), key="invitation_code")
            if st.button(_("Use the code"), key="use_code"):
                if access.accept(code):
                    st.rerun()
                st.error(_("This code is wrong or was used already."))
        if st.button(_("Sign out everywhere"), key="sign_out"):
            access.sign_out()
