"""People, organisations and roles."""

import streamlit as st

from components.language.text import _
from components.reader import access
from components.steward import people

st.title(_("People"))
if access.admits(access.Act.MANAGE_PEOPLE):
    people.show()
