"""Import: a sheet out with what is owed, the filled one in."""

import streamlit as st

from components.language.text import _c
from components.reader import access
from components.reporting import sheet

st.title(_c("page", "Import"))
if access.admits(access.Act.REPORT):
    sheet.show()
