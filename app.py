"""The Streamlit script: the frame around every page, and the navigation."""

import streamlit as st

from components import access, bar, frame, navigation

frame.open_page()
page = st.navigation(navigation.pages(access.actor()), position="top")
bar.show()
page.run()
frame.close_page()
