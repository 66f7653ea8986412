"""People, organisations and roles."""

import streamlit as st

from components import access, people_forms
from components.text import _

st.title(_("People"))
if access.admits(access.Act.MANAGE_PEOPLE):
    people_forms.show()
