"""Soil carbon of a site: one sampling in a form, several in a sheet."""

import streamlit as st

from components.language.text import _
from components.look.markup import show_empty
from components.reader import access
from components.samplings import form, sheet

st.title(_("Soil samplings"))
if access.admits(access.Act.REPORT):
    if form.countries():
        form.show()
        sheet.show()
    else:
        show_empty(_("Your roles let you report on no country’s soils (objective E2)."))
