"""The form for somebody who leaves: what they hold, who takes it over, what nobody would have."""

import datetime as dt

import streamlit as st

from components.elements import later, writing
from components.language.markdown import escape
from components.language.text import _, _n
from components.look.markup import show_note
from components.reader import access, clock, people_names, sessions
from components.reader.people_names import describe
from store.leaving import leaving
from store.leaving.leaving import Handover, Holdings
from store.models import Person, Role, RoleKind

FORM = "leaving"
# Whoever takes over somebody's work is not thereby of the Secretariat or of the STC.
NOT_OFFERED = (RoleKind.SECRETARIAT, RoleKind.STC_MEMBER)


def show(offered: list[Person]) -> None:
    """Draw the form, and say what would remain without an owner before anything is written."""
    fold = later.unfold(_("Somebody leaves"), "leaving_fold")
    if fold is None:
        return
    with fold:
        person = st.selectbox(
            _("Who leaves"),
            offered,
            format_func=people_names.label,
            key=writing.key(FORM, "person"),
        )
        on = st.date_input(
            _("First day without them"),
            clock.today(),
            max_value=clock.today(),
            format="YYYY-MM-DD",
            key=writing.key(FORM, "on"),
        )
        if not isinstance(on, dt.date):
            return
        with sessions.reading() as session:
            held = leaving.look(session, access.actor(), person.id or 0, on, clock.today())
        _ask(person, on, held, [one for one in offered if one.id != person.id])


def _ask(person: Person, on: dt.date, held: Holdings, others: list[Person]) -> None:
    show_note(_holdings(held))
    successor = st.selectbox(
        _("Successor; empty for nobody yet"),
        others,
        index=None,
        format_func=people_names.label,
        key=writing.key(FORM, f"successor_{person.id}"),
    )
    taken = _ask_roles(person, held) if successor else []
    note = ""
    if successor and held.decisions:
        note = st.text_input(
            _("What to note of the open decisions"),
            _("Handed over: the person before has left."),
            key=writing.key(FORM, f"note_{person.id}"),
        )
    answer = ""
    if held.wishes:
        answer = st.text_input(
            _("Answer to the wishes to join that wait"),
            _("Declined: you have left the Initiative."),
            key=writing.key(FORM, f"answer_{person.id}"),
        )
    for sentence in _remaining(held, successor, taken):
        st.warning(escape(sentence))
    handover = Handover(
        person_id=person.id or 0,
        on=on,
        successor_id=successor.id if successor else None,
        role_ids=[role.id or 0 for role in taken],
        note=note,
        answer=answer,
    )
    if st.button(_("End all roles and hand over"), key="leaving_send"):
        writing.write(
            lambda session: leaving.hand_over(session, access.actor(), handover, clock.today()),
            _("{name} has left; what was to be handed over is.", name=person.name),
            form=FORM,
        )


def _ask_roles(person: Person, held: Holdings) -> list[Role]:
    return st.multiselect(
        _("Roles that the successor takes over"),
        held.roles,
        [role for role in held.roles if role.role not in NOT_OFFERED],
        format_func=describe,
        key=writing.key(FORM, f"roles_{person.id}"),
    )


def _holdings(held: Holdings) -> str:
    parts = [
        _n("{count} role", "{count} roles", len(held.roles)),
        _n("{count} open decision", "{count} open decisions", len(held.decisions)),
        _n("{count} unsent draft", "{count} unsent drafts", held.drafts),
        _n("{count} wish to join", "{count} wishes to join", len(held.wishes)),
    ]
    return ", ".join(parts)


def _remaining(held: Holdings, successor: Person | None, taken: list[Role]) -> list[str]:
    """What nobody would have then, a sentence each."""
    sentences = []
    if seats := [describe(role) for role in held.sole if role not in taken]:
        sentences.append(_("Nobody else has these roles: {roles}.", roles="; ".join(seats)))
    if held.decisions and successor is None:
        sentences.append(
            _n(
                "{count} open decision stays with somebody who has left.",
                "{count} open decisions stay with somebody who has left.",
                len(held.decisions),
            )
        )
    if held.drafts:
        sentences.append(
            _("Drafts go to the successor where they owe the same figure; the others are deleted.")
        )
    return sentences
