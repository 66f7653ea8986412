"""Every write: who, when, what, before and after."""

import streamlit as st

from components import access, audit_trail
from components.text import _

st.title(_("Audit"))
if access.admits(access.Act.READ_AUDIT):
    audit_trail.show()
