"""The Secretariat's page of the plan: what it asks, by when it is owed, and both changed."""

from html import escape

import streamlit as st

from components import access, address, attempt, bar, cache, people_names, status
from components.facts import grid, show_note
from components.text import _, _n, day_and_month, number
from store import dues, planning
from store.errors import StoreError
from store.models import Indicator, Schedule, Target

MONTHS = range(1, 13)


def show() -> None:
    """Draw what the plan asks of one indicator, then the two forms."""
    attempt.show_done()
    indicators = {one.code: one for one in cache.indicators()}
    labels = {code: f"{one.objective_code or '–'} · {one.name}" for code, one in indicators.items()}
    chosen = address.choose(
        "indicator", _("Indicator"), labels, default=next(iter(labels)), always_written=True
    )
    indicator = indicators[chosen]
    _show_targets(indicator)
    left, right = st.columns(2, gap="large")
    with left:
        _change_target(indicator)
    with right:
        _change_calendar(indicator)


def _show_targets(indicator: Indicator) -> None:
    plan = bar.current().plan
    with cache.reading() as session:
        found = planning.history(session, plan, indicator.code)
    st.header(_("What plan {version} asks", version=plan))
    if not found:
        st.html(f'<p class="empty">{escape(_("This version gives no number here."))}</p>')
        return
    columns = [
        _("Year"),
        _("Kind"),
        _("From"),
        _("To"),
        _("Known on"),
        _("Source"),
        _("Why"),
        _("By"),
    ]
    st.html(grid(columns, [_row(row) for row in found]))


def _row(row: Target) -> list[str]:
    return [
        f"{row.year} ({_('revision {number}', number=row.revision)})",
        _("baseline") if row.role == "baseline" else _("target"),
        number(row.low, 2),
        number(row.high, 2),
        row.known_on.isoformat(),
        row.source_title,
        row.reason or row.note,
        people_names.shown(row.reporter),
    ]


def _change_target(indicator: Indicator) -> None:
    st.header(_("Change or add a number"))
    kinds = {"target": _("target"), "baseline": _("baseline")}
    role = st.selectbox(
        _("Kind"), list(kinds), format_func=kinds.__getitem__, key=f"plan_role_{indicator.code}"
    )
    year = st.number_input(_("Year"), 2015, 2060, 2030, step=1, key=f"plan_year_{indicator.code}")
    low = st.number_input(
        _("From, in {unit}", unit=indicator.unit), value=None, key=f"plan_low_{indicator.code}"
    )
    high = st.number_input(
        _("To; leave empty for one number"), value=None, key=f"plan_high_{indicator.code}"
    )
    source = st.text_input(_("Source: decision or document"), key=f"plan_source_{indicator.code}")
    reason = st.text_input(_("Why it is changed"), key=f"plan_reason_{indicator.code}")
    if low is None:
        show_note(_("Nothing is overwritten: the new number supersedes the old one from today on."))
        return
    target = Target(
        plan_code=bar.current().plan,
        indicator_code=indicator.code,
        role=role,
        year=int(year),
        low=low,
        high=low if high is None else high,
        source_title=source,
        reason=reason,
        reporter="",
        known_on=bar.today(),
    )
    _show_effect(target)
    if st.button(_("Change the plan"), type="primary", key=f"plan_change_{indicator.code}"):
        attempt.write(
            lambda session: planning.change_target(
                session, access.actor(), Target.model_validate(target.model_dump())
            ),
            _("The plan was changed."),
        )


def _show_effect(target: Target) -> None:
    """Which statuses the number would turn, before it is written."""
    try:
        with cache.trying() as session:
            found = planning.flips(
                session, access.actor(), Target.model_validate(target.model_dump()), bar.today()
            )
    except StoreError as error:
        show_note(_(error.template, **error.parameters))
        return
    if not found:
        show_note(_("No objective’s status would change."))
        return
    rows = [
        [one.objective_code, status.label(one.before), status.label(one.after)] for one in found
    ]
    st.html(grid([_("Objective"), _("Is"), _("Would be")], rows))


def _change_calendar(indicator: Indicator) -> None:
    st.header(_("When it is owed"))
    with cache.reading() as session:
        now = dues.schedules(session)[indicator.code]
    show_note(
        _n(
            "From {first} on every year, by {day} of the next one.",
            "From {first} on every {count} years, by {day} of the year after.",
            now.every_years,
            first=now.first_year,
            day=day_and_month(now.due_month, now.due_day),
        )
    )
    first = st.number_input(
        _("First year"), 2015, 2060, now.first_year, step=1, key=f"cal_first_{indicator.code}"
    )
    every = st.number_input(
        _("Every … years"), 1, 10, now.every_years, step=1, key=f"cal_every_{indicator.code}"
    )
    month = st.selectbox(
        _("Month"), MONTHS, index=now.due_month - 1, key=f"cal_month_{indicator.code}"
    )
    last = st.number_input(_("Day"), 1, 28, now.due_day, step=1, key=f"cal_day_{indicator.code}")
    reason = st.text_input(_("Why the calendar is changed"), key=f"cal_reason_{indicator.code}")
    if st.button(_("Change the calendar"), key=f"cal_change_{indicator.code}"):
        schedule = Schedule(
            indicator_code=indicator.code,
            first_year=int(first),
            every_years=int(every),
            due_month=month,
            due_day=int(last),
            reason=reason,
            known_on=bar.today(),
        )
        attempt.write(
            lambda session: planning.set_schedule(session, access.actor(), schedule),
            _("The calendar was changed."),
        )
