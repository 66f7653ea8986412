"""The 24 task forces: who sits where, which seats are vacant, and how to join."""

import streamlit as st

from components.language.text import _
from components.reader import bar, cache
from components.task_forces import task_forces

view = bar.current()

st.title(_("Task forces"))
task_forces.show(cache.plan_standing(view.plan, view.until), view)
