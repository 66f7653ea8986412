"""A field for a number: what is understood stands below it in words, or why nothing is."""

from collections.abc import Callable

import streamlit as st

from components.elements import writing
from components.language.text import _, exactly
from components.look.markup import show_note
from components.reader import scripts
from store.ground import numbers
from store.ground.numbers import AmbiguousNumberError, UnreadableNumberError


def show(
    label: str,
    key: str,
    *,
    known: float | None = None,
    read: Callable[[str], float] = numbers.figure,
    say: Callable[[float], str] = exactly,
    needed: bool = False,
) -> float | str | None:
    """Draw the field, filled with what is `known`, and say below it what is understood.

    Returns the number, None for an empty field, and the text itself where it is no number: no
    draft takes that for one, it refuses it with the sentence that stands at the field.
    A session may hold a number under the key, as from a draft of before: it is written out.
    """
    _fill(key, known, read)
    text = st.text_input(label, key=key, placeholder=scripts.needed() if needed else None)
    if not text.strip():
        return None
    try:
        value = read(text)
    except AmbiguousNumberError as error:
        writing.show_refusal(error)
        _offer(error.readings, key, read, say)
        return text
    except UnreadableNumberError as error:
        writing.show_refusal(error)
        return text
    show_note(_("Understood: {figure}", figure=say(value)))
    return value


def _fill(key: str, known: float | None, read: Callable[[str], float]) -> None:
    held = st.session_state.get(key, known)
    if held is None:
        st.session_state.setdefault(key, "")
    elif not isinstance(held, str):
        st.session_state[key] = _written(held, read)


def _written(value: float, read: Callable[[str], float]) -> str:
    """The number so that it reads as itself: a last zero tells 1.2340 from 1 234."""
    text = exactly(value)
    try:
        read(text)
    except AmbiguousNumberError as error:
        return error.ways[error.readings.index(value)]
    return text


def _offer(
    readings: tuple[float, float],
    key: str,
    read: Callable[[str], float],
    say: Callable[[float], str],
) -> None:
    """Both readings to choose from; the one that is pressed goes into the field."""
    choices = {_written(reading, read): say(reading) for reading in readings}
    st.segmented_control(
        _("Which number is meant?"),
        list(choices),
        format_func=choices.__getitem__,
        key=f"{key}_meant",
        on_change=_take,
        args=(key,),
    )


def _take(key: str) -> None:
    chosen = st.session_state[f"{key}_meant"]
    if chosen:
        st.session_state[key] = chosen
