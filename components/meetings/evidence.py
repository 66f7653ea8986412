"""What shows that a decision was done: a figure, a page or a source; asked for and said."""

from collections.abc import Callable
from html import escape
from typing import Any

import streamlit as st
from sqlmodel import Session, col

from components.language.text import _, _c
from components.look.markup import Html, show_note, source
from components.reader import cache, clock
from components.wording.figures import reading_fact
from store.figures import approved
from store.figures.approved import Reading
from store.models import Decision, Measurement

NOTHING: dict[str, Any] = {"source_title": "", "source_link": "", "measurement_id": None}
MOST_FIGURES = 40  # offered as evidence, the newest


def ask(row: Decision, key: Callable[[str], str]) -> dict[str, Any]:
    """Draw the fields that say what shows it; what they hold, as a DecisionDraft's."""
    show_note(_("It comes back to each meeting of its body until one of these shows it."))
    left, right = st.columns(2)
    with left:
        title = st.text_input(names()["source_title"], row.source_title, key=key("source_title"))
    with right:
        link = st.text_input(_("Link"), row.source_link, key=key("source_link"))
    return {
        "source_title": title,
        "source_link": link,
        "measurement_id": _ask_figure(row, key("measurement_id")),
    }


def names() -> dict[str, str]:
    """What the form calls the field that must say something."""
    return {"source_title": _("Document or register that shows it")}


def _ask_figure(row: Decision, key: str) -> int | None:
    """One of the approved figures about the same, the newest first; None where there is none."""
    figures = {reading.id: reading for reading in _about(row.subject)}
    if not figures:
        return None
    return st.selectbox(
        _("Figure that shows it"),
        list(figures),
        index=list(figures).index(row.measurement_id) if row.measurement_id in figures else None,
        format_func=lambda number: fact(figures[number]),
        placeholder=_c("in a field that names a figure", "None"),
        key=key,
    )


def _about(subject: str) -> list[Reading]:
    if not subject:
        return []
    codes = tuple(
        one.code for one in cache.indicators() if (one.objective_code or "").startswith(subject)
    )
    found = cache.ask(approved.every_reading, codes, clock.until_today())
    return sorted(found, key=lambda one: one.period_end, reverse=True)[:MOST_FIGURES]


def said(row: Decision) -> Html:
    """What shows that it was done, as HTML; "" where nothing does."""
    parts = [source(row.source_title, row.source_link)]
    parts += [fact(reading) for reading in _figure(row)]
    shown = "; ".join(part if isinstance(part, Html) else escape(part) for part in parts if part)
    return Html(f"{escape(_('Shown by:'))} {shown}" if shown else "")


def in_words(row: Decision) -> str:
    """The same without a link; "" where nothing shows it."""
    parts = [row.source_title, row.source_link, *(fact(one) for one in _figure(row))]
    shown = "; ".join(part for part in parts if part)
    return _("Shown by: {evidence}", evidence=shown) if shown else ""


def _figure(row: Decision) -> list[Reading]:
    return cache.ask(_reading, row.measurement_id) if row.measurement_id else []


def _reading(session: Session, number: int) -> list[Reading]:
    return approved.approved(session, col(Measurement.id) == number)


def fact(reading: Reading) -> str:
    """A figure in words, with its indicator."""
    indicator = next(one for one in cache.indicators() if one.code == reading.indicator_code)
    return _("{indicator}: {fact}", indicator=indicator.name, fact=reading_fact(indicator, reading))
