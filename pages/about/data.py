"""What is on screen, as tables to take along, and where it comes from."""

import streamlit as st

from components.about import documents, open_data
from components.language.text import _
from components.reader import bar, cache

view = bar.current()

st.title(_("Data and sources"))
open_data.show(cache.plan_standing(view.plan, view.until), view)
st.header(_("Everything at once"))
open_data.show_package(view)
st.header(_("Sources"))
documents.show_sources()
