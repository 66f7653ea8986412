"""A short list of named figures, readable without a table widget."""

from html import escape

import streamlit as st


def show_facts(facts: list[tuple[str, str]]) -> None:
    """Draw (name, value) pairs as two columns."""
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(value)}</td></tr>'
        for name, value in facts
    )
    st.html(f'<table class="facts"><tbody>{rows}</tbody></table>')


def show_grid(columns: list[str], rows: list[list[str]]) -> None:
    """Draw a small table whose first column names the row."""
    st.html(grid(columns, rows))


def grid(columns: list[str], rows: list[list[str]]) -> str:
    """The table as HTML; it scrolls in a frame of its own where it is too wide or too long."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    body = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in rows
    )
    return (
        f'<div class="scroll" tabindex="0"><table class="facts"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )
