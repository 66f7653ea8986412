"""Partners and members over time, with every source."""

import streamlit as st

from components import cache, provenance, series_chart, theme
from components.facts import show_lead, show_note
from components.text import _, day, listed
from components.view import View
from components.words import point_fact
from store.standing import IndicatorStanding, PlanStanding


def show(plan: PlanStanding, view: View) -> None:
    """Draw the series known on the day, or say that none was."""
    series = tuple(standing for standing in plan.context if standing.series)
    if not series:
        st.info(_("No count of partners was published by {day}.", day=day(view.as_of)))
        return
    show_lead(summary(series))
    st.vega_lite_chart(
        series_chart.frame(series),
        series_chart.build(theme.current(), invented=cache.is_invented()),
        theme=None,
        width="stretch",
        key="partners_chart",
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
        st.header(standing.indicator.name)
        provenance.show(standing, view)


def summary(series: tuple[IndicatorStanding, ...]) -> str:
    """The last count of each series."""
    facts = [point_fact(s.indicator, s.latest) for s in series if s.latest is not None]
    return _("Last counts: {facts}.", facts=listed(facts))
