"""Where: one indicator on the map by region or country, meetings, and twin regions."""

import streamlit as st

from components.language.text import _
from components.overview import headline
from components.reader import bar, cache
from components.regions import regions

view = bar.current()
plan = cache.plan_standing(view.plan, view.until)

st.title(_("Regions & twins"))
if not plan.is_adopted:
    headline.show_not_adopted(plan)
regions.show(plan, view)
