"""The foot of the Overview: the newest figures, and beside them something else that is new."""

import datetime as dt
from collections.abc import Callable
from html import escape

import streamlit as st

from components.language.text import _
from components.look.markup import Html, grid, heading, note
from components.overview import changes
from components.reader import access, cache, clock, links
from components.reader.view import View


def show(view: View, since: dt.date, beside: Callable[[View], str]) -> None:
    """Draw both as plain tables: no widget holds up the page that everybody opens first.

    `beside` makes the HTML of the other one; "" for nothing.
    """
    key = (view, since, clock.today(), access.actor())  # on whom it depends who is named
    st.html(cache.derived("latest", key, lambda: _build(view, since, beside)))


def _build(view: View, since: dt.date, beside: Callable[[View], str]) -> Html:
    parts = (_figures(view, since), beside(view))
    drawn = "".join(f"<section>{part}</section>" for part in parts if part)
    return Html(f'<div class="latest">{drawn}</div>')


def _figures(view: View, since: dt.date) -> str:
    plan = cache.plan_standing(view.plan, view.until)
    rows = changes.figure_rows(plan, changes.news(plan, view, since))
    if not rows:
        return ""
    columns = [_("Known on"), _("Objective"), _("Indicator"), _("Figure")]
    table = grid(columns, [_row(*row) for row in rows[: changes.NEWEST]], whole=True)
    more = links.link(_("All figures with their sources"), "data")
    return heading(_("Newest figures")) + table + note(Html(more))


def _row(
    known: str, code: str, indicator: str, place: str, figure: str, period: str, source: str
) -> list[str]:
    beside = _("{place}, {period}. Source: {source}", place=place, period=period, source=source)
    return [
        Html(f'<span class="day">{known}</span>'),
        code if code == "–" else Html(links.link(code, "objective", objective=code)),
        Html(f"{escape(indicator)}<br><small>{escape(beside)}</small>"),
        figure,
    ]
