"""How many partners and members the Initiative has, as published."""

import streamlit as st

from components import bar, cache, partners
from components.text import _

view = bar.current()

st.title(_("Partners and members"))
partners.show(cache.plan_standing(view.plan, view.as_of), view)
