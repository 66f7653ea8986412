"""Samplings that wait for a review: what was found, what it changes, approve or return."""

import streamlit as st
from sqlmodel import Session

from components.elements import writing
from components.language.markdown import escape
from components.language.text import _, _c
from components.look.markup import show_note
from components.reader import access, cache, clock
from components.samplings import wording
from store.ledger.knowledge import EVER
from store.models import SoilSampling
from store.rights.rights import Act
from store.samplings import samplings, series

KEY = "sampling_review"


def show() -> None:
    """Draw what waits, oldest first; nothing where nothing does."""
    rows = cache.ask(samplings.waiting, access.actor())
    if not rows:
        return
    st.header(_("Soil carbon of sites"))
    approved = [row for row, _step in cache.ask(samplings.approved, EVER)]
    for row in rows:
        with st.container(border=True):
            st.markdown(escape(wording.told(row)))
            show_note(wording.method(row))
            if row.note or row.reason:
                show_note(" · ".join(text for text in (row.note, row.reason) if text))
            _show_before(row, approved)
            if access.may(Act.REVIEW):
                _show_acts(row)


def _show_before(row: SoilSampling, approved: list[SoilSampling]) -> None:
    """The sampling before it in its series, and what changed since."""
    earlier = [
        other for other in approved if other.slot[:-1] == row.slot[:-1] and other.year < row.year
    ]
    if earlier:
        last = max(earlier, key=lambda other: other.year)
        show_note(
            _(
                "Before it: {found}. Since then {change}.",
                found=wording.found(last),
                change=wording.change(series.change(last, row)),
            )
        )


def _show_acts(row: SoilSampling) -> None:
    names = {"comment": _("Comment; needed to return it")}
    comment = st.text_input(names["comment"], key=f"{KEY}_comment_{row.id}")

    def approve(session: Session) -> object:
        return samplings.approve(session, access.actor(), row, clock.today(), comment)

    def send_back(session: Session) -> object:
        return samplings.send_back(session, access.actor(), row, clock.today(), comment)

    with st.container(horizontal=True):
        if st.button(_c("sampling of soil", "Approve"), key=f"{KEY}_approve_{row.id}"):
            writing.write(approve, _("The sampling is shown from today on."), names=names)
        if st.button(_c("sampling of soil", "Return"), key=f"{KEY}_return_{row.id}"):
            writing.write(send_back, _("It was returned."), names=names)
