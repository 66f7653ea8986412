"""The Streamlit script: the frame around every page, and the navigation."""

import streamlit as st

from components import bar, frame, navigation

frame.open_page()
page = st.navigation(navigation.pages(), position="top")
bar.show()
page.run()
frame.close_page()
