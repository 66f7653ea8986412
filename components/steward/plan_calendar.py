"""When the figures of one indicator are owed, and how to change that."""

import streamlit as st

from components.elements import later, writing
from components.language.text import _, _n, day_and_month, month_name
from components.look.markup import Html, heading, note
from components.reader import access, cache, clock, scripts
from store.ledger.knowledge import EVER
from store.models import Indicator, Schedule
from store.plan import planning
from store.plan.schedule_draft import ScheduleDraft
from store.reporting import dues

FORM = "calendar"
MONTHS = range(1, 13)


def show(indicator: Indicator) -> None:
    """Draw the calendar as it is, and the form to change it."""
    now = cache.ask(dues.schedules, EVER)[indicator.code]
    said = _n(
        "From {first} on every year, by {day} of the next one.",
        "From {first} on every {count} years, by {day} of the year after.",
        now.every_years,
        first=now.first_year,
        day=day_and_month(now.due_month, now.due_day),
    )
    st.html(Html(f"{heading(_('When it is owed'))}{note(said)}"))
    fold = later.unfold(_("Change the calendar"), "calendar_fold")
    if fold is not None:
        with fold:
            _show_form(indicator, now)


def _show_form(indicator: Indicator, now: Schedule) -> None:
    first = st.number_input(
        _("First year"),
        2015,
        2060,
        now.first_year,
        step=1,
        key=writing.key(FORM, f"first_{indicator.code}"),
    )
    every = st.number_input(
        _("Every … years"),
        1,
        10,
        now.every_years,
        step=1,
        key=writing.key(FORM, f"every_{indicator.code}"),
    )
    month = st.selectbox(
        _("Month"),
        MONTHS,
        index=now.due_month - 1,
        key=writing.key(FORM, f"month_{indicator.code}"),
        format_func=month_name,
    )
    last = st.number_input(
        _("Day"), 1, 28, now.due_day, step=1, key=writing.key(FORM, f"day_{indicator.code}")
    )
    names = {"reason": _("Why the calendar is changed")}
    reason = st.text_input(
        names["reason"],
        key=writing.key(FORM, f"reason_{indicator.code}"),
        placeholder=scripts.needed(),
    )
    if st.button(_("Change the calendar")):
        content = {
            "indicator_code": indicator.code,
            "first_year": first,
            "every_years": every,
            "due_month": month,
            "due_day": last,
            "reason": reason,
            "known_on": clock.today(),
        }
        writing.write(
            lambda session: planning.set_schedule(
                session, access.actor(), ScheduleDraft.model_validate(content)
            ),
            _("The calendar was changed."),
            form=FORM,
            names=names,
        )
