"""The countries of a region as HTML: a line each, its choices and what stands on record.

What is chosen is held by a field that nobody sees (`answers.js`): 54 rows of widgets would cost
each click four times what the rest of the page does.
"""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from components.language.text import _
from components.look.markup import Html, note
from components.reader.places import name
from store.reporting.country_grid import Row

Choices = Mapping[str, str]  # code → words
BETWEEN, AFTER_PLACE = ";", ":"


def show_field(key: str) -> None:
    """The field that holds what is chosen, as `hold` writes it."""
    with st.container(key="country_answers"):
        st.text_input(_("Answer"), key=key)


def hold(chosen: Mapping[str, str]) -> str:
    """The choice of each place (code → code of a choice) as the field holds it."""
    return BETWEEN.join(f"{place}{AFTER_PLACE}{choice}" for place, choice in chosen.items())


def held(content: str) -> dict[str, str]:
    """What `hold` wrote, by place."""
    said = (one.partition(AFTER_PLACE) for one in content.split(BETWEEN) if one)
    return {place: choice for place, _colon, choice in said}


def build(rows: Sequence[Row], choices: Sequence[Choices], on_record: Mapping[str, str]) -> Html:
    """Lines of countries, the choices of each, and what stands there; "" for nothing."""
    lines = (
        _line(row.place.code, offered, on_record[row.place.code])
        for row, offered in zip(rows, choices, strict=True)
    )
    return Html(f'<div class="answers">{"".join(lines)}</div>')


def _line(place: str, choices: Choices, on_record: str) -> str:
    called = escape(name(place))
    buttons = "".join(
        f'<label><input type="radio" name="answer_{place}" value="{place}{AFTER_PLACE}{code}">'
        f"<span>{escape(words)}</span></label>"
        for code, words in choices.items()
    )
    said = note(on_record) if on_record else ""
    return (
        f'<div class="answer"><b aria-hidden="true">{called}</b>'
        f'<div role="radiogroup" aria-label="{called}">{buttons}</div>{said}</div>'
    )
