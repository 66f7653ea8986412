"""Texts of ours in data/: the method with its numbers as they run, and the sources."""

import re
from functools import cache as remember
from pathlib import Path

import streamlit as st

from components.language.text import _, number
from components.look.markup import grid
from components.reader import cache
from store.progress import DEFAULT

DATA = Path(__file__).resolve().parent.parent.parent / "data"


@remember
def _read(name: str) -> str:
    """A document without its own title: the page has one."""
    return (DATA / name).read_text(encoding="utf-8").split("\n", 1)[1].strip()


def show_method() -> None:
    """The method in words; its parameters are those the program runs with."""
    before, after = method()
    st.markdown(before)
    st.html(parameters())
    st.markdown(after)


def method() -> tuple[str, str]:
    """The method in Markdown, before and after the place of its parameters in use."""
    return _around_table(_read("METHODS.md"))


def parameters() -> str:
    """The parameters that the program runs with, as HTML."""
    names = type(DEFAULT).__dataclass_fields__
    rows = [[name, number(getattr(DEFAULT, name), 3)] for name in names]
    return grid([_("Parameter"), _("Value in use")], rows)


def sources() -> str:
    """Where everything that ships comes from, in Markdown."""
    return _read("SOURCES.md")


def show_sources() -> None:
    """Where every table and figure that ships comes from."""
    if cache.is_invented():
        st.info(_("These are the sources of the real store; the figures above are invented."))
    st.markdown(sources())


def _around_table(text: str) -> tuple[str, str]:
    """The text up to the parameters' heading and a line, and from their table on."""
    start = re.search(r"^\| name \|", text, re.MULTILINE)
    cut = start.start() if start else len(text)
    return text[:cut], text[cut:]
