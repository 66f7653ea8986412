"""The meetings: which were held, which is open, which are planned; and the way into each."""

from collections import Counter

import streamlit as st

from components.elements import writing
from components.language.text import _, number
from components.look.markup import Html, grid, on, show_empty, show_lead, show_note
from components.meetings import decisions, reviewed, wording
from components.reader import access, links
from components.reader.view import View
from store.models import Meeting
from store.models.places import WORLD
from store.rights.rights import Act

NEW = "new"


def chosen(view: View) -> Meeting | None:
    """The meeting that the address names, None for the list; an unknown one is said."""
    code = st.query_params.get("meeting", "")
    meetings = {meeting.code: meeting for meeting in reviewed.known(view)}
    if code and code not in (*meetings, NEW):
        st.warning(_("There is no such meeting to read on the day chosen above. You see the list."))
    return meetings.get(code)


def show(view: View) -> None:
    """Draw the list; who holds meetings may arrange one."""
    writing.show_done()
    show_lead(
        _(
            "A meeting reviews figures that are frozen when it opens, tells what changed since the"
            " body met last, and keeps its decisions beside the figures."
        )
    )
    meetings = [
        meeting
        for meeting in reviewed.known(view)
        if not meeting.region_code or view.place in (WORLD, meeting.region_code)
    ]
    if meetings:
        st.html(grid(_columns(), _rows(meetings, view), whole=True, stacked=True))
    else:
        show_empty(_("No meeting was published by this day."))
    if said := decisions.kept(view):
        show_note(said)
    if access.may(Act.MEET):
        way = links.link(_("Arrange a meeting"), "meeting", meeting=NEW)
        st.html(f'<p class="call">{way}</p>')


def _columns() -> list[str]:
    return [
        _("Meeting"),
        _("Body"),
        _("Held on"),
        _("Place"),
        _("Stage"),
        _("Figures of"),
        _("Decisions"),
    ]


def _rows(meetings: list[Meeting], view: View) -> list[list[str]]:
    counts = Counter(row.meeting_code for row in reviewed.decided(view.until))
    return [
        [
            Html(links.link(meeting.title, "meeting", meeting=meeting.code)),
            wording.body_name(meeting),
            on(meeting.held_on),
            meeting.place_name or "–",
            wording.stage_name(meeting),
            on(meeting.as_of),
            number(counts[meeting.code]),
        ]
        for meeting in meetings
    ]
