"""Activities: what task forces do, and twin regions, entered by those who take part."""

import streamlit as st

from components.activities import activity_form, proposals
from components.elements import writing
from components.language.text import _
from components.reader import access
from components.twins import twin_form

st.title(_("Activities"))
if access.admits(access.Act.PROPOSE):
    writing.show_done()
    proposals.show()
    if twin_form.is_offered():
        labels = {"activity": _("Activity"), "pair": _("Pair of twin regions")}
        wanted = labels.get(st.query_params.get("enter", "activity"))
        # Both are drawn: what is half typed under one stays while the other is looked at.
        activity, pair = st.tabs(list(labels.values()), default=wanted, key="enter")
        with activity:
            activity_form.show()
        with pair:
            twin_form.show()
    else:
        activity_form.show()
