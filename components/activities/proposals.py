"""Proposed activities: keepers keep or decline them, who proposed reads the answer."""

import streamlit as st

from components.activities.wording import budget, dates, state_name, what
from components.elements import writing
from components.language.markdown import escape
from components.language.text import _, _c, day
from components.look.markup import show_facts, show_note
from components.reader import access, cache, clock, people_names, scripts, sessions
from components.reader.places import name
from store.activities import activities
from store.models import Activity

MOST = 20  # at a time; the oldest first


def show() -> None:
    """Draw every proposal that the reader may see, each with its answer where it is theirs."""
    with sessions.reading() as session:
        proposals = activities.proposals(session, access.actor())
        declined = activities.declined(session, access.actor())
    if not proposals and not declined:
        return
    st.header(_("Proposed"))
    for row in declined:
        show_note(_("“{title}” was declined: {reason}", title=row.title, reason=row.reason))
    for row in sorted(proposals, key=lambda proposal: proposal.id or 0)[:MOST]:
        with st.container(border=True, key=f"proposal_{row.id}"):
            _show_one(row)


def _show_one(row: Activity) -> None:
    st.markdown(f"**{escape(row.title)}**")
    facts = [
        (_c("kind of activity", "What"), f"{what(row)}, {state_name(row.state)}"),
        (_("Task forces"), ", ".join(row.objectives)),
        (
            _c("heading", "Where"),
            ", ".join(part for part in (row.place_name, name(row.place_code)) if part),
        ),
        (_("When"), dates(row)),
        (_("Budget"), budget(row)),
        (_("Partners involved"), ", ".join(row.partners)),
        (_("Link"), row.link),
        (_("Evidence"), row.evidence),
        (_("Proposed by"), f"{people_names.display(row.reporter)}, {day(row.known_on)}"),
    ]
    show_facts([(label, value) for label, value in facts if value])
    place = cache.places()[row.place_code]
    if activities.may_keep(access.actor(), row, place):
        _offer_answer(row)


def _offer_answer(row: Activity) -> None:
    if st.button(_("Keep it"), type="primary", key=f"keep_{row.id}"):
        writing.write(
            lambda session: activities.keep(session, access.actor(), row, clock.today()),
            _("“{title}” is kept now.", title=row.title),
        )
    names = {"reason": _("Why it is declined")}
    reason = st.text_input(
        names["reason"], key=f"proposal_reason_{row.id}", placeholder=scripts.needed()
    )
    if st.button(_("Decline it"), key=f"decline_proposal_{row.id}"):
        writing.write(
            lambda session: activities.withdraw(
                session, access.actor(), row, clock.today(), reason
            ),
            _("Declined; whoever proposed it reads why."),
            names=names,
        )
