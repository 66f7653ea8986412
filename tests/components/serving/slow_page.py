"""A page that does not go on before its reader has seen what it drew first."""

import os
import time
from pathlib import Path

import streamlit as st

st.text("first words")
while not Path(os.environ["SEEN"]).exists():
    time.sleep(0.01)
st.text("last words")
