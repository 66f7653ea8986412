"""Put an objective on the agenda of a coming meeting, from the objective's own page."""

from html import escape

import streamlit as st

from components.elements import writing
from components.language.text import _, day
from components.reader import access, cache, clock, links
from store.meetings import meetings
from store.models import Meeting, Stage
from store.rights.rights import Act

FORM = "take_up"


def offer(subject: str) -> None:
    """Offer it to who holds meetings; who may not sees nothing of it."""
    if not access.may(Act.MEET):
        return
    offered = st.popover(
        _("Put on an agenda"), key="open_take_up", type="secondary", on_change="rerun"
    )
    if not offered.open:
        return
    with offered:
        _show(subject, coming())


def coming() -> list[Meeting]:
    """The planned meetings from today on, the next one first."""
    known = cache.ask(meetings.known, access.actor(), clock.until_today())
    ahead = [one for one in known if one.stage == Stage.PLANNED and one.held_on >= clock.today()]
    return sorted(ahead, key=lambda one: one.held_on)


def _show(subject: str, ahead: list[Meeting]) -> None:
    """Where it stands already, and a button for each meeting that could still take it up."""
    if not ahead:
        arrange = links.link(_("Arrange a meeting"), "meeting")
        st.html(f'<p class="note">{escape(_("No meeting is planned."))} {arrange}</p>')
        return
    for one in ahead:
        titled = _("{meeting}, {day}", meeting=one.title, day=day(one.held_on))
        if subject in one.agenda:
            said = _("On the agenda already: {meeting}", meeting=titled)
            st.html(f"<p>{links.link(said, 'meeting', meeting=one.code)}</p>")
        elif st.button(titled, key=f"{FORM}_{one.code}", width="stretch"):
            _take_up(one, subject, titled)


def _take_up(meeting: Meeting, subject: str, titled: str) -> None:
    writing.write(
        lambda session: meetings.take_up(session, access.actor(), meeting, subject, clock.today()),
        _("{objective} is on the agenda of {meeting}.", objective=subject, meeting=titled),
        form=FORM,
    )
