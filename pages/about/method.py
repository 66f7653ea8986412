"""How progress is measured, with the numbers in use."""

import streamlit as st

from components.about import documents
from components.language.text import _
from components.reader import bar, cache

st.title(_("How progress is measured"))
view = bar.current()
documents.show_method(cache.plan_standing(view.plan, view.until))
