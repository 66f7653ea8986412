"""Where the Initiative stands: six gauges, 24 objectives, what changed and what is missing."""

import streamlit as st

from components.briefing import offer
from components.elements import writing
from components.language.text import _
from components.look.markup import show_note
from components.meetings import decisions
from components.overview import changes, gauge, gauge_picture, headline, tiles
from components.reader import bar, cache

view = bar.current()
plan = cache.plan_standing(view.plan, view.until)

st.title(_("Where the Initiative stands"))
writing.show_done()
headline.show(plan)
offer.show_plan(plan)
gauge.show_row(plan)
show_note(gauge.legend())
gauge_picture.offer(plan)
st.header(_("24 objectives"))
tiles.show(plan)
st.header(_("What changed"))
changes.show(view)
decisions.show_open(view)
