"""What waits for a review."""

import streamlit as st

from components.language.text import _c
from components.reader import access
from components.reporting import complete_years, notices, queue
from components.samplings import waiting
from components.shell import live

st.title(_c("task", "Review"))
if access.admits(access.Act.SEE):
    live.follow_everything()
    queue.show()
    complete_years.show_waiting()
    waiting.show()
    notices.show_all()
