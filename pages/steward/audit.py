"""Every write: who, when, what, before and after."""

import streamlit as st

from components.language.text import _
from components.reader import access
from components.shell import live
from components.steward import audit

st.title(_("Audit"))
if access.admits(access.Act.READ_AUDIT):
    live.follow_everything()
    audit.show()
