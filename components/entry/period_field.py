"""The field for what a figure covers: the year of a rate, the day of a level, or typed days."""

import datetime as dt

import streamlit as st

from components.entry.slot import Entry
from components.entry.typed import OTHER, Fields, code, period_of
from components.language.text import _, _c, day, period
from components.look.markup import show_note
from components.reader import clock
from store.figures.periods import EARLIEST, is_whole_year
from store.models import Indicator
from store.progress import Kind
from store.reporting import nearby
from store.reporting.nearby import Period


def show(entry: Entry) -> None:
    """Draw the periods that the indicator's kind asks for, and the days where others are typed."""
    fields, (start, end) = entry.fields, entry.period
    choices = offered(entry)
    key, label = fields.key("covers"), _("It covers")
    st.session_state.setdefault(key, fields.memory.get("covers") or code(start, end))
    chosen = st.segmented_control(
        label,
        [*choices, OTHER],
        key=key,
        required=True,
        format_func=lambda choice: (
            _c("period", "other") if choice == OTHER else _covers(entry.indicator, choice)
        ),
    )
    fields.keep("covers", label, chosen)
    if chosen == OTHER:
        start, end = _show_days(fields, (start, end))
    elif chosen:
        start, end = period_of(chosen)
    if start != end:
        show_note(_("{first} to {last}", first=day(start), last=day(end)))
    for name, value in (("period_start", start), ("period_end", end)):
        fields.content[name] = value
        fields.memory[name] = value
        if name not in fields.rooms:
            fields.names[name], fields.rooms[name] = label, st.container()


def _show_days(fields: Fields, days: Period) -> Period:
    left, right = st.columns(2)
    for column, name, label, default in (
        (left, "period_start", _("Period from"), days[0]),
        (right, "period_end", _("Period to"), days[1]),
    ):
        with column:
            chosen = st.date_input(
                label,
                min_value=dt.date(2000, 1, 1),
                max_value=dt.date(2060, 12, 31),
                format="YYYY-MM-DD",
                key=fields.revive(name, default),
            )
            fields.keep(name, label, chosen if isinstance(chosen, dt.date) else default)
    return fields.content["period_start"], fields.content["period_end"]


def offered(entry: Entry) -> list[str]:
    """The periods to choose from: years for a yearly rate, else a day and the year around it.

    First comes that of the figure that is corrected; what was chosen before is always among them.
    """
    year, today = entry.fields.slot.year, clock.today()
    proposed = [nearby.proposed_period(entry.indicator, year, None, today)]
    if entry.corrected is not None:
        proposed.insert(0, (entry.corrected.period_start, entry.corrected.period_end))
    if entry.indicator.kind == Kind.RATE:
        near = [
            candidate
            for candidate in (year - 1, year + 1)
            if EARLIEST.year <= candidate < today.year
        ]
        proposed += [(dt.date(candidate, 1, 1), dt.date(candidate, 12, 31)) for candidate in near]
    elif year < today.year:
        proposed.append((dt.date(year, 1, 1), dt.date(year, 12, 31)))
    codes = [code(*days) for days in proposed]
    chosen = entry.fields.now("covers")
    if chosen and chosen != OTHER:
        codes.append(chosen)
    return list(dict.fromkeys(codes))


def _covers(indicator: Indicator, choice: str) -> str:
    """A period on its button."""
    start, end = period_of(choice)
    if indicator.kind != Kind.RATE and is_whole_year(start, end):
        return _("a day of {year}, which is not known", year=start.year)
    return period(start, end)
