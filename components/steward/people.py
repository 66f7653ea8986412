"""The Secretariat's page of people: who there is, what they may, who is added and ended."""

import datetime as dt
from collections import defaultdict

import streamlit as st

from components.elements import later, paging, writing
from components.language.markdown import escape as escape_markdown
from components.language.text import _, _c, number
from components.look.markup import grid, show_empty, show_lead, show_note
from components.partners import organisation_form, organisations
from components.reader import access, bar, cache, clock, people_names, scripts, sessions
from components.reader.places import name
from components.reporting import reminders
from components.steward import leaving
from components.wording.short import answer
from store.ground.errors import StoreError
from store.models import Person, Role, RoleKind
from store.models.places import REGIONS
from store.people import erasure, people, roles
from store.people.person_draft import PersonDraft
from store.reminders import wishes
from store.rights.rights import Grant

MOST = 50  # people to choose from: a longer list is searched, not read


def show() -> None:
    """Draw everybody with their roles, then the forms."""
    writing.show_done()
    _show_invitation()
    with sessions.reading() as session:
        everybody = people.everybody(session)
        given = roles.everything(session)
    show_lead(_("Who may sign in, and what each of them may do."))
    matches = _search(everybody)
    roles_by_person: dict[int, list[Role]] = defaultdict(list)
    for role in given:
        roles_by_person[role.person_id].append(role)
    if matches:
        shown = paging.choose(matches, f"people_{len(matches)}")
        rows = [_row(person, roles_by_person[person.id or 0]) for person in shown]
        st.html(grid(_columns(), rows, stacked=True))
    else:
        show_empty(_("Nobody of this name.") if everybody else _("Nobody was added yet."))
    left, right = st.columns(2, gap="large")
    with left:
        _add_person()
        organisation_form.show_addition()
    if matches:
        with right:
            _show_forms(matches[:MOST], roles_by_person)


def _search(everybody: list[Person]) -> list[Person]:
    """Everybody where they are few; else those with the words that the reader types."""
    if len(everybody) <= MOST:
        return everybody
    words = st.text_input(_("Name or address contains"), key="people_search").casefold()
    show_note(_("The forms offer the first {most} of those found.", most=number(MOST)))
    return [person for person in everybody if words in people_names.label(person).casefold()]


def _show_forms(offered: list[Person], held: dict[int, list[Role]]) -> None:
    _grant(offered)
    _end(offered, [role for person in offered for role in held[person.id or 0]])
    leaving.show(offered)
    _manage(offered)


def _columns() -> list[str]:
    return [_("Name"), _("Organisation"), _("Signs in"), _("Roles")]


def _row(person: Person, held: list[Role]) -> list[str]:
    home = organisations.everything().get(person.organisation_id or 0)
    labels = [people_names.describe(role) for role in held]
    return [
        people_names.label(person),
        organisations.label(home) if home else "–",
        answer(is_yes=True) if person.subject else _("not yet"),
        "; ".join(labels) or "–",
    ]


def _add_person() -> None:
    fold = later.unfold(_("Add a person"), "person_fold")
    if fold is None:
        return
    with fold:
        person_name = st.text_input(
            _("Name"), key=writing.key("person", "name"), placeholder=scripts.needed()
        )
        email = st.text_input(
            _("E-mail address, as the sign-in knows it"), key=writing.key("person", "email")
        )
        home = organisations.choose(_("Organisation"), writing.key("person", "home"))
        if st.button(_("Add the person"), key="person_add"):
            writing.write(
                lambda session: people.add_person(
                    session,
                    access.actor(),
                    PersonDraft(
                        name=person_name,
                        email=email,
                        organisation_id=home.id if home else None,
                    ),
                ),
                _("{name} was added.", name=person_name),
                form="person",
            )


