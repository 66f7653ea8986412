"""All objectives on one scale: how far, how far behind, and the pace still needed."""

import streamlit as st

from components import bar, cache, gaps, headline
from components.text import _

view = bar.current()
plan = cache.plan_standing(view.plan, view.as_of)

st.title(_("Target gaps"))
headline.show(plan)
gaps.show(plan)
