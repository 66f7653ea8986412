"""A chart on a page, with what saves it as a picture."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from components import bar, cache, pictures, table, theme
from components.text import _, day
from components.view import View

WIDTH = 860  # pixels of a saved picture's plot


def show(key: str, frame: pd.DataFrame, spec: dict[str, Any], *, title: str, alt: str) -> None:
    """Draw a frame by a specification without data, and offer it as PNG and SVG.

    `title` heads the saved picture, which leaves the page's own title behind.
    """
    st.vega_lite_chart(frame, spec, theme=None, width="stretch", key=key, alt=alt)
    offer_picture(key, frame, spec, title=title, view=bar.current())


def offer_picture(
    key: str, frame: pd.DataFrame, spec: dict[str, Any], *, title: str, view: View
) -> None:
    """Offer a chart that shows what was known in the view as PNG and SVG."""
    palette, below = theme.current(), foundation(view)

    def picture() -> dict[str, Any]:
        whole = pictures.complete(spec, frame, WIDTH)
        return pictures.entitle(whole, palette, title, below)

    offer(key, lambda: pictures.png(picture()), lambda: pictures.svg(picture()).encode(), view)


def foundation(view: View) -> list[str]:
    """What a picture that left its page rests on; that its figures are invented, if they are."""
    said = [_("Plan {version}, as known on {day}", version=view.plan, day=day(view.as_of))]
    return [*said, _("Invented figures: demonstration")] if cache.is_invented() else said


def offer(key: str, png: Callable[[], bytes], svg: Callable[[], bytes], view: View) -> None:
    """Quiet buttons in one line; a picture is only drawn when it is asked for."""
    name = f"4p1000-{key.replace('_', '-')}-plan{view.plan}-{view.as_of}"
    files = {f"{name}.png": png, f"{name}.svg": svg}
    with st.container(horizontal=True, gap="small", key=f"save_{key}"):
        for name, draw in files.items():
            kind = name.rsplit(".", 1)[1].upper()
            table.offer_file(_("Save as {kind}", kind=kind), draw, name, quiet=True)
