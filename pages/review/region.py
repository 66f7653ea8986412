"""One region beside the world: its figures, its people, what it does and what is overdue."""

import streamlit as st

from components.briefing import offer
from components.language.text import _
from components.reader import bar, cache
from components.reader.places import name
from components.regions import compared, region_card

view = bar.current()
plan = cache.plan_standing(view.plan, view.until)

if view.is_world:
    st.title(_("The five regions"))
    compared.show(plan, view)
else:
    st.title(name(view.place))
    offer.show_region(plan, view)
    region_card.show(plan, view)