def _grant(everybody: list[Person]) -> None:
    fold = later.unfold(_("Give a role"), "grant_fold")
    if fold is None:
        return
    with fold:
        person = _choose(everybody, "grant_person")
        role = st.selectbox(
            _("Role"), list(RoleKind), format_func=people_names.role_name, key="grant_role"
        )
        objective, region = None, None
        if role not in (RoleKind.STC_MEMBER, RoleKind.SECRETARIAT):
            plan = cache.plan_standing(bar.plan_on(clock.today()), clock.until_today())
            titles = {
                objective.code: f"{objective.code} · {objective.title}"
                for objective in plan.objectives
            }
            objective = st.selectbox(
                _("Objective"), list(titles), format_func=titles.__getitem__, key="grant_objective"
            )
        if role == RoleKind.REGIONAL_REPRESENTATIVE:
            region = st.selectbox(
                _("Region"), [f"R-{code}" for code in REGIONS], format_func=name, key="grant_region"
            )
        since = st.date_input(
            _c("first day", "From"), clock.today(), format="YYYY-MM-DD", key="grant_from"
        )
        if st.button(_("Give the role"), key="grant_add") and isinstance(since, dt.date):
            grant = Grant(role, objective, region)
            writing.write(
                lambda session: roles.grant(session, access.actor(), person.id or 0, grant, since),
                _("{name} is {role} now.", name=person.name, role=people_names.role_name(role)),
            )


def _end(everybody: list[Person], held: list[Role]) -> None:
    open_roles = [role for role in held if role.valid_to is None]
    if not open_roles:
        return
    names = {person.id: person.name for person in everybody}
    fold = later.unfold(_("End a role"), "end_fold")
    if fold is None:
        return
    with fold:
        role = st.selectbox(
            _("Which"),
            open_roles,
            format_func=lambda role: (
                f"{names.get(role.person_id, '–')}: {people_names.describe(role)}"
            ),
            key="end_role",
        )
        on = st.date_input(
            _("First day without it"), clock.today(), format="YYYY-MM-DD", key="end_on"
        )
        if st.button(_("End the role"), key="end_add") and isinstance(on, dt.date):
            writing.write(
                lambda session: roles.end_role(session, access.actor(), role.id or 0, on),
                _("The role ends on {day}.", day=on),
            )


def _manage(everybody: list[Person]) -> None:
    fold = later.unfold(_("Invite, sign out, erase"), "manage_fold")
    if fold is None:
        return
    with fold:
        person = _choose(everybody, "manage_person")
        show_note(_("An invitation is a code for somebody whose sign-in gives no e-mail address."))
        person_id = person.id or 0
        if st.button(_("Make an invitation"), key="invite"):
            _invite(person)
        if st.button(_("End all sessions"), key="revoke"):
            writing.write(
                lambda session: people.revoke_sessions(session, access.actor(), person_id),
                _("{name} must sign in again.", name=person.name),
            )
        with sessions.reading() as session:
            wish = wishes.of(session, person_id)
        reminders.show_rhythm(person_id, wish, "of")
        is_sure = st.checkbox(
            _("Erase name and address; what was reported keeps a number"), key="erase_sure"
        )
        if st.button(_("Erase"), key="erase", disabled=not is_sure):
            writing.write(
                lambda session: erasure.erase(session, access.actor(), person_id, clock.today()),
                _("Erased."),
            )


def _invite(person: Person) -> None:
    """Make an invitation; the code is shown after the next run."""
    try:
        with sessions.writing() as session:
            code = people.invite(session, access.actor(), person.id or 0)
    except StoreError as error:
        writing.show_refusal(error)
        return
    st.session_state["invitation"] = (person.name, code)
    st.rerun()


def _choose(everybody: list[Person], key: str) -> Person:
    return st.selectbox(_("Person"), everybody, format_func=people_names.label, key=key)


def _show_invitation() -> None:
    """A code is shown once; the store keeps only its digest."""
    room = st.container()  # always there, or the folds below would shut when it goes
    made = st.session_state.pop("invitation", None)
    if made:
        room.success(escape_markdown(_("For {name}, once. It is not shown again:", name=made[0])))
        room.code(made[1], language=None)
