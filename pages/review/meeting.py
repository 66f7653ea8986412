"""Meetings: the list, one with its frozen figures and decisions, or its steps on the projector."""

import streamlit as st

from components.language.markdown import escape
from components.language.text import _
from components.meetings import arranging, listing, running_order, sitting
from components.presentation import presentation
from components.reader import bar

view = bar.current()
meeting = listing.chosen(view)
step = st.query_params.get("step", "")
is_new = meeting is None and st.query_params.get("meeting") == listing.NEW

may_change = meeting is not None and sitting.may_change(meeting, view)

if is_new or (step == sitting.CHANGE and may_change):
    st.title(_("Arrange a meeting"))
    arranging.show(meeting, view)
elif meeting is None:
    st.title(_("Meetings"))
    listing.show(view)
elif step == running_order.STEP and running_order.may_read(meeting, view):
    st.title(_("Running order"))
    running_order.show(meeting, view)
elif step and step != sitting.CHANGE:
    presentation.show(meeting, view, step)
else:
    st.title(escape(meeting.title), anchor=False)
    sitting.show(meeting, view)
