"""A chart on a page, with what saves it as a picture."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from components.elements import pictures, table
from components.elements.captions import Caption
from components.language.text import _
from components.look import theme
from components.reader import bar
from components.reader.view import View

WIDTH = 860  # pixels of a saved picture's plot


def show(key: str, frame: pd.DataFrame, spec: dict[str, Any], caption: Caption, alt: str) -> None:
    """Draw a frame by a specification without data, and offer it as PNG and SVG."""
    st.vega_lite_chart(frame, spec, theme=None, width="stretch", key=key, alt=alt)
    offer_picture(key, frame, spec, caption, bar.current())


def offer_picture(
    key: str, frame: pd.DataFrame, spec: dict[str, Any], caption: Caption, view: View
) -> None:
    """Offer a chart that shows what was known in the view as PNG and SVG."""
    palette, below = theme.current(), caption.below(view)

    def picture() -> dict[str, Any]:
        whole = pictures.complete(spec, frame, WIDTH)
        return pictures.entitle(whole, palette, caption.title, below)

    offer(key, lambda: pictures.png(picture()), lambda: pictures.svg(picture()).encode(), view)


@st.fragment
def offer(key: str, png: Callable[[], bytes], svg: Callable[[], bytes], view: View) -> None:
    """The quiet way to a picture: its buttons once it is opened, the picture once one is pressed.

    A page of many charts would send twice as many buttons, of which readers press none.
    """
    stem = f"4p1000-{key.replace('_', '-')}-plan{view.plan}-{view.as_of}"
    control = st.popover(
        _("Save the picture"), key=f"save_{key}", type="tertiary", on_change="rerun"
    )
    if not control.open:
        return
    with control:
        for ending, draw in {"png": png, "svg": svg}.items():
            label = _("Save as {kind}", kind=ending.upper())
            table.offer_file(label, draw, f"{stem}.{ending}", quiet=True)
