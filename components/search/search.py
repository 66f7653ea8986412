"""The page Search: a field that answers while one types, and what was found, by kind."""

from html import escape
from textwrap import shorten

import streamlit as st

from components.language.text import _, _n, number
from components.look.markup import note, show_note
from components.reader import access, address, cache, clock
from components.reader.view import View
from components.search import known
from components.search.entries import Entry
from components.search.index import Found, Index, first

FIELD, WIDTH = "q", 640
MOST = 7  # of a kind: who wants more types more
LONGEST = 150  # letters of what is said of one


def show(view: View) -> None:
    """Draw the field and what the words in it find."""
    label = _("Objectives, indicators, places, activities, people, decisions, method")
    typed = address.type_in(FIELD, label, width=WIDTH, live=True).strip()
    # Built when somebody searches, not before: no other page waits for it.
    key = (view, access.actor(), clock.today())
    index = cache.derived("search", key, lambda: Index(known.groups(view)))
    if not typed:
        show_note(
            _(
                "{count} things can be found here. Ctrl K leads here from every page. Accents and"
                " a slip of the hand do no harm.",
                count=number(len(index)),
            )
        )
        return
    st.html(build(typed, index.find(typed)))


def build(typed: str, found: Found) -> str:
    """What was found as HTML; the script of the page reads in it what was asked."""
    groups = "".join(_group(*group) for group in first(found.groups, MOST))
    return (
        f'<div class="found" data-asked="{escape(typed)}">'
        f'<p class="note" role="status">{escape(_said(typed, found))}</p>{groups}</div>'
    )


def _said(typed: str, found: Found) -> str:
    if not found.count:
        return _("Nothing that you may see is called “{typed}”, or nearly so.", typed=typed)
    if not found.is_exact:
        return _(
            "Nothing is called “{typed}”. These come close; Enter opens the first, ↓ leads on.",
            typed=typed,
        )
    return _n(
        "{count} found. Enter opens it.",
        "{count} found. Enter opens the first, ↓ leads on.",
        found.count,
    )


def _group(kind: str, entries: list[Entry], more: int) -> str:
    rows = "".join(
        f'<li><a href="{escape(one.address)}">{escape(one.title)}</a> {one.badge}'
        f"<small>{escape(shorten(one.words, LONGEST, placeholder='…'))}</small></li>"
        for one in entries
    )
    rest = _("{count} more", count=number(more)) if more else ""
    return f"<section><h2>{escape(kind)}</h2><ul>{rows}</ul>{note(rest)}</section>"
