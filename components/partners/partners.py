"""Partners and members: the published totals with every source, then the register by name."""

import streamlit as st

from components.elements import writing
from components.figures import provenance
from components.language.text import _, day
from components.look.markup import show_note
from components.partners import agreements, organisation_form, published, register
from components.reader import access
from components.reader.view import View
from store.rights.rights import Act
from store.standing import PlanStanding


def show(plan: PlanStanding, view: View) -> None:
    """Draw the totals known on the day, the register of the day, and the forms for who keeps it."""
    writing.show_done()
    series = published.series_of(plan)
    if series:
        _show_published(series, view)
    else:
        st.info(_("No count of partners was published by {day}.", day=day(view.as_of)))
    register.show(series, view)
    agreements.show(view)
    if access.may(Act.MANAGE_PEOPLE):
        organisation_form.show()


def _show_published(series: published.Series, view: View) -> None:
    published.show(series)
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
