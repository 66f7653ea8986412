"""Import: a sheet out with what is owed, the filled one in."""

import streamlit as st

from components.language.text import _
from components.reader import access
from components.reporting import sheet

st.title(_("Import"))
if access.admits(access.Act.REPORT):
    sheet.show()
