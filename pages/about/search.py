"""Search: whatever the reader may see, by its name or by what is said of it."""

import streamlit as st

from components.language.text import _c
from components.reader import bar
from components.search import search

st.title(_c("page", "Search"), anchor=False)
search.show(bar.current())
