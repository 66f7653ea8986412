"""Enter a figure: one indicator, place and year."""

import streamlit as st

from components.entry import form
from components.language.text import _
from components.reader import access

st.title(_("Enter a figure"))
if access.admits(access.Act.REPORT):
    form.show()
