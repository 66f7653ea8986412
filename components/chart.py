"""A chart on a page, with what saves it as a picture."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from components import bar, cache, pictures, table, theme
from components.text import _, day

WIDTH = 860  # pixels of a saved picture's plot


def show(key: str, frame: pd.DataFrame, spec: dict[str, Any], *, title: str, alt: str) -> None:
    """Draw a frame by a specification without data, and offer it as PNG and SVG.

    `title` heads the saved picture, which leaves the page's own title behind.
    """
    st.vega_lite_chart(frame, spec, theme=None, width="stretch", key=key, alt=alt)
    palette, view, invented = theme.current(), bar.current(), cache.is_invented()

    def picture() -> dict[str, Any]:
        below = [_("Plan {version}, as known on {day}", version=view.plan, day=day(view.as_of))]
        below += [_("Invented figures: demonstration")] if invented else []
        whole = pictures.complete(spec, frame, WIDTH)
        return pictures.entitle(whole, palette, title, below)

    name = f"4p1000-{key.replace('_', '-')}-plan{view.plan}-{view.as_of}"
    _offer(
        key,
        {
            f"{name}.png": lambda: pictures.png(picture()),
            f"{name}.svg": lambda: pictures.svg(picture()).encode(),
        },
    )


def _offer(key: str, files: dict[str, Callable[[], bytes]]) -> None:
    """Quiet buttons in one line; a picture is only drawn when it is asked for."""
    with st.container(horizontal=True, gap="small", key=f"save_{key}"):
        for name, draw in files.items():
            kind = name.rsplit(".", 1)[1].upper()
            table.offer_file(_("Save as {kind}", kind=kind), draw, name, quiet=True)
