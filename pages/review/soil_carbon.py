"""Soil carbon: what four per mille means, what is modelled, what was measured, a calculator."""

import streamlit as st

from components.briefing import offer
from components.language.text import _
from components.reader import bar, cache
from components.soil import soil

view = bar.current()
st.title(_("Soil carbon: what four per mille means"))
offer.show_soil(cache.plan_standing(view.plan, view.until), view)
soil.show(view)
