"""All objectives on one scale: how far, how far behind, and the pace still needed."""

import streamlit as st

from components.gaps import gaps
from components.language.text import _
from components.overview import headline
from components.reader import bar, cache

view = bar.current()
plan = cache.plan_standing(view.plan, view.until)

st.title(_("Target gaps"))
headline.show(plan)
gaps.show(plan)
