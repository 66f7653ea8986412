"""What waits for a review."""

import streamlit as st

from components import access, queue
from components.text import _

st.title(_("Review queue"))
if access.admits(access.Act.SEE):
    queue.show()
