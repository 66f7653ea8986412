"""An exhibit on the page: its sentence, charts, what has to be known, the same as a table."""

from typing import Any

import streamlit as st

from components.elements import chart, later, pictures, table
from components.exhibits.exhibit import COLUMNS, Exhibit, Missing
from components.language.text import _
from components.look import theme
from components.look.markup import Html, empty, heading
from components.look.theme import Palette
from components.reader import bar
from components.reader.view import View

NOTHING = Html("")


def show(exhibit: Exhibit | Missing, *, at_once: bool = False) -> None:
    """Draw an exhibit; where there is none, why, under its name.

    Its charts, files and table wait until the reader is near, unless they stand at the top of the
    page.
    """
    if isinstance(exhibit, Missing):
        st.html(Html(f"{heading(exhibit.name)}{empty(exhibit.why)}"))
        return
    anchor = exhibit.key.replace("_", "-")
    head = Html(f'<div id="{anchor}">{heading(exhibit.title)}{exhibit.note}</div>')
    _show(exhibit, exhibit.below, head, at_once=at_once)


def show_plain(exhibit: Exhibit) -> None:
    """Draw an exhibit below a heading of somebody else, with its sources alone below it."""
    st.html(exhibit.note)
    _show(exhibit, exhibit.source, at_once=True)


def show_below(exhibit: Exhibit, *, is_drawn: bool) -> None:
    """Draw what stands below the charts and, once they are drawn, their files and their table."""
    st.html(exhibit.below)
    if is_drawn:
        _show_files(exhibit)


def _show_files(exhibit: Exhibit) -> None:
    offer(exhibit)
    show_table(exhibit)


def offer(exhibit: Exhibit) -> None:
    """Offer the charts as one picture, drawn when it is asked for."""
    palette, view = theme.current(), bar.current()

    def picture() -> dict[str, Any]:
        return whole(exhibit, palette, view)

    chart.offer(
        exhibit.key,
        lambda: pictures.png(picture()),
        lambda: pictures.svg(picture()).encode(),
        view,
    )


def whole(exhibit: Exhibit, palette: Palette, view: View) -> dict[str, Any]:
    """The charts as one picture with the words around it."""
    frame, spec = exhibit.picture(palette, chart.WIDTH)
    drawn = pictures.complete(spec, frame, chart.WIDTH)
    return pictures.entitle(drawn, palette, exhibit.title, exhibit.around.below(view))


def show_table(exhibit: Exhibit) -> None:
    """Offer the same numbers as rows; closed, they cost nothing."""
    fold = st.expander(_("Show as table"), key=f"rows_{exhibit.key}", on_change="rerun")
    if not fold.open:
        return
    with fold:
        table.show(exhibit.key, exhibit.table)
        table.offer_csv(
            exhibit.key, lambda: exhibit.table, f"4p1000-{exhibit.key.replace('_', '-')}"
        )


@st.fragment
def _show(exhibit: Exhibit, words: Html, head: Html = NOTHING, *, at_once: bool = False) -> None:
    if not (at_once or later.was_near(exhibit.key)):
        st.html(Html(f"{head}{words}"))
        later.offer(exhibit.key)
        return
    if head:
        st.html(head)
    _show_charts(exhibit)
    if words:
        st.html(words)
    _show_files(exhibit)


def _show_charts(exhibit: Exhibit) -> None:
    palette = theme.current()
    specs = [panel.build(palette) for panel in exhibit.panels]
    if not exhibit.panels[0].is_small:
        [panel], [spec] = exhibit.panels, specs
        st.vega_lite_chart(
            panel.frame, spec, theme=None, width="stretch", key=exhibit.key, alt=exhibit.alt
        )
        return
    rows = -(-len(exhibit.panels) // COLUMNS)
    cells = [cell for _row in range(rows) for cell in st.columns(COLUMNS)]
    for number, (cell, panel, spec) in enumerate(zip(cells, exhibit.panels, specs, strict=False)):
        cell.vega_lite_chart(
            panel.frame,
            spec,
            theme=None,
            width="stretch",
            key=f"{exhibit.key}_{number}",
            alt=exhibit.alt if number == 0 else spec["title"]["text"],
        )
