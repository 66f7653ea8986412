"""How progress is measured, with the numbers in use."""

import streamlit as st

from components.about import documents
from components.language.text import _

st.title(_("How progress is measured"))
documents.show_method()
