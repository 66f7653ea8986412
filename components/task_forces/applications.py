"""Who asked to join a task force: the Secretariat's list, with the balance to keep in mind."""

from collections import Counter

import streamlit as st

from components.elements import writing
from components.language.markdown import escape
from components.language.text import _, _n, day, number
from components.look.markup import show_facts, show_note
from components.partners import organisations
from components.reader import access, cache, clock, people_names, scripts, sessions
from components.reader.places import name
from store.models import Application, Person
from store.people import joining, task_forces

MOST = 20  # wishes at a time, each with its form


def show() -> None:
    """Draw every wish that waits, each with its answer."""
    with sessions.reading() as session:
        waiting = joining.waiting(session)
        shown = [(row, session.get_one(Person, row.person_id)) for row in waiting[:MOST]]
    st.header(_("Who asked to join"))
    if not waiting:
        show_note(_("Nobody waits for an answer."))
        return
    show_note(_n("{count} wish waits.", "{count} wishes wait.", len(waiting)))
    if len(waiting) > MOST:
        show_note(_("Those that wait longest come first: {most} at a time.", most=number(MOST)))
    for row, person in shown:
        with st.container(border=True, key=f"application_{row.id}"):
            _show_one(row, person)


def _show_one(row: Application, person: Person) -> None:
    place = f", {name(row.region_code)}" if row.region_code else ""
    st.markdown(
        escape(f"{person.name}: {people_names.role_name(row.role)}, {row.objective_code}{place}")
    )
    show_facts(
        [
            (_("Asked on"), day(row.sent_on)),
            (_("Organisation, as typed"), row.organisation_name),
            (_("Why"), row.motivation),
            (_("In this task force, by college"), _balance(row.objective_code)),
            (_("In this task force, by region"), _regions(row.objective_code)),
        ]
    )
    left, right = st.columns(2, gap="large")
    with left:
        _accept(row, person)
    with right:
        _decline(row)


def _accept(row: Application, person: Person) -> None:
    home = organisations.choose(
        _("Organisation, as entered here"), f"home_{row.id}", default=person.organisation_id
    )
    if st.button(_("Accept"), type="primary", key=f"accept_{row.id}"):
        writing.write(
            lambda session: joining.accept(
                session, access.actor(), row.id or 0, home.id if home else None, clock.today()
            ),
            _("{name} is {role} now.", name=person.name, role=people_names.role_name(row.role)),
        )


def _decline(row: Application) -> None:
    names = {"reason": _("Why it is declined")}
    reason = st.text_input(names["reason"], key=f"reason_{row.id}", placeholder=scripts.needed())
    if st.button(_("Decline"), key=f"decline_{row.id}"):
        writing.write(
            lambda session: joining.decline(
                session, access.actor(), row.id or 0, reason, clock.today()
            ),
            _("Declined; the applicant reads why."),
            names=names,
        )


def _balance(objective_code: str) -> str:
    """How many of the task force come from which college."""
    counts = Counter(
        _college(person)
        for (code, _role, _region), holders in cache.ask(task_forces.holders, clock.today()).items()
        if code == objective_code
        for person in holders
    )
    return _counted(counts)


def _college(person: Person) -> str:
    home = organisations.everything().get(person.organisation_id or 0)
    return organisations.college_name(home.college if home else None)


def _regions(objective_code: str) -> str:
    """How many of the task force sit for which region."""
    counts = Counter(
        name(region)
        for (code, _role, region), holders in cache.ask(task_forces.holders, clock.today()).items()
        if code == objective_code and region
        for _person in holders
    )
    return _counted(counts)


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{what} {number(count)}" for what, count in sorted(counts.items())) or "–"
