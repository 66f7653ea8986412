"""How many partners and members the Initiative has, as published."""

import streamlit as st

from components.language.text import _
from components.partners import partners
from components.reader import bar, cache

view = bar.current()

st.title(_("Partners and members"))
partners.show(cache.plan_standing(view.plan, view.until), view)
