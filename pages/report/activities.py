"""Activities: what task forces do, and twin regions, entered by those who take part."""

import streamlit as st

from components import access, activity_form, attempt, proposals, twin_form
from components.text import _

st.title(_("Activities"))
if access.admits(access.Act.PROPOSE):
    attempt.show_done()
    proposals.show()
    activity_form.show()
    twin_form.show()
