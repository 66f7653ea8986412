"""Import: a sheet out with what is owed, the filled one in."""

import streamlit as st

from components import access, import_form
from components.text import _

st.title(_("Import"))
if access.admits(access.Act.REPORT):
    import_form.show()
