"""One question answered for all countries of a region at once."""

import streamlit as st

from components.entry import country_grid
from components.language.text import _
from components.reader import access

st.title(_("Answer for countries"))
if access.admits(access.Act.REPORT):
    country_grid.show()
