"""Texts of ours in data/: the method with its numbers as they run, and the sources."""

import re
from collections.abc import Iterator
from functools import cache as remember
from pathlib import Path

import streamlit as st

from components.about import examples, metadata, prose
from components.language.text import _, number
from components.look.markup import stacked
from components.reader import cache
from store.progress import DEFAULT
from store.standing import PlanStanding

FORMULAS = "## Time"  # the heading with which the plain words end
TABLE = re.compile(r"^\| name \|.*\n(?:\|.*\n)+", re.MULTILINE)
SECTION = re.compile(r"^## (.+)\n\n(.+)$", re.MULTILINE)
DATA = Path(__file__).resolve().parent.parent.parent / "data"


@remember
def _read(name: str) -> str:
    """A document without its own title: the page has one."""
    return (DATA / name).read_text(encoding="utf-8").split("\n", 1)[1].strip()


def show_method(plan: PlanStanding) -> None:
    """The method in words, limits first, then at work; its parameters are those that run."""
    plain, formulas, after = method()
    prose.show(plain)
    made = cache.derived("examples", (plan.plan.code, plan.until), lambda: examples.build(plan))
    if made:  # before the first plan there is nothing to show the method on
        st.header(_("One example of each kind"))
        st.html(made)
    prose.show(formulas)
    st.html(parameters())
    prose.show(after)
    st.header(_("What each indicator counts"))
    metadata.show(plan)


def method() -> tuple[str, str, str]:
    """The method in Markdown: its page of plain words, the formulas, what follows the parameters.

    The document's own table of parameters is left out: `parameters` is drawn in its place.
    """
    text = _read("METHODS.md")
    formulas = text.index(FORMULAS)
    table = TABLE.search(text)
    start, end = table.span() if table else (len(text), len(text))
    return text[:formulas], text[formulas:start], text[end:]


def sections() -> Iterator[tuple[str, str, str]]:
    """Each section of the method: its title, its address within the page, its first paragraph."""
    for title, text in SECTION.findall(_read("METHODS.md")):
        yield title, prose.slug(title), prose.MARKS.sub(r"\1", text)


def parameters() -> str:
    """What each parameter means, the value that the program runs with, and where it is from."""
    table = TABLE.search(_read("METHODS.md"))
    lines = table.group().splitlines()[2:] if table else []
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    rows = [
        [words, number(getattr(DEFAULT, name.strip("`")), 3), origin, name.strip("`")]
        for name, _value, words, origin in cells
    ]
    columns = [_("What it decides"), _("Value in use"), _("Where it comes from"), _("Parameter")]
    return stacked(columns, rows)


def sources() -> str:
    """Where everything that ships comes from, in Markdown."""
    return _read("SOURCES.md")


def show_sources() -> None:
    """Where every table and figure that ships comes from."""
    if cache.is_invented():
        st.info(_("These are the sources of the real store; the figures above are invented."))
    prose.show(sources())
