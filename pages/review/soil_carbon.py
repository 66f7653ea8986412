"""Soil carbon: what four per mille means, what is modelled, what was measured, a calculator."""

import streamlit as st

from components.language.text import _
from components.reader import bar
from components.soil import soil

st.title(_("Soil carbon: what four per mille means"))
soil.show(bar.current())
