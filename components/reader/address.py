"""Choices that live in the address, so that a link reopens the same view.

Streamlit drops the parameters when the page is changed, and a widget forgets its value when it is
not drawn. So a choice is taken from the address when the address says something that we did not
write there (a link, or the back key), kept in the session otherwise, and written back. Where the
back key leads to an address without a choice, `history.js` says in it that this one is undone.
"""

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.reader.view import read_choice, read_day


def adopt(parameter: str, key: str, choice: tuple[object, str]) -> None:
    """Give the widget `key` the value read from the address, if the address has the say.

    `choice` is the value and, where the address was wrong, the sentence that says so, else "".
    """
    value, problem = choice
    written = st.session_state.get(f"written_{parameter}", "")
    is_news = parameter in st.query_params and st.query_params[parameter] != written
    if is_news or st.session_state.get(key) is None:
        st.session_state[key] = value
        if problem:
            st.warning(problem)


def forget_undone() -> list[str]:
    """Forget the choices that the back key undid, so that they follow their defaults again."""
    undone = st.query_params.pop("undone", "").split()
    for parameter in undone:
        for key in (f"bar_{parameter}", f"choice_{parameter}", f"followed_{parameter}"):
            if key in st.session_state:
                st.session_state[key] = None
    return undone


def write(parameter: str, value: str) -> None:
    """Put a choice into the address; a default, "", needs no parameter."""
    st.session_state[f"written_{parameter}"] = value
    if st.query_params.get(parameter, "") == value:
        return  # each change is a message to the browser
    if value:
        st.query_params[parameter] = value
    else:
        st.query_params.pop(parameter, None)


def choose_day(
    parameter: str,
    label: str,
    said: Callable[[dt.date], str],
    *,
    default: dt.date,
    earliest: dt.date,
    latest: dt.date,
) -> dt.date:
    """A day that the reader chose on this page; unchosen, it follows its default.

    Range: `earliest` to `latest`, both included; a day beyond them cannot be chosen.
    `said` names it in few words; the field is sent when it is asked for, as that of the bar.
    """
    key = f"choice_{parameter}"
    unchosen = st.session_state.get(key) == st.session_state.get(f"default_{parameter}")
    if unchosen:
        st.session_state[key] = None
    st.session_state[f"default_{parameter}"] = default
    value, problem = read_day(st.query_params, parameter, default, latest=latest)
    adopt(parameter, key, (min(max(value, earliest), latest), problem))
    st.session_state[key] = min(max(st.session_state[key], earliest), latest)
    chosen: dt.date = st.session_state[key]
    control = st.popover(said(chosen), key=f"open_{parameter}", on_change="rerun")
    if control.open:
        st.session_state[f"pick_{parameter}"] = chosen
        control.date_input(
            label,
            min_value=earliest,
            max_value=latest,
            format="YYYY-MM-DD",
            key=f"pick_{parameter}",
            on_change=_hold,
            args=(parameter,),
        )
    write(parameter, "" if chosen == default else chosen.isoformat())
    return chosen


def _hold(parameter: str) -> None:
    st.session_state[f"choice_{parameter}"] = st.session_state[f"pick_{parameter}"]


def choose(
    parameter: str,
    label: str,
    options: Mapping[str, str],
    *,
    default: str,
    always_written: bool = False,
    width: int | Literal["stretch"] = "stretch",
    room: DeltaGenerator | None = None,
) -> str:
    """The code of the option (code → label) that the reader chose on this page, drawn in a room.

    A code in the address that is no option is said to be wrong, and the default is chosen.
    """
    key = _adopt_choice(parameter, options, default)
    chosen = (room or st).selectbox(
        label, list(options), format_func=lambda code: options[code], key=key, width=width
    )
    write(parameter, "" if chosen == default and not always_written else chosen)
    return chosen


def press(parameter: str, label: str, options: Mapping[str, str], *, default: str) -> str:
    """One of a few options (code → label), all in sight, that the reader pressed on this page."""
    key = _adopt_choice(parameter, options, default)
    chosen = st.segmented_control(
        label, list(options), format_func=options.__getitem__, key=key, required=True
    )
    write(parameter, "" if chosen == default else chosen or "")
    return chosen or default


def slide(parameter: str, label: str, options: Mapping[str, str], *, default: str) -> str:
    """One of the options (code → label) in their order, to which the reader moved a slider."""
    key = _adopt_choice(parameter, options, default)
    if len(options) < 2:  # nothing to move
        write(parameter, "")
        return default
    chosen = st.select_slider(label, list(options), format_func=options.__getitem__, key=key)
    write(parameter, "" if chosen == default else chosen)
    return chosen


def follow(parameter: str, options: Collection[str], *, default: str) -> str:
    """The option that a link led to, else the one that this page showed last.

    No field holds it, so that whatever the address says holds; one that is no option is said to be
    wrong.
    """
    key = f"followed_{parameter}"
    if parameter in st.query_params:
        st.session_state[key], problem = read_choice(st.query_params, parameter, options, default)
        if problem:
            st.warning(problem)
    chosen: str = st.session_state.get(key) or default
    # Not noted as written: a field of another page, which has this parameter too, shall take it.
    if st.query_params.get(parameter) != chosen:
        st.query_params[parameter] = chosen
    return chosen


def _adopt_choice(parameter: str, options: Mapping[str, str], default: str) -> str:
    """The key of the widget, which holds what the address says, else what was chosen before."""
    key = f"choice_{parameter}"
    adopt(parameter, key, read_choice(st.query_params, parameter, options, default))
    held = st.session_state[key]
    # Told each time: where the labels change (another plan, another language), a browser takes the
    # field for a new one and would answer with its first option.
    st.session_state[key] = held if held in options else default
    return key


def choose_page(parameter: str, *, most: int, of: str, first: int = 1) -> int:
    """A page, 1 to `most`, of what `of` names; of something else the page `first` comes first."""
    key = f"choice_{parameter}"
    value, problem = read_choice(
        st.query_params, parameter, [str(page) for page in range(1, most + 1)], str(first)
    )
    adopt(parameter, key, (int(value), problem))
    if st.session_state.get(f"paged_{parameter}", of) != of:
        st.session_state[key] = first
    st.session_state[f"paged_{parameter}"] = of
    st.session_state[key] = min(st.session_state[key] or 1, most)
    chosen = st.pagination(most, key=key)
    write(parameter, "" if chosen == 1 else str(chosen))
    return chosen


def type_in(parameter: str, label: str, *, width: int, live: bool = False) -> str:
    """Words that the reader typed on this page; `live` ones count as soon as the hand rests."""
    key = f"choice_{parameter}"
    adopt(parameter, key, (st.query_params.get(parameter, ""), ""))
    kind: Literal["search", "default"] = "search" if live else "default"
    typed = st.text_input(label, key=key, width=width, live=live, type=kind)
    write(parameter, typed)
    return typed
