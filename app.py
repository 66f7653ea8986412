"""The Streamlit script: the frame around every page, and the navigation."""

import streamlit as st

from components.reader import bar
from components.shell import frame, navigation
from components.site import twin

frame.open_page()
page = st.navigation(navigation.current(), position="top")
frame.name_page(page.title)
bar.show()
page.run()
frame.close_page(twin.address(page.url_path, st.query_params))
