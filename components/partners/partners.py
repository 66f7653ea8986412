"""Partners and members: the published totals with every source, then the register by name."""

import streamlit as st

from components.elements import captions, chart, writing
from components.figures import provenance
from components.language.text import _, day, listed
from components.look import theme
from components.look.markup import show_lead, show_note
from components.partners import agreements, organisation_form, published_chart, register
from components.reader import access, cache
from components.reader.view import View
from components.wording.figures import point_fact
from store.rights.rights import Act
from store.standing import IndicatorStanding, PlanStanding


def show(plan: PlanStanding, view: View) -> None:
    """Draw the totals known on the day, the register of the day, and the forms for who keeps it."""
    writing.show_done()
    series = tuple(standing for standing in plan.context if standing.series)
    if series:
        _show_published(series, view)
    else:
        st.info(_("No count of partners was published by {day}.", day=day(view.as_of)))
    register.show(series, view)
    agreements.show(view)
    if access.may(Act.MANAGE_PEOPLE):
        organisation_form.show()


def _show_published(series: tuple[IndicatorStanding, ...], view: View) -> None:
    show_lead(summary(series))
    chart.show(
        "partners",
        published_chart.frame(series),
        published_chart.build(theme.current(), invented=cache.is_invented()),
        captions.Caption(
            title=_("Partners and members"),
            meaning=summary(series),
            source=captions.cited(r.source_title for standing in series for r in standing.readings),
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
