"""What waits for a review."""

import streamlit as st

from components.reader import access
from components.reporting import complete_years, notices
from components.review import queue
from components.samplings import waiting
from components.shell import live

st.title(queue.title())
if access.admits(access.Act.SEE):
    live.follow_everything()
    queue.show()
    complete_years.show_waiting()
    waiting.show()
    notices.show_all()
