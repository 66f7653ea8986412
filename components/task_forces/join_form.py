"""How to join a task force: the wish of somebody who signed in, and what became of earlier ones."""

from typing import Any

import streamlit as st
from sqlmodel import Session

from components.elements import later, writing
from components.language.text import _, _c, day
from components.look.markup import show_note
from components.reader import access, clock, people_names, scripts, sessions
from components.reader.places import name
from store.models import Answer, Application, RoleKind
from store.models.places import REGIONS
from store.models.task_forces import WANTED_ROLES
from store.people import identities, joining, people, roles
from store.people.application_draft import ApplicationDraft
from store.standing import ObjectiveStanding

FORM = "join"


def show(objective: ObjectiveStanding) -> None:
    """Draw the form for who is signed in, and a word how to for who is not."""
    st.subheader(_c("join a task force", "Join"))
    reader = access.reader()
    if not reader.is_signed_in or reader.is_over:
        show_note(
            _(
                "Anybody who signs in can ask to join. Task Force Leaders and Regional"
                " Representatives come from partner or member organisations."
            )
        )
        return
    with sessions.reading() as session:
        person = identities.find(session, access.identity())
        applications = joining.waiting_of(session, person) if person is not None else []
    for row in applications:
        if row.objective_code == objective.code:
            show_note(_answer(row))
    fold = later.unfold(_("Ask to join this task force"), "join_fold")
    if fold is None:
        return
    with fold:
        _offer(objective.code, shows_name=person is not None and person.shows_name)


def _answer(row: Application) -> str:
    role = people_names.role_name(row.role)
    if row.verdict is None:
        return _("You asked on {day} to join as {role}.", day=day(row.sent_on), role=role)
    if row.verdict == Answer.ACCEPTED:
        return _("Your wish to join as {role} was accepted.", role=role)
    return _("Your wish to join as {role} was declined: {reason}", role=role, reason=row.reason)


def _offer(objective_code: str, *, shows_name: bool) -> None:
    def key(field: str) -> str:
        return writing.key(FORM, f"{field}_{objective_code}")

    own_name = st.text_input(
        _("Your name"), access.reader().name, key=key("name"), placeholder=scripts.needed()
    )
    organisation = st.text_input(
        _("Your organisation"), key=key("organisation"), placeholder=scripts.needed()
    )
    role = st.selectbox(
        _("Role"), WANTED_ROLES, format_func=people_names.role_name, key=key("role")
    )
    region = None
    if role == RoleKind.REGIONAL_REPRESENTATIVE:
        codes = [f"R-{code}" for code in REGIONS]
        region = st.selectbox(_("Region"), codes, format_func=name, key=key("region"))
    if role in roles.FOR_PARTNERS:
        show_note(_("Only people from a partner or member organisation can have this role."))
    names = {"motivation": _("Why you want to join")}
    motivation = st.text_area(
        names["motivation"], key=key("motivation"), placeholder=scripts.needed()
    )
    consents = st.checkbox(_("Everybody may read my name"), shows_name, key=key("consent"))
    if not st.button(_("Ask to join"), key=f"join_{objective_code}"):
        return
    application = {
        "objective_code": objective_code,
        "role": role,
        "region_code": region,
        "organisation_name": organisation,
        "motivation": motivation,
        "sent_on": clock.today(),
    }
    writing.write(
        lambda session: _send(session, own_name, application, consents=consents),
        _("Sent. The Secretariat decides, and you read its answer here."),
        form=FORM,
        names=names,
    )


def _send(session: Session, own_name: str, application: dict[str, Any], *, consents: bool) -> None:
    person = joining.introduce(session, access.identity(), own_name)
    joining.apply(session, person, ApplicationDraft(**application))
    people.set_consent(session, person, shows_name=consents)
