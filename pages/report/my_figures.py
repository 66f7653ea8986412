"""What I owe: every figure expected from the reader, its state and why; what would open most."""

import streamlit as st

from components.language.text import _
from components.reader import access
from components.reporting import complete_years, first_questions, notices, owed, reminders
from components.samplings import returned
from components.sheets import complete_years as complete_years_sheet

st.title(_("My figures"))
if access.admits(access.Act.REPORT):
    returned.show_owed()
    owed.show()
    first_questions.show()
    complete_years.show_form()
    complete_years_sheet.show()
    reminders.show()
notices.show_own()
