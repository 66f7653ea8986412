"""Sentences, lists of named figures and small tables, as HTML of ours."""

import datetime as dt
from html import escape

import streamlit as st

from store.ground import texts


class Html(str):
    """A cell that is HTML already; whoever makes one has escaped what people typed."""

    __slots__ = ()

    def __html__(self) -> str:
        """As it is, for a template that escapes everything else."""
        return self

    def _repr_html_(self) -> str:
        """As it is, for `st.html`, which searches other text for lines to move to the left."""
        return self


def heading(words: str) -> Html:
    """A heading within a page as HTML, which costs a browser less than one made of Markdown."""
    return Html(f'<h2 class="part">{escape(words)}</h2>')


def note(sentence: str) -> Html:
    """A sentence in the small grey type of remarks, as HTML."""
    return Html(f'<p class="note">{_cell(sentence)}</p>')


def lead(sentence: str) -> Html:
    """The sentence that sums up a page or a part of it, as HTML."""
    return Html(f'<p class="lead">{_cell(sentence)}</p>')


def show_lead(sentence: str) -> None:
    """Draw the sentence that sums up a page, below its title."""
    st.html(lead(sentence))


def show_note(sentence: str) -> None:
    """Draw a sentence in the small grey type of remarks."""
    st.html(note(sentence))


def empty(sentence: str) -> Html:
    """Why there is nothing to see, in a frame of its own, as HTML."""
    return Html(f'<p class="empty">{escape(sentence)}</p>')


def show_empty(sentence: str) -> None:
    """Say in a frame of its own why there is nothing to see."""
    st.html(empty(sentence))


def show_facts(facts: list[tuple[str, str]]) -> None:
    """Draw (name, value) pairs as two columns."""
    st.html(Html(pairs(facts)))


def pairs(facts: list[tuple[str, str]]) -> str:
    """(name, value) pairs as two columns of HTML."""
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{_cell(value)}</td></tr>'
        for name, value in facts
    )
    return f'<table class="facts pairs"><tbody>{rows}</tbody></table>'


def show_grid(columns: list[str], rows: list[list[str]]) -> None:
    """Draw a small table whose first column names the row."""
    st.html(Html(grid(columns, rows)))


def grid(
    columns: list[str], rows: list[list[str]], *, whole: bool = False, stacked: bool = False
) -> str:
    """The table as HTML; it scrolls in a frame of its own where it is too wide or too long.

    A `whole` one shows all its rows at once; on a phone a `stacked` one puts the cells of a row
    below each other, each with the name of its column.
    """
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    names = [f' data-name="{escape(column)}"' if stacked else "" for column in columns]
    body = "".join(
        f'<tr><th scope="row"{names[0]}>{_cell(row[0])}</th>'
        + "".join(
            f"<td{name}>{_cell(cell)}</td>" for name, cell in zip(names[1:], row[1:], strict=True)
        )
        + "</tr>"
        for row in rows
    )
    return (
        f'<div class="scroll{" whole" if whole else ""}" tabindex="0">'
        f'<table class="facts{" stack" if stacked else ""}">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def stacked(columns: list[str], rows: list[list[str]]) -> str:
    """The whole table; on a phone the cells of a row stand below each other."""
    return grid(columns, rows, whole=True, stacked=True)


def filled(columns: list[str], rows: list[list[str]]) -> tuple[list[str], list[list[str]]]:
    """A table without the columns, but for the first, in which no row says anything."""
    kept = [
        place
        for place in range(len(columns))
        if place == 0 or any(row[place] not in ("", "–") for row in rows)
    ]
    return [columns[place] for place in kept], [[row[place] for place in kept] for row in rows]


def on(date: dt.date | None) -> str:
    """A date that a narrow column does not break; a dash for none."""
    return "–" if date is None else Html(f'<span class="day">{date}</span>')


def source(title: str, link: str) -> str:
    """The name of a document, as a link where it has one."""
    if not texts.is_link(link):
        return title
    return Html(f'<a href="{escape(link)}" rel="noopener noreferrer">{escape(title or link)}</a>')


def _cell(text: str) -> str:
    return text if isinstance(text, Html) else escape(text)
