"""The plan's numbers, calendar, texts and versions, changed with a reason."""

import streamlit as st

from components.language.text import _
from components.reader import access
from components.steward import plan

st.title(_("Plan"))
if access.admits(access.Act.EDIT_PLAN):
    plan.show()
