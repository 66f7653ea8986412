"""Documents of ours, kept as Markdown, as HTML: tables in the look of all others.

What looks like HTML in a document stays text.
"""

import re
from collections.abc import Iterator
from functools import cache as remember
from itertools import pairwise

import streamlit as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from components.look.markup import Html

TABLE = re.compile(r"^\|.*\n(?:\|.*(?:\n|\Z))+", re.MULTILINE)
MARKS = re.compile(r"[*`]+|\[([^]]*)\]\([^)]*\)")
SHADE = '<div class="scroll whole" tabindex="0">'


def show(text: str) -> None:
    """Draw a document: Streamlit gives its headings their addresses, its tables are ours."""
    for piece in pieces(text):
        if isinstance(piece, Html):
            st.html(f'<div class="prose">{piece}</div>')
        else:
            st.markdown(piece)


@remember
def pieces(text: str) -> tuple[str | Html, ...]:
    """What a document is drawn of: its tables, and as Markdown what stands between them."""
    found: list[str | Html] = []
    end = 0
    for table in TABLE.finditer(text):
        found += [text[end : table.start()].strip(), prose(table.group())]
        end = table.end()
    return tuple(piece for piece in (*found, text[end:].strip()) if piece)


def prose(text: str) -> Html:
    """A document as HTML: every heading has an address, every cell the name of its column."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(text)
    for heading, words in pairwise(tokens):
        if heading.type == "heading_open":
            heading.attrSet("id", slug(words.content))
    for row, names in _rows(tokens):
        _name_cells(row, names)
    drawn = reader.renderer.render(tokens, reader.options, {})
    tables = drawn.replace("<table>", f'{SHADE}<table class="facts stack">')
    return Html(tables.replace("</table>", "</table></div>"))


def slug(title: str) -> str:
    """The address of a heading within its page: "Several parts" is `several-parts`."""
    return re.sub(r"\W+", "-", title.lower()).strip("-")


def _rows(tokens: list[Token]) -> Iterator[tuple[list[Token], list[str]]]:
    """The tokens of each row of each table's body, with the names of the columns."""
    names: list[str] = []
    start = 0
    for place, token in enumerate(tokens):
        if token.type == "thead_open":
            names = []
        elif token.type == "th_open":
            names.append(MARKS.sub(r"\1", tokens[place + 1].content))
        elif token.type == "tr_open":
            start = place
        elif token.type == "tr_close" and tokens[start + 1].type == "td_open":
            yield tokens[start:place], names


def _name_cells(row: list[Token], names: list[str]) -> None:
    """The first cell names its row; the others say what they are where they stand alone."""
    opened = [token for token in row if token.type == "td_open"]
    closed = [token for token in row if token.type == "td_close"]
    opened[0].tag = closed[0].tag = "th"
    opened[0].attrSet("scope", "row")
    for cell, name in zip(opened[1:], names[1:], strict=True):
        cell.attrSet("data-name", name)
