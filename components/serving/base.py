"""Below which path the app is served."""

import streamlit as st

# Streamlit puts its own routes there, ours are ours to put.
BASE = "".join(f"/{part}" for part in st.get_option("server.baseUrlPath").split("/") if part)
