"""What surrounds every page: title, style, the banner of an invented store, the foot."""

import base64
import datetime as dt
from html import escape
from pathlib import Path

import streamlit as st

from components.language.text import _, day
from components.look import style, theme
from components.look.markup import Html
from components.reader import access, bar, cache, links, scripts, upload
from components.shell import faults, live, runs

HERE = Path(__file__).parent


def _inline(name: str, beginning: str) -> str:
    """A picture as its own address: Streamlit reads and measures a file anew for every click."""
    told = base64.b64encode((HERE / name).read_bytes()).decode()
    return f"{beginning};base64,{told}"


ICON = _inline("icon.png", "data:image/png")
LOGO = _inline("logo.svg", "data:image/svg+xml")
# Of the menu alone: what the whole page inherits has all of it styled anew.
ROOM = '[data-testid="stTopNav"] { --bar-room: 10rem; }'


def open_page() -> None:
    """Set up the page and, on invented figures, say so before anything else is read."""
    runs.begin()
    cache.begin_run()
    bar.begin_run()  # before anything else is said
    access.begin_run()
    runs.name_actor(access.actor().name)
    upload.begin_run()
    st.set_page_config(page_title=_("4 per 1000 Dashboard"), page_icon=ICON, layout="wide")
    st.html(style.element())
    st.logo(LOGO, size="large")
    if cache.is_invented():
        st.html(f'<div class="banner" role="note">{warning()}</div>')
    live.watch()  # before the page: one that a dying server cut short asks again by itself


def name_page(title: str) -> None:
    """Give the browser's tab and history the name of the page."""
    st.session_state["has_pages"] = True
    st.set_page_config(page_title=_("{page} · 4 per 1000 Dashboard", page=title))


def warning() -> str:
    """What stands above every page of a demonstration store."""
    return _("Demonstration: every figure here is invented")


def close_page(twin: str) -> None:
    """Say what the page rests on and where its light twin is, and make its links follow."""
    lines = foundation(bar.current().as_of, links.link(_("page Data"), "data"))
    name = escape(_("This page, light"))
    is_served = bool(style.SHEET.address)  # by server.py, as the twin is
    light = f'<a rel="alternate" href="{escape(twin)}">{name}</a>' if is_served else ""
    who = "" if access.is_configured() else escape(access.reader().name or access.reader().hint)
    refused = escape(_("{typed} cannot be chosen here. {held} holds.", typed="…", held="…"))
    room = f"<style>{ROOM}</style>" if bar.is_chosen() else ""
    dark = " is-dark" if theme.current() is theme.DARK else ""
    late = escape(_("Not all was drawn yet when this page was printed. Print it once more."))
    drawn = Html(
        f'{room}<p class="note on-paper">{late}</p>'
        f'<footer class="foot{dark}" data-refused-day="{refused}"'
        f' data-needed="{escape(scripts.needed())}">'
        f"{lines} {who} {light}</footer>"
        f"{scripts.element()}"
    )
    st.html(drawn, unsafe_allow_javascript=True)
    upload.end_run()
    faults.forget()
    runs.end()


def foundation(as_of: dt.date, page: str) -> str:
    """What every figure rests on, as HTML; `page` is the link to the sources."""
    return _(
        "Figures known on {day}, approved ones only. The five regions are this dashboard’s"
        " assumption: no document names them. Sources: {page}.",
        day=day(as_of),
        page=page,
    )
