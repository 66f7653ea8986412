"""An exhibit on the page: its sentence, charts, what has to be known, the same as a table."""

from html import escape
from typing import Any

import streamlit as st

from components.elements import chart, later, pictures, table
from components.exhibits.exhibit import COLUMNS, Exhibit, Missing, cited_html
from components.language.text import _
from components.look import theme
from components.look.markup import Html, show_empty
from components.look.theme import Palette
from components.reader import bar
from components.reader.view import View


def show(exhibit: Exhibit | Missing, *, at_once: bool = False) -> None:
    """Draw an exhibit; where there is none, why, under its name.

    Its charts wait until the reader is near, unless they stand at the top of the page.
    """
    if isinstance(exhibit, Missing):
        st.header(exhibit.name)
        show_empty(exhibit.why)
        return
    st.header(exhibit.title, anchor=exhibit.key.replace("_", "-"))
    st.html(note(exhibit))
    if at_once:
        _show_charts(exhibit)
    else:
        _show_charts_later(exhibit)
    show_below(exhibit)


def show_plain(exhibit: Exhibit) -> None:
    """Draw an exhibit below a heading of somebody else, without sources."""
    st.html(note(exhibit))
    _show_charts_later(exhibit)
    offer(exhibit)
    show_table(exhibit)


def note(exhibit: Exhibit) -> Html:
    """How the charts are read, and what the day did not know yet, as HTML."""
    lines = (exhibit.reading, *exhibit.unknown)
    return Html("".join(f'<p class="note">{escape(line)}</p>' for line in lines))


def below(exhibit: Exhibit) -> Html:
    """Sources, caption and caveats, as HTML; the caveats fold."""
    caveats = "".join(f"<li>{escape(line)}</li>" for line in exhibit.caveats)
    named = f'<p class="source">{cited_html(exhibit.sources)}</p>' if exhibit.sources else ""
    return Html(
        f'{named}<p class="caption">{escape(exhibit.caption)}</p>'
        f'<details class="reckoned"><summary>{escape(_("How this was reckoned"))}</summary>'
        f'<ul class="notes">{caveats}</ul></details>'
    )


def show_below(exhibit: Exhibit) -> None:
    """Draw what stands below the charts, the files, and the table where it is asked for."""
    st.html(below(exhibit))
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
def _show_charts_later(exhibit: Exhibit) -> None:
    if later.is_near(exhibit.key):
        _show_charts(exhibit)


def _show_charts(exhibit: Exhibit) -> None:
    palette = theme.current()
    if len(exhibit.panels) == 1:
        [panel] = exhibit.panels
        spec = panel.build(palette)
        st.vega_lite_chart(
            panel.frame, spec, theme=None, width="stretch", key=exhibit.key, alt=exhibit.alt
        )
        return
    rows = -(-len(exhibit.panels) // COLUMNS)
    cells = [cell for _row in range(rows) for cell in st.columns(COLUMNS)]
    for number, (cell, panel) in enumerate(zip(cells, exhibit.panels, strict=False)):
        spec = panel.build(palette)
        cell.vega_lite_chart(
            panel.frame,
            spec,
            theme=None,
            width="stretch",
            key=f"{exhibit.key}_{number}",
            alt=exhibit.alt if number == 0 else spec["title"]["text"],
        )
