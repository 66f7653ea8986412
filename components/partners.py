"""Partners and members: the published totals with every source, then the register by name."""

import streamlit as st

from components import (
    access,
    attempt,
    cache,
    captions,
    chart,
    provenance,
    register,
    register_forms,
    series_chart,
    theme,
)
from components.facts import show_lead, show_note
from components.text import _, day, listed
from components.view import View
from components.words import point_fact
from store.rights import Act
from store.standing import IndicatorStanding, PlanStanding


def show(plan: PlanStanding, view: View) -> None:
    """Draw the totals known on the day, the register of the day, and the forms for who keeps it."""
    attempt.show_done()
    series = tuple(standing for standing in plan.context if standing.series)
    if series:
        _show_published(series, view)
    else:
        st.info(_("No count of partners was published by {day}.", day=day(view.as_of)))
    register.show(series, view)
    if access.may(Act.MANAGE_PEOPLE):
        register_forms.show()


def _show_published(series: tuple[IndicatorStanding, ...], view: View) -> None:
    show_lead(summary(series))
    chart.show(
        "partners",
        series_chart.frame(series),
        series_chart.build(theme.current(), invented=cache.is_invented()),
        captions.Caption(
            title=_("Partners and members"),
            meaning=summary(series),
            source=captions.cited(r.source_title for one in series for r in one.readings),
        ),
        alt=summary(series),
    )
    show_note(
        _(
            "Members are partners too. Round figures are as published: “at least” and “about”"
            " keep their shape in the chart. No breakdown by college, region or country has"
            " been published."
        )
    )
    for standing in series:
        if not provenance.of(standing, view):
            continue  # the totals are the world's, and a region was chosen
        st.header(standing.indicator.name)
        provenance.show(standing, view)


def summary(series: tuple[IndicatorStanding, ...]) -> str:
    """The last count of each series."""
    facts = [point_fact(s.indicator, s.latest) for s in series if s.latest is not None]
    return _("Last counts: {facts}.", facts=listed(facts))
