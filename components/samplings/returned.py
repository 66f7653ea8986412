"""Samplings that came back to their reporter, each with the reviewer's comment."""

import streamlit as st

from components.language.markdown import escape
from components.language.text import _
from components.look.markup import Html, show_note
from components.reader import access, cache, links
from components.samplings import wording
from store.samplings import samplings


def show() -> bool:
    """Draw what came back, oldest first; whether anything did."""
    there = cache.ask(samplings.returned, access.actor())
    for row, comment in there:
        told = wording.told(row)
        st.warning(escape(_("Returned: {sampling} “{comment}”", sampling=told, comment=comment)))
    return bool(there)


def show_owed() -> None:
    """Draw what came back among what the reader owes, with the way to the form."""
    if show():
        show_note(Html(links.link(_("Correct it on the page Soil samplings"), "samplings")))
