"""The 24 task forces: who sits where, which seats are vacant, and how to join."""

import streamlit as st

from components import bar, cache, task_forces
from components.text import _

view = bar.current()

st.title(_("Task forces"))
task_forces.show(cache.plan_standing(view.plan, view.as_of), view)
