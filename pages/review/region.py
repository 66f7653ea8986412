"""One region beside the world: its figures, its people, what it does and what is overdue."""

import streamlit as st

from components import bar, cache, region_card, region_table
from components.briefing import offer
from components.places import name
from components.text import _
from components.view import WORLD

view = bar.current()
plan = cache.plan_standing(view.plan, view.as_of)

if view.place == WORLD:
    st.title(_("The five regions"))
    region_table.show(plan, view)
else:
    st.title(name(view.place))
    offer.show_region(plan, view)
    region_card.show(plan, view)
