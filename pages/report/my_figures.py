"""What I owe: every figure expected from the reader, its state and why; what would open most."""

import streamlit as st

from components.language.text import _
from components.reader import access
from components.reporting import complete_years, first_questions, notices, owed, reminders

st.title(_("My figures"))
if access.admits(access.Act.REPORT):
    owed.show()
    first_questions.show()
    complete_years.show_form()
    reminders.show()
notices.show_own()
