"""Tables: one look, the same rows to download, and an empty state that says so."""

import base64
import gzip
import json
from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import TypeVar

import pandas as pd
import streamlit as st

from components.elements import downloads, export, paging
from components.language.text import _, given
from components.reader import cache

Row = TypeVar("Row")


def show(key: str, frame: pd.DataFrame, *, height: int | None = None) -> None:
    """Draw a frame as a table without its empty columns, and lay its rows beside it for paper.

    Nothing is drawn of a frame without rows.
    """
    if frame.empty:
        return
    frame = frame.loc[:, [_is_filled(frame[name]) for name in frame.columns]]
    _lay_for_paper(frame)
    st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        height=height or "auto",
        key=f"table_{key}",
        column_config={
            **{
                name: st.column_config.Column(width="medium")
                for name in (_("Place"), _("Region"), _("Country"), _("College"))
            },
            _("Link"): st.column_config.LinkColumn(display_text=r"^https?://(?:www\.)?([^/]+)"),
        },
        alt=_(
            "Table with {rows} rows: {columns}", rows=len(frame), columns=", ".join(frame.columns)
        ),
    )


def _is_filled(column: pd.Series) -> bool:
    """Whether any cell of a column says something."""
    return bool((column.notna() & (column.astype(str) != "")).any())


def _lay_for_paper(frame: pd.DataFrame) -> None:
    """The rows as text, which `paper.js` makes a table of: what a canvas holds prints empty."""
    rows = [[_printed(cell) for cell in row] for row in frame.itertuples(index=False, name=None)]
    text = json.dumps({"columns": [*frame.columns], "rows": rows}, ensure_ascii=False)
    packed = base64.b64encode(gzip.compress(text.encode(), mtime=0)).decode()
    st.html(f'<div class="for-paper" data-rows="{packed}"></div>')


def _printed(cell: object) -> str:
    """A cell as paper says it."""
    if isinstance(cell, list):
        return ", ".join(map(str, cell))
    if cell is None or pd.isna(cell):  # pyright: ignore[reportArgumentType, reportCallIssue]  # no list
        return ""
    if isinstance(cell, bool):
        return "✓" if cell else "–"
    return given(float(cell)) if isinstance(cell, int | float) else str(cell)


def show_pages(
    key: str,
    rows: Sequence[Row],
    build: Callable[[Sequence[Row]], pd.DataFrame],
    name: str,
    of: str = "",
) -> None:
    """Draw rows as a table, a page at a time, with all of them to save; only a page is built.

    `of` says which rows these are, so that other ones begin with their first page.
    """
    show(key, build(paging.choose(rows, of)))
    offer_csv(key, lambda: build(rows), name)


def offer_csv(key: str, build: Callable[[], pd.DataFrame], name: str, label: str = "") -> None:
    """A button that saves a frame as CSV; invented figures say so in name and rows."""
    offer_pieces(key, lambda: [build()], name, label)


def offer_pieces(
    key: str, build: Callable[[], Iterable[pd.DataFrame]], name: str, label: str = ""
) -> None:
    """The same of many frames with the same columns, of which one at a time is in memory."""
    invented = cache.is_invented()
    file_name, mime = f"{'invented-' if invented else ''}{name}.csv", "text/csv"
    st.download_button(
        label or _("Save as CSV"),
        downloads.made(lambda: export.csv_of(build(), invented=invented), file_name, mime),
        file_name=file_name,
        mime=mime,
        key=f"csv_{key}",
        on_click="ignore",
    )


def offer_file(
    label: str, content: bytes | Callable[[], bytes], name: str, *, quiet: bool = False
) -> None:
    """A button that saves a file, made when it is pressed; invented figures say so in its name."""
    file_name = f"{'invented-' if cache.is_invented() else ''}{name}"
    st.download_button(
        label,
        content if isinstance(content, bytes) else downloads.made(content, file_name),
        file_name=file_name,
        key=f"file_{name}",
        on_click="ignore",
        type="tertiary" if quiet else "secondary",
    )


def offer_link(label: str, address: str) -> None:
    """A link that saves what the server itself makes at an address, with no part of the session."""
    st.html(
        f'<p class="acts"><a class="act" href="{escape(address)}" download>{escape(label)}</a></p>'
    )
