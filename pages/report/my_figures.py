"""What I owe: every figure expected from the reader, its state and why."""

import streamlit as st

from components import access, my_figures
from components.text import _

st.title(_("My figures"))
if access.admits(access.Act.REPORT):
    my_figures.show()
