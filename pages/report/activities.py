"""Activities: what task forces do, and twin regions, entered by those who take part."""

import streamlit as st

from components.activities import activity_form, proposals
from components.elements import later, writing
from components.language.text import _
from components.reader import access
from components.twins import twin_form

st.title(_("Activities"))
if access.admits(access.Act.PROPOSE):
    writing.show_done()
    proposals.show()
    if twin_form.is_offered():
        labels = {"activity": _("Activity"), "pair": _("Pair of twin regions")}
        wanted = st.query_params.get("enter", "")
        opened = later.tabs(labels, wanted if wanted in labels else "activity", "enter")
        if "activity" in opened:
            with opened["activity"]:
                activity_form.show()
        if "pair" in opened:
            with opened["pair"]:
                twin_form.show()
    else:
        activity_form.show()
