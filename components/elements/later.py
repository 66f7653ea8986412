"""What is drawn once a reader asks for it: charts and maps far below the top, what is in folds.

What was drawn once stays drawn for the session: words typed into a fold outlast its being closed.
"""

from collections.abc import Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer
from streamlit.elements.lib.mutable_tab_container import TabContainer

from components.language.text import _


def is_near(key: str, label: str = "") -> bool:
    """Whether to draw now; else a button stands here, which the page script presses in time.

    Called in a fragment, the button runs that fragment alone.
    """
    if was_near(key):
        return True
    offer(key, label)
    return False


def was_near(key: str) -> bool:
    """Whether the reader came near before."""
    return bool(st.session_state.get(f"drawn_{key}"))


def offer(key: str, label: str = "") -> None:
    """The button in the place of what is drawn later."""
    name = label or _("Draw the chart")
    st.button(name, key=f"later_{key}", on_click=_remember, args=(f"drawn_{key}",))


def _remember(drawn: str) -> None:
    st.session_state[drawn] = True


def unfold(label: str, key: str) -> DeltaGenerator | None:
    """Draw a fold; return it for what is in it once the reader opened it, None before."""
    fold = st.expander(label, key=key, on_change="rerun")
    return fold if _was_open(fold, key) else None


def tabs(labels: Mapping[str, str], default: str, key: str) -> dict[str, DeltaGenerator]:
    """Draw tabs (code → label); return those by their code that the reader opened so far."""
    drawn = st.tabs([*labels.values()], default=labels[default], key=key, on_change="rerun")
    by_code = zip(labels, drawn, strict=True)
    return {code: tab for code, tab in by_code if _was_open(tab, f"{key}_{code}")}


def _was_open(part: ExpanderContainer | TabContainer, key: str) -> bool:
    drawn = f"drawn_{key}"
    if part.open:
        _remember(drawn)
    return bool(st.session_state.get(drawn))
