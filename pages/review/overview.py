"""The first page: the message, six goals with 24 objectives, what changed, what is open."""

import streamlit as st

from components.briefing import offer
from components.elements import writing
from components.language.text import _
from components.look import markup
from components.meetings import decisions
from components.overview import changes, front, gauge_picture, latest
from components.partners import published
from components.reader import bar, cache

view = bar.current()
plan = cache.plan_standing(view.plan, view.until)

front.show(plan, view)
writing.show_done()
front.show_goals(plan)
with st.container(horizontal=True):
    offer.show_plan(plan)
    gauge_picture.offer(plan)
published.show_growth(plan)
st.html(markup.heading(_("What changed")))
since = changes.choose_since(view)
changes.show(view, since)
latest.show(view, since, decisions.still_open)
decisions.offer_follow_up(view)
