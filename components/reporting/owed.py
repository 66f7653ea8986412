"""What the reader owes, by state and objective, each with the way to its form."""

from collections import Counter
from html import escape
from itertools import groupby

import streamlit as st

from components.elements import writing
from components.figures import ways
from components.language.text import _, _c, number
from components.look import isolation
from components.look.markup import Html, show_empty, show_lead, show_note
from components.reader import access, address, bar, cache, clock, owing
from components.reader.places import name
from components.reporting import at_once, due_states, everybody, suggestions
from components.reporting.due_states import ORDER, glyph, word
from store.reporting import dues
from store.reporting.dues import OPEN, Due
from store.rights.rights import Act

MOST = 200  # rows; a region has 54 countries, and nobody reads more at a time


def show() -> None:
    """Draw the list of the reader; for the Secretariat the grid and the reminders too."""
    writing.show_done()
    owed, mine = cache.ask(dues.owed, clock.today()), owing.mine()
    may_see_all = access.may(Act.MANAGE_PEOPLE)
    if may_see_all:
        everybody.show_chosen(owed)
    show_lead(summary(mine))
    at_once.show(due for due in mine if due.state in OPEN)
    chosen = address.choose("show", _c("choice of rows", "Show"), _filters(), default="open")
    listed = sorted((due for due in mine if _is_chosen(due, chosen)), key=_order)
    if listed:
        key = (access.actor(), chosen, bar.current(), clock.today())
        st.html(cache.derived("owing list", key, lambda: build(listed[:MOST])))
    else:
        show_empty(_nothing(chosen))
    if len(listed) > MOST:
        show_note(_("The first {most} of {all} rows.", most=number(MOST), all=number(len(listed))))
    if may_see_all:
        everybody.show(owed)
    suggestions.show()


def summary(mine: list[Due]) -> str:
    """How many figures stand where, the urgent ones first."""
    counts = Counter(due.state for due in mine)
    parts = [f"{number(counts[state])} {word(state)}" for state in ORDER if counts[state]]
    return ", ".join(parts) or _("Nothing is expected from you.")


def _filters() -> dict[str, str]:
    return {"open": _("what I owe now"), "all": _c("figures", "everything")} | {
        state.name.lower(): word(state) for state in ORDER
    }


def _is_chosen(due: Due, chosen: str) -> bool:
    if chosen == "all":
        return True
    return due.state in OPEN if chosen == "open" else due.state.name.lower() == chosen


def _order(due: Due) -> tuple[int, str]:
    """The urgent ones first, then by objective; within one, as the plan has its indicators."""
    return ORDER.index(due.state), due.indicator.objective_code or "–"


def _nothing(chosen: str) -> str:
    return _("You owe nothing now.") if chosen == "open" else _("No such figure.")


def build(listed: list[Due]) -> Html:
    """The figures as HTML: a table a state, in which each objective is named once."""
    columns = (_("Objective"), _("Indicator"), _("Place and year"), _("Why"), _("Your part"))
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    parts = []
    for state, dues_of in groupby(listed, key=lambda due: due.state):
        rows, named = [], ""
        for due in dues_of:
            objective = due.indicator.objective_code or "–"
            rows.append(_guarded(due, is_first=objective != named))
            named = objective
        title = f"{escape(word(state).capitalize())} · {number(len(rows))}"
        parts.append(
            f'<h2 class="part"><i aria-hidden="true">{glyph(state)}</i> {title}</h2>'
            f'<table class="owing"><thead><tr>{head}</tr></thead>'
            f"<tbody>{''.join(rows)}</tbody></table>"
        )
    return Html(f'<div class="owed">{"".join(parts)}</div>')


def _guarded(due: Due, *, is_first: bool) -> str:
    """One owed figure, or the sentence that it cannot be shown, in a row of its own."""
    return isolation.build(
        lambda: _row(due, is_first=is_first),
        lambda text: f'<tr><td colspan="5">{escape(text)}</td></tr>',
    )


def _row(due: Due, *, is_first: bool) -> str:
    indicator = due.indicator
    way = ways.correct(indicator, due.place.code, due.year, _act(due))
    look = ' class="first"' if is_first else ""
    where = f"{name(due.place.code)} {due.year}"
    cells = (indicator.name, where, due_states.why(due))
    return (
        f'<tr{look}><th scope="row"><span>{escape(_objective(due))}</span></th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        + f"<td>{way or '–'}</td></tr>"
    )


def _objective(due: Due) -> str:
    return due.indicator.objective_code or "–"


def _act(due: Due) -> str:
    return _c("a figure", "Correct") if due.head else _("Report it")
