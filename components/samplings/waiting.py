"""Samplings that wait for a review: what was found, what it changes, approve or return."""

import streamlit as st

from components.elements import ruling
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
    actor, today = access.actor(), clock.today()
    ruling.offer(
        f"{KEY}_{row.id}",
        (_c("sampling of soil", "Approve"), _c("sampling of soil", "Return")),
        lambda session, comment: samplings.approve(session, actor, row, today, comment),
        lambda session, comment: samplings.send_back(session, actor, row, today, comment),
        _("The sampling is shown from today on."),
    )
