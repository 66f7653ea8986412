"""The plan's numbers, calendar, texts and versions, changed with a reason."""

import streamlit as st

from components import access, plan_forms
from components.text import _

st.title(_("Plan"))
if access.admits(access.Act.EDIT_PLAN):
    plan_forms.show()
