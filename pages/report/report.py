"""Enter a figure: one indicator, place and year."""

import streamlit as st

from components import access, report_form
from components.text import _

st.title(_("Enter a figure"))
if access.admits(access.Act.REPORT):
    report_form.show()
