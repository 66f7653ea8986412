"""What other sources say of the same places and periods, beside the figures that count."""

from html import escape

import streamlit as st

from components.language.text import _
from components.look.markup import source
from components.reader import cache
from components.reader.places import name
from components.reader.view import View
from components.wording.figures import reading_figure, reading_period
from store.figures.approved import Reading
from store.figures.rivals import Rival, of_figures
from store.models import Indicator


def show(indicator: Indicator, readings: list[Reading], view: View) -> None:
    """Draw the rivals with the reason for the choice; nothing where no figure was replaced."""
    if built := build(indicator, readings, view):
        st.html(built)


def build(indicator: Indicator, readings: list[Reading], view: View) -> str:
    """The rivals of these figures as HTML; "" for none."""
    replaced = tuple(sorted(reading.id for reading in readings if reading.revision))
    if not replaced:
        return ""
    items = [_item(indicator, one) for one in cache.ask(of_figures, replaced, view.until)]
    return f'<ul class="notes">{"".join(items)}</ul>' if items else ""


def _item(indicator: Indicator, rival: Rival) -> str:
    figure = rival.figure
    said = _(
        "{place}, {period}: another source says {figure}. It does not count and is not averaged:"
        " {reason}",
        place=name(figure.place_code),
        period=reading_period(figure),
        figure=reading_figure(indicator, figure),
        reason=rival.reason or "–",
    )
    return f"<li>{escape(said)} · {source(figure.source_title, figure.source_link)}</li>"
