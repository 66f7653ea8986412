"""The review queue: what waits, a page at a time, to approve or to return, one or many at once.

Ticks stay in the browser until a button is pressed: none of them costs a run of the page.
"""

from collections.abc import Sequence

import streamlit as st

from components.elements import paging, writing
from components.figures import remarks, revisions
from components.language.markdown import escape as escape_markdown
from components.language.text import _, _n
from components.look import isolation
from components.look.markup import show_lead, show_note
from components.reader import access, bar, cache, clock, sessions
from components.reporting import choices, review_acts, waiting
from store.figures import reported
from store.reporting import reviewing
from store.reporting.reviewing import Case
from store.rights.rights import Act

MOST = 50  # figures on one page
OPEN = "review_open"  # where the session keeps the figure that is shown in full


def show() -> None:
    """Draw the waiting figures, oldest first, with what each reader may do with them."""
    pending = cache.ask(reported.pending, access.actor())
    head = _n("{count} figure waits.", "{count} figures wait.", len(pending))
    show_lead(head if pending else _("No figure waits."))
    writing.show_done()
    news = review_acts.show_news([figure.id for figure in pending])
    if not pending:
        return
    chosen = choices.choose(pending)
    page = paging.choose(chosen.rows, chosen.code, size=MOST)
    ids = [figure.id for figure in page]
    number = chosen.rows.index(page[0]) // MOST
    places = review_acts.places(f"{chosen.code} {number}", ids)
    with st.form("review", border=False, enter_to_submit=False):
        may_review = access.may(Act.REVIEW)
        if may_review:
            review_acts.show_choosing(ids)
        cards = dict(zip(ids, _cards(ids), strict=True))
        for measurement_id in places:
            with (
                st.container(border=True, key=f"waiting_{measurement_id}", gap="xsmall"),
                isolation.drawing(),
            ):
                if measurement_id in cards:
                    _show_figure(*cards[measurement_id], may_review=may_review)
                else:
                    show_note(news.get(measurement_id, ""))
        if may_review:
            review_acts.show_acts(ids)


def _cards(ids: Sequence[int]) -> list[tuple[Case, str]]:
    """The figures of the page with all that their review needs, put together once."""
    plan = bar.plan_on(clock.today())

    def build() -> list[tuple[Case, str]]:
        with sessions.reading() as session:
            cases = reviewing.cases(session, plan, ids, clock.today())
        return [(case, waiting.card(case)) for case in cases]

    return cache.derived("waiting", (tuple(ids), plan, clock.today(), access.actor()), build)


def _show_figure(case: Case, html: str, *, may_review: bool) -> None:
    row = case.row
    label = f"**{escape_markdown(waiting.title(row))}**"
    if may_review:
        st.checkbox(label, key=review_acts.tick(row.id or 0))
    else:
        st.markdown(label)
    st.html(html)
    is_open = st.session_state.get(OPEN) == row.id
    words = _("Less") if is_open else _("In full: history, effect, remarks")
    if st.form_submit_button(words, key=f"review_full_{row.id}", type="tertiary"):
        st.session_state[OPEN] = None if is_open else row.id
        st.rerun()
    if is_open:
        _show_in_full(case)


def _show_in_full(case: Case) -> None:
    row, indicator = case.row, waiting.indicator_of(case.row)
    review_acts.show_effect([row.id or 0])
    revisions.show(indicator, row.slot, clock.until_today())
    if remarks.may_add(indicator, row.place_code):
        remarks.show_form(indicator, row.id or 0, row.place_code, st.form_submit_button)
