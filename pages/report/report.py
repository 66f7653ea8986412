"""Enter a figure: one indicator, place and year."""

import streamlit as st

from components.language.text import _
from components.reader import access
from components.reporting import report_form

st.title(_("Enter a figure"))
if access.admits(access.Act.REPORT):
    report_form.show()
