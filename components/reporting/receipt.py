"""What was sent by a sheet, as it stands in the ledger now: said after sending, until the next."""

from collections.abc import Callable

import streamlit as st
from sqlmodel import Session

from components.elements import writing
from components.language.text import _, _c, _n, number, period
from components.look.markup import Html, show_lead, show_note, stacked
from components.reader import access, cache, links, sessions
from components.reader.places import name
from components.wording.figures import reported_figure
from store.figures import reported
from store.figures.reported import FigureState, Reported
from store.ground.errors import StoreError

SENT = "import_receipt"
MOST = 100  # rows


def write(work: Callable[[Session], list[int]]) -> None:
    """Do the work in one transaction; the page is drawn anew with the receipt of its figures."""
    try:
        with sessions.writing() as session:
            sent = work(session)
    except StoreError as error:
        writing.show_refusal(error)
        return
    st.session_state[SENT] = tuple(sent)
    writing.finish(
        _n("{count} figure was sent.", "{count} figures were sent.", len(sent)), "import"
    )


def show() -> None:
    """Draw what was sent last in this session, and how each figure stands."""
    writing.show_done()
    sent: tuple[int, ...] = st.session_state.get(SENT, ())
    if not sent:
        return
    rows = cache.ask(reported.of_numbers, access.actor(), sent)
    with st.expander(_("What was sent"), expanded=True):
        show_lead(_standing(rows))
        st.html(stacked(_columns(), [_row(figure) for figure in rows[:MOST]]))
        if len(rows) > MOST:
            show_note(
                _("The first {most} of {all} rows.", most=number(MOST), all=number(len(rows)))
            )
        st.html(Html(links.link(_("Back to my figures"), "my-figures")))


def _standing(rows: list[Reported]) -> str:
    """How many figures stand where."""
    states = [figure.state for figure in rows]
    counts = {state: states.count(state) for state in FigureState}
    return ", ".join(f"{number(count)} {_word(state)}" for state, count in counts.items() if count)


def _word(state: FigureState) -> str:
    return {
        FigureState.PENDING: _("waiting for the Secretariat"),
        FigureState.RETURNED: _c("state of a figure", "returned"),
        FigureState.APPROVED: _c("state of a figure", "approved"),
    }[state]


def _columns() -> list[str]:
    return [
        _("Entry"),
        _("Place"),
        _("Indicator"),
        _("Period"),
        _("Figure"),
        _c("heading", "State"),
    ]


def _row(figure: Reported) -> list[str]:
    row = figure.measurement
    indicator = next(each for each in cache.indicators() if each.code == row.indicator_code)
    return [
        str(row.id),
        name(row.place_code),
        f"{indicator.objective_code or '–'} · {indicator.name}",
        period(row.period_start, row.period_end),
        reported_figure(indicator, row),
        _word(figure.state),
    ]
