"""A bare Streamlit page: one word and one button that changes it."""

import streamlit as st

HI, HO = "hi, bare page", "ho, bare page"


def turn() -> None:
    """Show the other word."""
    st.session_state.word = HO if st.session_state.word == HI else HI


st.session_state.setdefault("word", HI)
st.write(st.session_state.word)
st.button("Next", on_click=turn)
