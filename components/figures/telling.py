"""“I know a source” and “This looks wrong”: what any reader may say of an indicator's figures.

Who has an account writes it here; everybody else by mail, in words that say what it is about.
"""

import datetime as dt
import os
from html import escape
from urllib.parse import quote, urlencode

import streamlit as st

from components.elements import writing
from components.language.text import _
from components.look.markup import show_note
from components.reader import access, scripts
from components.reader.places import name
from components.wording.figures import reading_figure, reading_period
from store.figures.approved import Reading
from store.models import Indicator, NoticeKind
from store.notices import notices
from store.notices.notice_draft import NoticeDraft

MAIL = "mailto:"
NONE = 0  # chosen in place of a figure


def offer(indicator: Indicator, readings: list[Reading], as_of: dt.date) -> None:
    """Draw the way to say something about the indicator; the form once it is asked for."""
    if not notices.may_tell(access.actor()):
        st.html(by_mail(indicator, readings, as_of), width="content")
        return
    control = st.popover(label(readings), key=f"notice_{indicator.code}", on_change="rerun")
    if control.open:
        with control:
            _show_form(indicator, readings)


def label(readings: list[Reading]) -> str:
    """What is offered: of a figure also to doubt it."""
    if not readings:
        return _("I know a source")
    return _("This looks wrong, or I know a source")


def by_mail(indicator: Indicator, readings: list[Reading], as_of: dt.date) -> str:
    """A mail to the Secretariat that says which indicator and day it is about, as HTML.

    It goes to the environment's CONTACT_ADDRESS; without one the writer fills it in.
    """
    subject = _("Dashboard, {indicator}: a notice", indicator=indicator.code)
    body = _(
        "This is about {indicator}, seen as of {day}. What I know, or what looks wrong, with its"
        " source:",
        indicator=f"{indicator.code} · {indicator.name}",
        day=as_of.isoformat(),
    )
    to = quote(os.environ.get("CONTACT_ADDRESS", "").strip(), safe="@")
    query = urlencode({"subject": subject, "body": body}, quote_via=quote)
    link = f"{MAIL}{to}?{query}"
    return f'<p class="note"><a href="{escape(link)}">{escape(label(readings))}</a></p>'


def _show_form(indicator: Indicator, readings: list[Reading]) -> None:
    form = f"notice_{indicator.code}"
    show_note(
        _(
            "It goes to the Secretariat and the Scientific and Technical Committee, who answer it."
            " It counts for nothing until somebody reports a figure."
        )
    )
    figures = {NONE: _("no figure: I know a source")}
    figures |= {
        one.id: _(
            "{place}, {period}: {figure} looks wrong",
            place=name(one.place_code),
            period=reading_period(one),
            figure=reading_figure(indicator, one),
        )
        for one in reversed(readings)
    }
    about = st.selectbox(
        _("What it is about"),
        list(figures),
        format_func=figures.__getitem__,
        key=writing.key(form, "about"),
    )
    names = {"text": _("In words"), "link": _("Link to the source")}
    text = st.text_area(names["text"], key=writing.key(form, "text"), placeholder=scripts.needed())
    link = st.text_input(names["link"], key=writing.key(form, "link"))
    if st.button(_("Send the notice"), key=f"{form}_send"):
        writing.write(
            lambda session: notices.tell(
                session,
                access.actor(),
                NoticeDraft(
                    kind=NoticeKind.WRONG if about else NoticeKind.SOURCE,
                    indicator_code=indicator.code,
                    measurement_id=about or None,
                    text=text,
                    link=link,
                ),
            ),
            _("It was sent. Your notices and their answers stand on My figures."),
            form=form,
            names=names,
        )
