"""How progress is measured, with the numbers in use."""

import streamlit as st

from components import documents
from components.text import _

st.title(_("How progress is measured"))
documents.show_method()
